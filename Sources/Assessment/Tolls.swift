public import Record

/// How many, by whose word: all figures of one measure, group and scope, never added across each other.
public struct Toll: Sendable, Equatable {
    /// One source's figure; later ones of the same source revise it.
    public struct Figure: Sendable, Equatable {
        /// Who gives it: the id or folded name of the voice.
        public var source: String
        /// Lowest number meant; nil where only an upper bound is given.
        public var low: Double?
        /// Highest number meant; nil where only a lower bound is given.
        public var high: Double?
        /// True for "about", "dozens".
        public var approximate: Bool
        /// True for a running total, false for new ones, nil where the text does not say.
        public var cumulative: Bool?
        /// The claim that gives it.
        public var claim: SourcedClaim
    }

    /// What is counted.
    public var measure: Record.Figure.Measure
    /// Who was counted; nil where the text does not say.
    public var group: String?
    /// The unit of what is no count of people ("km2").
    public var unit: String?
    /// The scope: figures of a province and of its towns stand apart.
    public var place: Place?
    /// The lowest figure that a source still stands by.
    public var low: Double?
    /// The highest figure that a source still stands by.
    public var high: Double?
    /// The middle one of the sources' newest figures.
    public var best: Double?
    /// Each independent source's newest figure, by source.
    public var current: [Figure]
    /// All figures in the order in which they became known: revisions.
    public var revisions: [Figure]
}

/// Gathers tolls.
public enum Tolls {
    /// New figures (no running totals) are of one matter where they are at most so many days apart.
    public static let window = 2

    /// The tolls of the figure claims among `claims`, as known on `known`; copies do not count twice. Figures stand
    /// together where measure, place, group, unit and kind (running total or new) are the same; new ones also by day.
    public static func assess(_ claims: [SourcedClaim], known: PartialDate? = nil) -> [Toll] {
        var groups: [String: [Entry]] = [:]
        for claim in claims where claim.claim.modality.isFactual {
            if let known, claim.known.lastDay > known.lastDay { continue }
            guard case .figure(let figure) = claim.claim.content else { continue }
            let place = figure.place.map { NameKey.of($0) } ?? ""
            let group = figure.group.map { NameKey.fold($0) } ?? ""
            let key = [
                figure.measure.rawValue, place, group, figure.unit ?? "", figure.cumulative == true ? "total" : "",
            ]
            .joined(separator: "\0")
            groups[key, default: []].append(Entry(claim, figure))
        }
        return groups.sorted { $0.key < $1.key }.flatMap { matters($0.value).compactMap(toll) }
    }

    /// The dead of one event by the words of its claims; nil where none counts them.
    static func killed(in members: [SourcedClaim]) -> Toll? {
        toll(
            members.compactMap { claim in
                guard case .event(let event) = claim.claim.content, let dead = event.fatalities else { return nil }
                var figure = Figure(
                    measure: .killed, low: dead.low.map(Double.init), high: dead.high.map(Double.init),
                    approximate: dead.approximate ?? false)
                (figure.place, figure.cumulative) = (event.place, false)
                return Entry(claim, figure)
            })
    }

    private struct Entry {
        var claim: SourcedClaim
        var figure: Figure
        var day: Int

        init(_ claim: SourcedClaim, _ figure: Figure) {
            (self.claim, self.figure) = (claim, figure)
            day = (claim.claim.when?.start ?? claim.claim.when?.end ?? claim.known).firstDay
        }
    }

    /// Running totals are one matter; new figures are cut where more than ``window`` days lie between them and the first.
    private static func matters(_ entries: [Entry]) -> [[Entry]] {
        guard entries.count > 1, entries[0].figure.cumulative != true else { return [entries] }
        var cut: [[Entry]] = []
        for entry in entries.sorted(by: { ($0.day, $0.claim.key) < ($1.day, $1.claim.key) }) {
            if let first = cut.last?.first, entry.day - first.day <= window {
                cut[cut.count - 1].append(entry)
            } else {
                cut.append([entry])
            }
        }
        return cut
    }

    private static func toll(_ entries: [Entry]) -> Toll? {
        let sorted = entries.sorted { ($0.claim.known.lastDay, $0.claim.key) < ($1.claim.known.lastDay, $1.claim.key) }
        guard let sample = sorted.first?.figure else { return nil }
        var revisions: [Toll.Figure] = []
        var newest: [String: Toll.Figure] = [:]
        var said: Set<String> = []
        for entry in sorted {
            let (claim, figure) = (entry.claim, entry.figure)
            let source =
                claim.claim.attribution.map { $0.id ?? NameKey.fold($0.name) }
                ?? (claim.echoOf == claim.report ? claim.publisher.map { NameKey.fold($0) } : nil) ?? claim.echoOf
            // A copy repeats its original; it neither confirms nor revises.
            let words = "\(claim.echoOf)\0\(figure.low ?? -1)\0\(figure.high ?? -1)"
            if !said.insert(words).inserted, claim.echoOf != claim.report { continue }
            let item = Toll.Figure(
                source: source, low: figure.low, high: figure.high, approximate: figure.approximate,
                cumulative: figure.cumulative, claim: claim)
            revisions.append(item)
            newest[source] = item
        }
        let current = newest.values.sorted { ($0.source, $0.claim.key) < ($1.source, $1.claim.key) }
        let middles = current.compactMap { $0.low ?? $0.high }.sorted()
        return Toll(
            measure: sample.measure, group: sample.group, unit: sample.unit, place: sample.place,
            low: current.compactMap { $0.low ?? $0.high }.min(), high: current.compactMap { $0.high ?? $0.low }.max(),
            best: middles.isEmpty ? nil : middles[middles.count / 2], current: current, revisions: revisions)
    }
}
