import Foundation
import Record
import Yams

/// A policy file that cannot be read, with what to do.
public struct PolicyError: Error, CustomStringConvertible, Equatable {
    /// File, rule, what was expected.
    public let description: String
}

extension ReleasePolicy {
    /// Reads `policy.yaml`:
    ///
    /// ```yaml
    /// suppress_below: 5
    /// hide_private_persons: true
    /// rules:
    ///   - name: camps to the district
    ///     place_kinds: [camp]
    ///     do: coarsen          # publish, withhold, delay, coarsen
    ///     to: admin2           # admin2, admin1, country, grid 0.5
    ///   - name: fresh air strikes wait a week
    ///     events: [air_strike]
    ///     do: delay
    ///     days: 7
    /// ```
    ///
    /// - Throws: ``PolicyError`` that names the file, the rule and what was expected. A key that no policy has is an
    ///   error: a misspelt condition must not let things out.
    public init(yaml: String, name: String) throws {
        let file: Any?
        do { file = try Yams.load(yaml: yaml) } catch { throw PolicyError(description: "\(name): \(error)") }
        guard let top = file as? [String: Any] else {
            throw PolicyError(description: "\(name): expected a mapping with the key rules")
        }
        for key in top.keys.sorted() where !["rules", "suppress_below", "hide_private_persons"].contains(key) {
            throw PolicyError(
                description: "\(name): no such key: \(key). There are rules, suppress_below, hide_private_persons.")
        }
        guard let list = top["rules"] as? [[String: Any]] else {
            throw PolicyError(description: "\(name): rules must be a list of mappings (may be empty: rules: [])")
        }
        if let given = top["suppress_below"], !(given is Int) {
            throw PolicyError(description: "\(name): suppress_below takes a whole number")
        }
        if let given = top["hide_private_persons"], !(given is Bool) {
            throw PolicyError(description: "\(name): hide_private_persons takes true or false")
        }
        self.init(
            rules: try list.enumerated().map { try RuleReader(file: name, number: $0 + 1, keys: $1).rule() },
            suppressBelow: top["suppress_below"] as? Int ?? 0,
            hidesPrivatePersons: top["hide_private_persons"] as? Bool ?? true)
    }
}

/// Reads one rule of a policy file.
private struct RuleReader {
    let file: String
    let number: Int
    let keys: [String: Any]

    private static let known: Set = [
        "name", "kinds", "events", "measures", "place_kinds", "place_words", "actor_kinds", "countries", "do", "days",
        "to",
    ]

    func rule() throws -> ReleaseRule {
        for key in keys.keys.sorted() where !Self.known.contains(key) {
            throw wrong("no such key: \(key). There are \(Self.known.sorted().joined(separator: ", "))")
        }
        return ReleaseRule(
            name: keys["name"] as? String ?? "rule \(number)", kinds: try set("kinds"), eventTypes: try set("events"),
            measures: try set("measures"), placeKinds: try set("place_kinds"),
            placeWords: Set(try words("place_words").map { $0.lowercased() }), actorKinds: try set("actor_kinds"),
            countries: Set(try words("countries").map { $0.uppercased() }), action: try action())
    }

    private func action() throws -> ReleaseRule.Action {
        switch keys["do"] as? String {
        case "publish": return .publish
        case "withhold": return .withhold
        case "delay":
            guard let days = keys["days"] as? Int, days >= 0 else {
                throw wrong("delay needs days: a whole number, 0 or more")
            }
            return .delay(days: days)
        case "coarsen":
            guard let level = (keys["to"] as? String).flatMap({ Coarsening($0) }) else {
                throw wrong("coarsen needs to: admin2, admin1, country or grid with degrees (grid 0.5)")
            }
            return .coarsen(level)
        default: throw wrong("do must be publish, withhold, delay or coarsen")
        }
    }

    private func words(_ key: String) throws -> [String] {
        guard let value = keys[key] else { return [] }
        guard let list = value as? [String], !list.isEmpty else {
            throw wrong("\(key) takes a list of words, such as [a, b]")
        }
        return list
    }

    private func set<T: RawRepresentable & Hashable & CaseIterable>(_ key: String) throws -> Set<T>
    where T.RawValue == String {
        Set(
            try words(key).map { word in
                guard let value = T(rawValue: word) else {
                    let all = T.allCases.map(\.rawValue).joined(separator: ", ")
                    throw wrong("\(key) has no \(word). There are \(all)")
                }
                return value
            })
    }

    private func wrong(_ what: String) -> PolicyError {
        let name = (keys["name"] as? String).map { " (\($0))" } ?? ""
        return PolicyError(description: "\(file): rule \(number)\(name): \(what)")
    }
}
