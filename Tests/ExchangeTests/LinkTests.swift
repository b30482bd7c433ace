import Assessment
import Exchange
import Foundation
import Record
import Testing

/// Blocks linked apart give what all claims at once give.
@Suite("Linking in blocks")
struct LinkTests {
    /// An event of a report of its own on a day of November 2017 (day 0 is the first).
    private func report(
        _ number: Int, at town: Int?, day: Int, type: EventType = .airStrike, killed: Int? = nil
    ) -> CodedReport {
        var place: Place?
        if let town {
            place = Place(name: "Town \(town)", range: TextRange(3, 9))
            place?.id = town % 3 == 0 ? nil : "made:\(town)"
        }
        var event = Event(
            type: type, actor: Actor(name: "the army", id: "syrian_army", kind: .stateForce), target: nil, place: place)
        event.fatalities = killed.map { Quantity(low: $0, high: $0) }
        let date = PartialDate(daysSince1970: 17_471 + day)
        let text = "É – Town \(town ?? 0) was hit, \(killed ?? 0) died."
        var coded = CodedReport(report: .init(id: "r\(number)"), text: text)
        coded.report.published = date
        coded.claims = [
            Claim(
                id: "c1", content: .event(event), evidence: TextRange(0, text.utf8.count), trigger: TextRange(3, 6),
                modality: .asserted, when: TimeSpan(date), confidence: 0.9, rule: "event/test")
        ]
        return coded
    }

    /// Reports crowded on few places and days, so that chains of days, gaps of three days and battles come about.
    private func war(_ count: Int, seed: UInt64) -> [CodedReport] {
        var state = seed
        func dice(_ below: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % below
        }
        let types: [EventType] = [.airStrike, .shelling, .armedClash, .attack]
        return (0..<count).map { number in
            report(
                number, at: dice(12) == 0 ? nil : dice(9), day: dice(40), type: types[dice(4)],
                killed: dice(2) == 0 ? dice(30) : nil)
        }
    }

    private func text(_ lines: [[UInt8]]) -> [String] { lines.map { String(decoding: $0, as: UTF8.self) }.sorted() }

    /// The lines of the reports through `count` linkers, places shared out among them.
    private func inBlocks(_ reports: [CodedReport], linkers count: Int) throws -> [[UInt8]] {
        let lines = reports.flatMap { BlockLine.lines(of: $0) }.map(\.bytes)
        var shares = [[BlockLine]](repeating: [], count: count)
        for line in lines {
            let read = try BlockLine(json: line, position: "line")
            shares[(read.block.place ?? read.claim.key).utf8.reduce(0) { $0 &+ Int($1) } % count].append(read)
        }
        return try shares.flatMap { share in
            var linker = IncidentLinker()
            let sorted = share.sorted { ($0.block.place ?? "", $0.block.day) < ($1.block.place ?? "", $1.block.day) }
            return try sorted.flatMap { try linker.add($0, position: "line") } + linker.finish()
        }
    }

    @Test("any number of linkers gives what one gives of all lines at once", arguments: [1, 2, 5], [3, 300, 900])
    func same(linkers: Int, reports: Int) throws {
        let war = war(reports, seed: UInt64(reports))
        let whole = IncidentLinker.link(war.flatMap { BlockLine.lines(of: $0) })
        #expect(text(try inBlocks(war, linkers: linkers)) == text(whole))
        #expect(reports < 10 || whole.count < reports)
    }

