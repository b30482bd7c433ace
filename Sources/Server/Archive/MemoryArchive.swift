public import Assessment
public import Foundation
public import Ledger
public import Record
import Synchronization

/// An archive in memory: for tests, for `dateline code`'s output without a ledger, and for what a policy released.
public final class MemoryArchive: Archive {
    private let coded: [String: CodedReport]
    private let headers: [ReportRow]
    private let all: [SourcedClaim]
    private let numbers: [String: Int]
    private let taken = Mutex<[Decision]>([])
    private let base: Int64

    /// Holds coded reports for the life of the process.
    public convenience init(_ reports: [CodedReport]) {
        let claims = reports.flatMap { coded in
            coded.claims.map { claim in
                SourcedClaim(
                    key: "\(coded.report.id)#\(claim.id)", claim: claim, report: coded.report.id,
                    publisher: coded.report.publisher, url: coded.report.url,
                    known: coded.report.published ?? PartialDate(daysSince1970: 0),
                    sentence: claim.evidence.text(in: coded.text), echoOf: coded.report.id)
            }
        }
        self.init(claims: claims, headers: reports.map { ReportRow($0.report, claims: $0.claims.count) }, reports)
    }

    /// Holds claims with what is known of their reports.
    ///
    /// - Parameters:
    ///   - reports: those that can be read in full.
    ///   - version: what ``version()`` begins with.
    public init(claims: [SourcedClaim], headers: [ReportRow], _ reports: [CodedReport] = [], version: Int64 = 0) {
        all = claims
        self.headers = headers.sorted { ($1.known, $0.id) < ($0.known, $1.id) }
        coded = Dictionary(reports.map { ($0.report.id, $0) }, uniquingKeysWith: { first, _ in first })
        numbers = Dictionary(claims.enumerated().map { ($1.key, $0) }, uniquingKeysWith: { first, _ in first })
        base = version
    }

    public func version() throws -> Int64 { base + Int64(taken.withLock { $0.count }) }
    public func size() throws -> (reports: Int, claims: Int) { (headers.count, all.count) }

    public func span() throws -> LedgerSpan {
        let known = all.map(\.known.lastDay)
        let last = known.max()
        let days = counted.filter { $0.claim.modality.isFactual && !$0.claim.background }.map(\.firstDay)
        return LedgerSpan(
            firstTold: days.min(), lastTold: days.filter { $0 <= last ?? .max }.max(), firstKnown: known.min(),
            lastKnown: last)
    }

    // MARK: - Claims

    public func claims(_ filter: ClaimFilter) throws -> [SourcedClaim] {
        let found = sorted(matching(filter), filter.order).dropFirst(filter.offset)
        return Array(filter.limit.map { found.prefix($0) } ?? found)
    }

    public func countClaims(_ filter: ClaimFilter) throws -> Int { matching(filter).count }

    public func facet(_ facet: Ledger.Facet, _ filter: ClaimFilter, limit: Int) throws -> [Count] {
        var counts: [String: Int] = [:]
        for sourced in matching(filter) {
            let key: String? =
                switch facet {
                case .kind: sourced.claim.kind.rawValue
                case .type: sourced.claim.typeWord
                case .modality: sourced.claim.modality.rawValue
                case .publisher: sourced.publisher
                case .speaker: sourced.claim.attribution?.name
                }
            if let key { counts[key, default: 0] += 1 }
        }
        return counts.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.prefix(limit).map { Count($0.key, $0.value) }
    }

    public func claim(_ key: String) throws -> SourcedClaim? { numbers[key].map { all[$0] } }

    public func claims(numbers: [Int]) throws -> [Int: SourcedClaim] {
        Dictionary(
            numbers.filter(all.indices.contains).map { ($0, all[$0]) }, uniquingKeysWith: { first, _ in first })
    }

    public func reviewQueue(_ filter: ClaimFilter, limit: Int) throws -> [SourcedClaim] {
        var filter = filter
        (filter.undecided, filter.order, filter.limit) = (true, .unsure, limit)
        return try claims(filter)
    }

