import Assessment
import Ledger
import Record

extension SourcedClaim {
    /// First valid day; the day it was known where the text gives none.
    var firstDay: Int { (claim.when?.start ?? claim.when?.end ?? known).firstDay }
    /// Last valid day; the day it was known where the text gives none.
    var lastDay: Int { max(firstDay, (claim.when?.end ?? claim.when?.start ?? known).lastDay) }

    /// Whether a filter lets the claim through, whatever its words: what `Ledger` asks of SQL.
    func fits(_ filter: ClaimFilter) -> Bool {
        if !filter.kinds.isEmpty, !filter.kinds.contains(claim.kind) { return false }
        if !filter.types.isEmpty, !filter.types.contains(claim.typeWord) { return false }
        if !filter.modalities.isEmpty, !filter.modalities.contains(claim.modality) { return false }
        if let least = filter.minConfidence, claim.confidence < least { return false }
        if let from = filter.from, lastDay < from.firstDay { return false }
        if let to = filter.to, firstDay > to.lastDay { return false }
        if let day = filter.known, known.firstDay > day.lastDay { return false }
        if let wanted = filter.report, report != wanted { return false }
        if !filter.background, claim.background { return false }
        if let source = filter.source?.lowercased(), publisher?.lowercased() != source,
            claim.attribution?.name.lowercased() != source
        {
            return false
        }
        if let wanted = filter.place {
            guard let place = claim.place else { return false }
            let fold = NameKey.fold(wanted)
            guard NameKey.of(place) == wanted || NameKey.fold(place.resolved ?? place.name) == fold else {
                return false
            }
        }
        if let wanted = filter.actor {
            let fold = NameKey.fold(wanted)
            guard claim.actors.contains(where: { NameKey.of($0) == wanted || NameKey.fold($0.name) == fold }) else {
                return false
            }
        }
        if let box = filter.box {
            guard let place = claim.place, let lat = place.latitude, let lon = place.longitude else { return false }
            guard (box.south...box.north).contains(lat), (box.west...box.east).contains(lon) else { return false }
        }
        return true
    }

    /// Whether every word stands in the sentence, in the names of the claim, or in `text`.
    func has(_ words: [Substring], in text: String? = nil) -> Bool {
        let names =
            claim.actors.map(\.name)
            + [claim.place?.name, claim.place?.resolved, claim.place?.admin1].compactMap { $0 }
        let all = ([sentence, text ?? ""] + names).joined(separator: " ").lowercased()
        return words.allSatisfy { all.contains($0) }
    }
}

extension Claim {
    /// Event type, control state, measure or bond.
    var typeWord: String {
        switch content {
        case .event(let event): event.type.rawValue
        case .control(let control): control.state.rawValue
        case .figure(let figure): figure.measure.rawValue
        case .relation(let relation): relation.bond.rawValue
        }
    }

    /// Every place that the claim names.
    var places: [Place] {
        guard case .event(let event) = content else { return [place].compactMap { $0 } }
        return [event.place, event.origin, event.destination].compactMap { $0 }
    }

    /// Every party that the claim names.
    var actors: [Actor] {
        switch content {
        case .event(let event): [event.actor, event.target].compactMap { $0 }
        case .control(let control):
            [control.holder, control.from, control.besieger].compactMap { $0 } + (control.holders ?? [])
        case .figure: []
        case .relation(let relation): [relation.actor, relation.target]
        }
    }
}
