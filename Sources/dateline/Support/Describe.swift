import Foundation
import Record

/// Claims in one readable line each.
enum Describe {
    /// "captured  Mayadin  by Syrian army from Islamic State".
    static func claim(_ claim: Claim) -> (what: String, who: String, place: String) {
        switch claim.content {
        case .event(let event):
            let who = [event.actor?.name, event.target.map { "→ " + $0.name }].compactMap { $0 }.joined(separator: " ")
            return (event.type.rawValue + toll(event), who, event.place?.name ?? event.destination?.name ?? "")
        case .control(let control):
            var who = control.holder?.name ?? control.holders?.map(\.name).joined(separator: " / ") ?? ""
            if let from = control.from { who += " from " + from.name }
            let share = control.place.share.map { " (\(Int($0)) %)" } ?? (control.place.scope == .part ? " (part)" : "")
            return (control.state.rawValue, who, control.place.name + share)
        case .figure(let figure):
            return (
                "\(figure.measure.rawValue) \(range(figure.low, figure.high, figure.approximate))", figure.group ?? "",
                figure.place?.name ?? ""
            )
        case .relation(let relation):
            return (relation.bond.rawValue, "\(relation.actor.name) → \(relation.target.name)", "")
        }
    }

    /// "12", "12–15", "at least 12", "up to 15".
    static func range(_ low: Double?, _ high: Double?, _ approximate: Bool) -> String {
        func text(_ value: Double) -> String { value == value.rounded() ? "\(Int(value))" : "\(value)" }
        switch (low, high) {
        case (let low?, let high?) where low == high: return (approximate ? "about " : "") + text(low)
        case (let low?, let high?): return "\(text(low))–\(text(high))"
        case (let low?, nil): return "at least " + text(low)
        case (nil, let high?): return "up to " + text(high)
        default: return "?"
        }
    }

    /// "0.40".
    static func decimal(_ value: Double) -> String { String(format: "%.2f", value) }

    private static func toll(_ event: Event) -> String {
        guard let dead = event.fatalities else { return "" }
        return " (" + range(dead.low.map(Double.init), dead.high.map(Double.init), dead.approximate ?? false) + " dead)"
    }

    /// "2017-11-03", "since 2014", "2014 to 2017-11".
    static func time(_ span: TimeSpan?) -> String {
        switch (span?.start, span?.end) {
        case (let start?, let end?): return start == end ? "\(start)" : "\(start) to \(end)"
        case (let start?, nil): return "since \(start)"
        case (nil, let end?): return "until \(end)"
        default: return ""
        }
    }
}
