import Foundation
import Record

/// How often claims like this one were right: a logistic regression over what a claim holds and how it was found, fitted
/// by `Scripts/calibrate` on reports with hand-made gold. Weights are a small table (`learned/confidence.tsv`), one
/// feature a line.
struct Confidence: Sendable {
    private let weights: [String: Double]
    /// Changes with the table.
    let checksum: UInt64

    /// Reads the table; nil where there is none. Throws ``LexiconError`` for a line that is no feature with its weight.
    init?(path: String) throws {
        guard let data = FileManager.default.contents(atPath: path) else { return nil }
        var weights: [String: Double] = [:]
        for (number, line) in String(decoding: data, as: UTF8.self).split(separator: "\n").enumerated()
        where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            guard cells.count == 2, let weight = Double(cells[1]) else {
                throw LexiconError(file: path, line: number + 1, message: "expected a feature, a tab and its weight")
            }
            weights[String(cells[0])] = weight
        }
        self.weights = weights
        checksum = data.reduce(0xCBF2_9CE4_8422_2325) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
    }

    /// The chance that a claim is right, to two digits.
    func chance(of draft: Draft) -> Double {
        let score = Self.features(of: draft).reduce(0) { $0 + (weights[$1] ?? 0) }
        return (100 / (1 + exp(-score))).rounded() / 100
    }

    /// The features of a claim; `Scripts/calibrate` reads the same from the claim's JSON.
    static func features(of draft: Draft) -> [String] {
        var found: [String] = []
        switch draft.content {
        case .event(let event):
            found = ["event", "event \(event.type.rawValue)"]
            if let actor = event.actor { found.append(actor.id == nil ? "event actor" : "event actor known") }
            if event.target != nil { found.append("event target") }
            if event.fatalities != nil { found.append("event toll") }
            found.append("event place \(place(event.place, draft))")
            found.append(
                draft.rule.contains("learned/")
                    ? "event learned" : draft.rule.hasPrefix("event/noun") ? "event noun" : "event verb")
        case .control(let control):
            found = ["control", "control \(control.state.rawValue)", "control place \(place(control.place, draft))"]
            if let holder = control.holder {
                found.append(holder.id == nil ? "control holder" : "control holder known")
            }
            if control.from != nil { found.append("control from") }
        case .figure(let figure):
            found = ["figure", "figure \(figure.measure.rawValue)"]
            if figure.approximate { found.append("figure approximate") }
            if figure.cumulative == true { found.append("figure cumulative") }
        case .relation(let relation):
            found = ["relation", "relation \(relation.bond.rawValue)"]
            if relation.actor.id != nil, relation.target.id != nil { found.append("relation known") }
        }
        let kind = found[0]
        found.append("\(kind) \(draft.modality.rawValue)")
        if draft.attribution != nil { found.append("\(kind) attributed") }
        if draft.background { found.append("\(kind) background") }
        return found
    }

    private static func place(_ place: Place?, _ draft: Draft) -> String {
        guard let place else { return "none" }
        let near = place.range.map { $0.start >= draft.evidence.start && $0.end <= draft.evidence.end } ?? false
        return (near ? "near " : "far ") + (place.id == nil ? "unresolved" : "resolved")
    }
}
