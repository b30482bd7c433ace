import Foundation
import GRDB
import Record

/// One field of a claim, corrected by an analyst: the claim as SCHEMA.md writes it, with another value under a key.
struct Correction {
    /// A key of SCHEMA.md; `start` and `end` stand for those of `when`, `scope` and `share` for those of `place`.
    var field: String
    /// The value as a person types it: a name, a word of the schema, a number, a date, or JSON.
    var value: String

    /// What a claim is and where it stands cannot be corrected, only rejected.
    private static let fixed: Set<String> = ["id", "kind", "evidence", "trigger", "rule", "codes", "confidence"]
    private static let parties: Set<String> = ["holder", "from", "actor", "target", "besieger"]
    private static let places: Set<String> = ["place", "origin", "destination"]
    private static let numbers: Set<String> = ["low", "high"]
    private static let flags: Set<String> = ["approximate", "background", "cumulative"]

    /// The claim with the new value.
    ///
    /// - Throws: ``LedgerError`` that says which values the field takes.
    func apply(to claim: Claim, _ db: Database) throws -> Claim {
        guard !Self.fixed.contains(field) else {
            throw LedgerError("\(field) cannot be corrected; reject the claim instead")
        }
        var object = try Self.object(claim)
        try set(in: &object, kind: claim.kind, db)
        do {
            return try JSONDecoder().decode(Claim.self, from: JSONSerialization.data(withJSONObject: object))
        } catch {
            throw LedgerError(
                "\(field): “\(value)” is no value for this field of a claim of kind \(claim.kind.rawValue)")
        }
    }

    /// The value that the field has now, as text; nil where it has none.
    func current(in claim: Claim) throws -> String? {
        let object = try Self.object(claim)
        switch object[field] {
        case let text as String: return text
        case let party as [String: Any]: return (party["resolved"] ?? party["name"]) as? String
        case let other?: return "\(other)"
        case nil: return ((object["when"] as? [String: Any])?[field]) as? String
        }
    }

    private static func object(_ claim: Claim) throws -> [String: Any] {
        try JSONSerialization.jsonObject(with: JSONEncoder().encode(claim)) as? [String: Any] ?? [:]
    }

    private func set(in object: inout [String: Any], kind: Claim.Kind, _ db: Database) throws {
        let text = value.trimmingCharacters(in: .whitespaces)
        if let first = text.first, first == "{" || first == "[" {
            object[field] = try? JSONSerialization.jsonObject(with: Data(text.utf8))
        } else if text.isEmpty, field != "start", field != "end" {
            object[field] = nil
        } else if Self.parties.contains(field) {
            object[field] = try Self.party(text, db)
        } else if field == "holders" {
            object[field] = try text.split(separator: ",").map {
                try Self.party($0.trimmingCharacters(in: .whitespaces), db)
            }
        } else if Self.places.contains(field) {
            object[field] = try place(text, old: object[field] as? [String: Any] ?? [:], db)
        } else if field == "scope" || field == "share" {
            var place = object["place"] as? [String: Any] ?? [:]
            place[field] = field == "share" ? Double(text) as Any : text
            object["place"] = place
        } else if field == "when" || field == "start" || field == "end" {
            object["when"] = try when(text, old: object["when"] as? [String: Any] ?? [:])
        } else if field == "fatalities" || field == "wounded" {
            let bounds = text.split(whereSeparator: { $0 == "-" || $0 == "–" }).compactMap { Int($0) }
            guard let low = bounds.first else { throw LedgerError("\(field): expected a number or two (12 or 12-15)") }
            object[field] = ["low": low, "high": bounds.last ?? low]
        } else if Self.numbers.contains(field) {
            guard let number = Double(text) else { throw LedgerError("\(field): expected a number, not “\(text)”") }
            object[field] = number
        } else if Self.flags.contains(field) {
            object[field] = ["true", "yes", "1"].contains(text.lowercased())
        } else if field == "attributed_to" {
            var speaker = object[field] as? [String: Any] ?? ["kind": Attribution.Kind.media.rawValue]
            (speaker["name"], speaker["id"]) = (text, nil)
            object[field] = speaker
        } else {
            object[field] = text
        }
        // Another type has other codes.
        if field == "type" { object["codes"] = nil }
    }

    /// A party that the ledger knows by this name, else one of unknown kind.
    private static func party(_ name: String, _ db: Database) throws -> [String: Any] {
        guard let row = try Lookup.actors(name, db).first,
            let body = try Data.fetchOne(db, sql: "SELECT body FROM actors WHERE row = ?", arguments: [row])
        else { return ["name": name, "kind": Actor.Kind.unknown.rawValue] }
        let actor = try body.withUnsafeBytes { bytes in
            var box = ByteReader(bytes)
            return try ClaimCodec.actor(&box)
        }
        return try JSONSerialization.jsonObject(with: JSONEncoder().encode(actor)) as? [String: Any] ?? [:]
    }

    /// A place that the ledger knows by this name, else one without coordinates; scope and share stay.
    private func place(_ name: String, old: [String: Any], _ db: Database) throws -> [String: Any] {
        var place: [String: Any] = ["name": name]
        if let row = try Lookup.places(name, db).first,
            let body = try Data.fetchOne(db, sql: "SELECT body FROM places WHERE row = ?", arguments: [row])
        {
            let encoded = try JSONEncoder().encode(Ledger.decodePlace(body))
            place = try JSONSerialization.jsonObject(with: encoded) as? [String: Any] ?? place
        }
        for key in ["start", "end", "scope", "share"] where old[key] != nil { place[key] = old[key] }
        return place
    }

    /// A day, month or year for `start` or `end`; `when` takes one date for both, or two with a slash between.
    private func when(_ text: String, old: [String: Any]) throws -> [String: Any]? {
        let dates = text.split(separator: "/").map { PartialDate($0) }
        guard dates.count <= 2, dates.allSatisfy({ $0 != nil }) else {
            throw LedgerError("\(field): expected an ISO date (2017-11-09, 2017-11 or 2017), not “\(text)”")
        }
        var span = old
        let ends = (dates.first ?? nil, dates.last ?? nil)
        if field != "end" { span["start"] = ends.0?.description }
        if field != "start" || old["end"] as? String == old["start"] as? String { span["end"] = ends.1?.description }
        span["precision"] = (ends.0 ?? ends.1)?.precision.rawValue ?? old["precision"] ?? Precision.day.rawValue
        return span["start"] == nil && span["end"] == nil ? nil : span
    }
}
