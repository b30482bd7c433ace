import Coding
import Exchange
import Foundation
import Record

/// The working parts of `dateline compare`: coding a table's own texts, and printing what came out.
struct CompareRun {
    let name: String
    let days: Int
    let kilometres: Double

    /// A coded report's claims with their report.
    static func sourced(_ coded: CodedReport) -> [SourcedClaim] {
        let known = coded.report.published ?? PartialDate(daysSince1970: 0)
        return coded.claims.map { claim in
            SourcedClaim(
                key: coded.report.id + "#" + claim.id, claim: claim, report: coded.report.id,
                publisher: coded.report.publisher, url: coded.report.url, known: known,
                sentence: claim.evidence.text(in: coded.text), echoOf: coded.report.id)
        }
    }

    /// The event claims of the rows' own texts; rows that share a text and a day share its claims.
    func code(_ rows: [CodedReport], _ pipeline: Pipeline) throws -> [SourcedClaim] {
        struct Text: Hashable {
            var text: String
            var day: PartialDate?
        }
        var seen: Set<Text> = []
        var claims: [SourcedClaim] = []
        var batches = Batches<Report, [SourcedClaim]>(jobs: ProcessInfo.processInfo.activeProcessorCount) { report in
            Self.sourced(pipeline.code(report)).filter { $0.claim.kind == .event }
        } emit: {
            claims += $0
        }
        var texts = 0
        for row in rows {
            let published = row.report.published
            guard !row.text.isEmpty, seen.insert(Text(text: row.text, day: published)).inserted else { continue }
            var report = Report(id: "text:" + row.report.id, text: row.text)
            (report.published, report.publisher) = (published, row.report.publisher)
            texts += 1
            try batches.add(report, weight: row.text.utf8.count)
        }
        try batches.finish()
        Terminal.complain("dateline: \(texts) text(s) of \(rows.count) row(s) coded, \(claims.count) event claim(s)")
        return claims
    }

    func print(_ result: Comparison, list: CompareCommand.Listing, limit: Int) {
        let (both, ours, theirs) = (result.matched.count, result.onlyOurs.count, result.onlyTheirs.count)
        var sums = Table(["", "events", "share of ours", "share of theirs"])
        func share(_ part: Int, _ whole: Int) -> String {
            whole == 0 ? "-" : String(format: "%.1f %%", 100 * Double(part) / Double(whole))
        }
        sums.add(["matched", "\(both)", share(both, both + ours), share(both, both + theirs)])
        sums.add(["only ours", "\(ours)", share(ours, both + ours), ""])
        sums.add(["only \(name)", "\(theirs)", "", share(theirs, both + theirs)])
        sums.print(empty: "")
        let tolls = Comparison.TollAgreement.allCases.map { kind in
            "\(result.matched.count { $0.toll == kind }) \(kind.rawValue)"
        }
        let near = result.matched.count { $0.days == 0 }
        let days = "same day \(near), one apart or more \(both - near)"
        Terminal.say("\nMatched: \(days); toll \(tolls.joined(separator: ", ")).\n")
        switch list {
        case .none: break
        case .matched: matched(result, limit)
        case .ours: events(result.onlyOurs, limit)
        case .theirs: events(result.onlyTheirs, limit)
        case .places: places(result, limit)
        }
    }

    private func matched(_ result: Comparison, _ limit: Int) {
        var table = Table(["day", "place", "ours", "killed", "theirs", "killed", "km", "toll"])
        for match in result.matched.prefix(limit) {
            table.add([
                day(match.theirs), place(match.theirs), match.ours.type.rawValue, killed(match.ours),
                match.theirs.id, killed(match.theirs), match.kilometres.map { String(format: "%.0f", $0) } ?? "",
                match.toll.rawValue,
            ])
        }
        table.print(empty: "nothing matched")
    }

    private func events(_ events: [ComparedEvent], _ limit: Int) {
        var table = Table(["day", "place", "type", "killed", "id"])
        for event in events.prefix(limit) {
            table.add([day(event), place(event), event.type.rawValue, killed(event), event.id])
        }
        table.print(empty: "none")
    }

    private func places(_ result: Comparison, _ limit: Int) {
        var counts: [String: (both: Int, ours: Int, theirs: Int)] = [:]
        for match in result.matched { counts[place(match.theirs), default: (0, 0, 0)].both += 1 }
        for event in result.onlyOurs { counts[place(event), default: (0, 0, 0)].ours += 1 }
        for event in result.onlyTheirs { counts[place(event), default: (0, 0, 0)].theirs += 1 }
        var table = Table(["place", "matched", "only ours", "only \(name)"])
        let order = counts.sorted { a, b in
            let (x, y) = (a.value.both + a.value.ours + a.value.theirs, b.value.both + b.value.ours + b.value.theirs)
            return x != y ? x > y : a.key < b.key
        }
        for (name, count) in order.prefix(limit) {
            table.add([name, "\(count.both)", "\(count.ours)", "\(count.theirs)"])
        }
        table.print(empty: "no event has a place")
    }

    private func day(_ event: ComparedEvent) -> String { PartialDate(daysSince1970: event.first).description }
    private func place(_ event: ComparedEvent) -> String { event.place.map { $0.resolved ?? $0.name } ?? "?" }
    private func killed(_ event: ComparedEvent) -> String {
        guard let span = event.killed else { return "" }
        return span.count == 1 ? "\(span.lowerBound)" : "\(span.lowerBound)–\(span.upperBound)"
    }
}