    @Test("claims two days apart are linked over the border of a stretch, three days apart they are not")
    func borders() throws {
        // Days 1, 3, 5 hang together link by link; 8 is three days off.
        let reports = [1, 3, 5, 8].map { report($0, at: 1, day: $0, killed: 7) }
        let lines = try inBlocks(reports, linkers: 1)
        #expect(lines.count == 2)
        #expect(text(lines) == text(IncidentLinker.link(reports.flatMap { BlockLine.lines(of: $0) })))
        #expect(
            text(lines)[0].contains("\"first\":\"2017-11-02\"") && text(lines)[0].contains("\"last\":\"2017-11-06\""))
    }

    @Test("a report that an archive has twice stays two members of nothing else, in any order")
    func twice() throws {
        let one = report(1, at: 1, day: 1, killed: 3)
        var other = report(1, at: 1, day: 1, killed: 4)
        other.text = "Another text of the same id."
        let lines = [one, other].flatMap { BlockLine.lines(of: $0) }
        #expect(IncidentLinker.link(lines) == IncidentLinker.link(lines.reversed()))
        #expect(IncidentLinker.link(lines).count == 2)
    }

    @Test("lines out of order are told with line, block and day; the rest goes on")
    func order() throws {
        func line(_ number: Int, _ town: Int, _ day: Int) throws -> BlockLine {
            try #require(BlockLine.lines(of: report(number, at: town, day: day)).first)
        }
        var linker = IncidentLinker()
        _ = try linker.add(line(1, 1, 1), position: "file: line 1")
        #expect(try linker.add(line(2, 1, 9), position: "file: line 2").count == 1)
        let late = #expect(throws: ImportError.self) {
            try linker.add(line(3, 1, 2), position: "file: line 3")
        }
        #expect(late?.description.contains("line 3: 2017-11-03 of block made:1 came too late") == true)
        #expect(try linker.add(line(4, 2, 1), position: "file: line 4").count == 1)
        let again = #expect(throws: ImportError.self) {
            try linker.add(line(5, 1, 30), position: "file: line 5")
        }
        #expect(again?.description.contains("line 5: block made:1 came before") == true)
        #expect(linker.finish().count == 1)
    }

    @Test("a line that is none names its place and what is wrong")
    func broken() throws {
        let good = try #require(BlockLine.lines(of: report(1, at: 1, day: 1)).first)
        let text = String(decoding: good.bytes, as: UTF8.self)
        let cases = [
            ("{", "no valid JSON"), ("{\"block\":\"made:1\"}", "no key \"claim\""),
            (text.replacing("\"made:1\",\"claim\"", with: "\"made:2\",\"claim\""), "the claim's are made:1"),
            (text.replacing("\"modality\":\"asserted\"", with: "\"modality\":\"denied\""), "told as a fact"),
        ]
        for (line, words) in cases {
            let error = #expect(throws: ImportError.self) {
                try BlockLine(json: Array(line.utf8), position: "f: line 9")
            }
            #expect(error?.description.hasPrefix("f: line 9: ") == true)
            #expect(error?.description.contains(words) == true, "\(error?.description ?? "")")
        }
        #expect(try BlockLine.lines(json: Array("{\"error\":\"x\",\"report\":{}}".utf8), position: "f").isEmpty)
        #expect(throws: ImportError.self) { try BlockLine.lines(json: Array("{}".utf8), position: "f") }
    }

    @Test("what no incident can have is on no line")
    func leftOut() {
        var coded = report(1, at: 1, day: 1)
        coded.claims[0].modality = .denied
        #expect(BlockLine.lines(of: coded).isEmpty)
        coded = report(1, at: 1, day: 1)
        (coded.report.published, coded.claims[0].when) = (nil, nil)
        #expect(BlockLine.lines(of: coded).isEmpty)
    }

    @Test("incidents come in as rows of a data set, with bounds, days and the members' words")
    func imported() throws {
        let reports = [(1, 5), (2, 7)].map { report($0.0, at: 1, day: $0.0, killed: $0.1) }
        let lines = try inBlocks(reports, linkers: 1)
        let importer = Importer(format: .auto, dataset: try DataSet(name: "archive"))
        var rows: [ImportedReport] = []
        var errors: [ImportError] = []
        try importer.read(lines[0] + [10] + Array("{\"conflicts\":[],\"members\":[]}\n".utf8), file: "i.jsonl") { row in
            switch row {
            case .success(let row): rows.append(row)
            case .failure(let error): errors.append(error)
            }
        }
        #expect(errors.count == 1 && errors[0].description.hasPrefix("i.jsonl: line 2: no incident of `dateline link`"))
        let row = try #require(rows.first?.coded)
        #expect(row.report.id == "archive:r1#c1" && row.report.published?.description == "2017-11-03")
        #expect(row.text == "É – Town 1 was hit, 5 died.\nÉ – Town 1 was hit, 7 died.")
        guard case .event(let event) = row.claims.first?.content else { throw ImportFailure() }
        #expect(event.fatalities == Quantity(low: 5, high: 7) && event.place?.id == "made:1")
        #expect(
            row.claims[0].when?.start?.description == "2017-11-02" && row.claims[0].when?.end == row.report.published)
        #expect(row.claims[0].rule == "import/archive/incident")
    }

    private struct ImportFailure: Error {}
}