    /// Claims that nobody rejected.
    private var counted: [SourcedClaim] {
        let rejected = Set(
            taken.withLock { $0 }.filter { $0.action == .reject && !$0.undone }.map(\.claim))
        return rejected.isEmpty ? all : all.filter { !rejected.contains($0.key) }
    }

    private func matching(_ filter: ClaimFilter) -> [SourcedClaim] {
        let words = (filter.text ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
        var decided: Set<String> = []
        if filter.undecided {
            decided = Set(taken.withLock { $0 }.filter { !$0.undone && $0.action != .undo }.map(\.claim))
        }
        return (filter.counted ? counted : all).filter {
            $0.fits(filter) && !decided.contains($0.key)
                && (words.isEmpty || $0.has(words, in: coded[$0.report]?.text))
        }
    }

    private func sorted(_ claims: [SourcedClaim], _ order: ClaimFilter.Order) -> [SourcedClaim] {
        switch order {
        case .valid: claims.sorted { ($0.firstDay, $0.key) < ($1.firstDay, $1.key) }
        case .validDescending: claims.sorted { ($1.firstDay, $0.key) < ($0.firstDay, $1.key) }
        case .known: claims.sorted { ($0.known, $0.key) < ($1.known, $1.key) }
        case .knownDescending: claims.sorted { ($1.known, $0.key) < ($0.known, $1.key) }
        case .confidence: claims.sorted { ($1.claim.confidence, $0.key) < ($0.claim.confidence, $1.key) }
        case .unsure: claims.sorted { ($0.claim.confidence, $0.key) < ($1.claim.confidence, $1.key) }
        case .recorded: claims
        case .recordedDescending: claims.reversed()
        }
    }

    // MARK: - The map

    public func histories(known: PartialDate?) throws -> Histories {
        var groups: [String: [Int]] = [:]
        var names = PartyNames()
        let limit = known?.lastDay ?? Int.max
        let counts = Set(counted.map(\.key))
        for (number, sourced) in all.enumerated() where sourced.known.firstDay <= limit && counts.contains(sourced.key)
        {
            guard sourced.claim.kind == .control, let place = sourced.claim.place else { continue }
            groups[NameKey.of(place), default: []].append(number)
            names.note(sourced.claim)
        }
        let places = groups.sorted { $0.key < $1.key }.compactMap { key, members -> PlaceHistory? in
            guard let place = members.first.flatMap({ all[$0].claim.place }) else { return nil }
            let claims = members.map { all[$0] }
            var periods = ControlHistory.assess(claims, known: known).periods
            for index in periods.indices {
                periods[index].supporting = periods[index].supporting.map { members[$0] }
                periods[index].contradicting = periods[index].contradicting.map { members[$0] }
                periods[index].echoes = periods[index].echoes.map { members[$0] }
            }
            return PlaceHistory(key: key, place: place, periods: periods)
        }
        return Histories(places: places, parties: names.chosen)
    }

    public func history(at key: String, known: PartialDate?) throws -> Histories? {
        let all = try histories(known: known)
        return all.place(key).map { Histories(places: [$0], parties: all.parties) }
    }

    public func placesTold(known: PartialDate?) throws -> [PlaceRow] {
        var rows: [String: PlaceRow] = [:]
        for sourced in counted where sourced.known.firstDay <= known?.lastDay ?? .max {
            guard let place = sourced.claim.place else { continue }
            rows[NameKey.of(place), default: PlaceRow(place, claims: 0)].claims += 1
        }
        return rows.values.sorted { $0.key < $1.key }
    }

    public func dayCounts(known: PartialDate?) throws -> [DayCount] {
        var counts: [Int: [Claim.Kind: Int]] = [:]
        let last = known?.lastDay ?? .max
        for sourced in counted where sourced.claim.modality.isFactual && sourced.known.firstDay <= last {
            guard sourced.claim.when?.precision != .year else { continue }
            counts[sourced.firstDay, default: [:]][sourced.claim.kind, default: 0] += 1
        }
        return counts.sorted { $0.key < $1.key }.flatMap { day, kinds in
            Claim.Kind.allCases.compactMap { kind in kinds[kind].map { DayCount(day: day, kind: kind, count: $0) } }
        }
    }

    public func eventMarks(_ days: ClosedRange<Int>, known: PartialDate?) throws -> EventMarks {
        var filter = ClaimFilter()
        (filter.kinds, filter.modalities, filter.background) = ([.event], [.asserted, .claimed], false)
        (filter.known, filter.counted) = (known, true)
        var marks = EventMarks()
        var (types, places): ([String: Int], [String: Int]) = ([:], [:])
        for sourced in try claims(filter) where days.contains(sourced.firstDay) {
            guard let place = sourced.claim.place else { continue }
            let (type, key) = (sourced.claim.typeWord, NameKey.of(place))
            if types[type] == nil {
                types[type] = marks.types.count
                marks.types.append(type)
            }
            if places[key] == nil {
                places[key] = marks.places.count
                marks.places.append((key, place))
            }
            marks.day.append(sourced.firstDay)
            marks.type.append(types[type] ?? 0)
            marks.place.append(places[key] ?? 0)
        }
        return marks
    }

    public func actors(named name: String?, limit: Int, offset: Int) throws -> [ActorRow] {
        var rows: [String: ActorRow] = [:]
        for sourced in all {
            for actor in sourced.claim.actors {
                rows[NameKey.of(actor), default: ActorRow(actor, claims: 0)].claims += 1
            }
        }
        let wanted = name.map(NameKey.fold)
        let found = rows.values.filter { wanted == nil || NameKey.fold($0.actor.name) == wanted || $0.key == name }
        return Array(found.sorted { ($1.claims, $0.key) < ($0.claims, $1.key) }.dropFirst(offset).prefix(limit))
    }

    // MARK: - Reports

    public func reports(limit: Int, offset: Int, matching words: String?) throws -> [ReportRow] {
        let wanted = (words ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
        let sentences = wanted.isEmpty ? [:] : Dictionary(grouping: all, by: \.report)
        let found = headers.filter { row in
            let text = ([row.title ?? "", coded[row.id]?.text ?? ""] + (sentences[row.id] ?? []).map(\.sentence))
                .joined(separator: " ").lowercased()
            return wanted.allSatisfy { text.contains($0) }
        }
        return Array(found.dropFirst(offset).prefix(limit))
    }

    public func report(_ id: String) throws -> CodedReport? { coded[id] }

    public func captioned(known: PartialDate?, limit: Int) throws -> [(report: ReportRow, captions: [PlacedCaption])] {
        headers.filter { $0.known.firstDay <= known?.lastDay ?? .max }.compactMap { row in
            guard let report = coded[row.id], !report.captions.isEmpty else { return nil }
            return (row, report.captions.map { PlacedCaption($0, among: report.places) })
        }
    }

    // MARK: - Decisions

    public var takesDecisions: Bool { true }

    public func decisions(claim key: String?) throws -> [Decision] {
        taken.withLock { $0 }.filter { key == nil || $0.claim == key }
    }

    public func decide(
        _ action: Decision.Action, claim key: String, field: String?, old: String?, new: String?, who: String,
        why: String?, at: Date
    ) throws -> Int64 {
        taken.withLock { taken in
            let number = Int64(taken.count + 1)
            taken.append(
                Decision(
                    number: number, claim: key, action: action, field: field, new: new, who: who, at: at, why: why))
            return number
        }
    }

    public func undo(_ number: Int64, who: String, why: String?, at: Date) throws -> Int64 {
        try taken.withLock { taken in
            guard let index = taken.firstIndex(where: { $0.number == number }), !taken[index].undone else {
                throw LedgerError("decision \(number) is undone already")
            }
            taken[index].undone = true
            let new = Int64(taken.count + 1)
            taken.append(
                Decision(
                    number: new, claim: taken[index].claim, action: .undo, who: who, at: at, why: why, undoes: number))
            return new
        }
    }
}
