import Exchange
import Foundation
import Record
import Testing

@Suite("Formats")
struct FormatTests {
    private func text(_ format: ExportFormat, _ claims: [SourcedClaim] = Samples.all()) -> String {
        Exporter(format).text(ReleasePolicy.desk.release(claims, now: Samples.now))
    }

    /// A reader of RFC 4180 that shares nothing with the writer.
    private func table(_ text: String) -> [[String]] {
        var rows: [[String]] = []
        var row: [String] = []
        var cell = ""
        var quoted = false
        var bytes = Array(text.unicodeScalars)[...]
        while let scalar = bytes.popFirst() {
            switch (scalar, quoted) {
            case ("\"", true):
                if bytes.first == "\"" {
                    cell.append("\"")
                    bytes.removeFirst()
                } else {
                    quoted = false
                }
            case ("\"", false): quoted = true
            case (",", false):
                row.append(cell)
                cell = ""
            case ("\r", false): continue
            case ("\n", false):
                row.append(cell)
                rows.append(row)
                (row, cell) = ([], "")
            default: cell.unicodeScalars.append(scalar)
            }
        }
        return rows
    }

    private func records(_ format: ExportFormat) -> [[String: String]] {
        let rows = table(text(format))
        guard let head = rows.first else { return [] }
        return rows.dropFirst().map { Dictionary(zip(head, $0), uniquingKeysWith: { first, _ in first }) }
    }

    @Test("every row of a table has as many cells as its header", arguments: [ExportFormat.csv, .acled, .ucdp, .hxl])
    func width(_ format: ExportFormat) {
        let rows = table(text(format))
        #expect(rows.count > 1)
        #expect(Set(rows.map(\.count)).count == 1)
    }

    @Test("a cell that a spreadsheet would run is made harmless and else comes back whole")
    func formulas() {
        let strike = records(.csv).first { $0["type"] == "air_strike" }
        #expect(strike?["sentence"] == "'=1+1, \"quoted\"\nand <b>two</b> lines killed 21.")
    }

    @Test("ACLED has its 31 columns, its dates, and only what happened")
    func acled() {
        let rows = records(.acled)
        #expect(table(text(.acled)).first?.count == 31)
        #expect(rows.count == 2)
        #expect(rows.first?["sub_event_type"] == "Government regains territory")
        #expect(rows.first?["event_date"] == "14 October 2017" && rows.first?["iso"] == "760")
        #expect(rows.first?["interaction"] == "State forces-Rebel group")
        #expect(rows.first?["region"] == "Middle East" && rows.first?["admin2"] == "Al Mayadin District")
        #expect(rows.last?["fatalities"] == "21" && rows.last?["civilian_targeting"] == "Civilian targeting")
    }

    @Test("UCDP has the dead by side and the cell of PRIO-GRID")
    func ucdp() {
        let rows = records(.ucdp)
        #expect(rows.count == 1 && rows.first?.count == 49)
        #expect(rows.first?["type_of_violence"] == "3" && rows.first?["deaths_civilians"] == "21")
        #expect(rows.first?["best"] == "21" && rows.first?["date_prec"] == "1" && rows.first?["where_prec"] == "1")
        // 35.0214, 40.4533: row 250, column 440 of half-degree cells, counted from 0.
        #expect(rows.first?["priogrid_gid"] == "180441")
    }

    @Test("GDELT has 61 columns and CAMEO's codes")
    func gdelt() {
        let rows = text(.gdelt).split(separator: "\n").map {
            $0.split(separator: "\t", omittingEmptySubsequences: false)
        }
        #expect(rows.count == 2 && rows.allSatisfy { $0.count == 61 })
        #expect(rows.first?[1] == "20171014" && rows.first?[26] == "192" && rows.first?[28] == "19")
        #expect(rows.first?[60] == "https://wire.example/mayadin")
    }

    @Test("HXL has its row of tags")
    func hxl() {
        let rows = table(text(.hxl))
        #expect(rows.count == 3)
        #expect(rows[1].allSatisfy { $0.hasPrefix("#") })
        #expect(rows[1].firstIndex(of: "#affected+idps").map { rows[2][$0] } == "250000")
    }

    @Test("JSON formats are read by another reader", arguments: [ExportFormat.ndjson, .plover])
    func lines(_ format: ExportFormat) throws {
        let lines = text(format).split(separator: "\n")
        #expect(lines.count == (format == .ndjson ? 5 : 3))
        for line in lines {
            let object = try #require(try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any])
            #expect(object["id"] != nil)
        }
    }

    @Test("GeoJSON is one collection, longitude first; no claim gives an empty one")
    func geojson() throws {
        let object = try #require(try JSONSerialization.jsonObject(with: Data(text(.geojson).utf8)) as? [String: Any])
        let features = try #require(object["features"] as? [[String: Any]])
        #expect(features.count == 4)
        let geometry = features.first?["geometry"] as? [String: Any]
        #expect(geometry?["coordinates"] as? [Double] == [40.4533, 35.0214])
        let empty = try #require(
            try JSONSerialization.jsonObject(with: Data(text(.geojson, []).utf8)) as? [String: Any])
        #expect((empty["features"] as? [Any])?.isEmpty == true)
        let map = try JSONSerialization.jsonObject(with: Data(text(.timemap).utf8)) as? [[String: Any]]
        #expect(map?.count == 4 && map?.first?["date"] as? String == "2017-10-14")
    }

    @Test("KML is escaped and has time spans; a capture stays open")
    func kml() {
        let text = text(.kml)
        #expect(text.contains("<TimeSpan><begin>2017-10-14</begin></TimeSpan>"))
        #expect(text.contains("<begin>2017-10-04</begin><end>2017-10-04</end>"))
        #expect(text.contains("&lt;b&gt;two&lt;/b&gt;") && !text.contains("<b>"))
        #expect(text.components(separatedBy: "<Placemark>").count == 5)
    }

    @Test("every format names where its data come from, or has no room for it")
    func attribution() {
        for format in ExportFormat.allCases where ![.acled, .ucdp, .gdelt].contains(format) {
            #expect(text(format).contains("GeoNames"), "\(format.rawValue)")
        }
    }

    @Test("numbers are written as they are read back")
    func numbers() throws {
        for value in [0, -0.5, 0.1, 0.53, 35.0214, -180, 1e-7, 123_456_789.25, 1e20, 0.123456789, 99_999.99999] {
            var figure = Figure(measure: .area, low: value, high: nil)
            figure.place = Samples.place()
            let line = text(.ndjson, [Samples.sourced(.figure(figure))])
            let object = try JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            #expect(object?["low"] as? Double == value)
        }
    }

    @Test("control on a day and its changes come out as features")
    func control() throws {
        let released = ReleasePolicy.desk.release(Samples.all(), now: Samples.now)
        for layer in ControlLayer.allCases {
            var bytes: [UInt8] = []
            let count = layer.write(released, on: Samples.now) { bytes += $0 }
            #expect(count >= 1, "\(layer)")
            let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
            let features = try #require(object["features"] as? [[String: Any]])
            let properties = try #require(features.last?["properties"] as? [String: Any])
            let holder = layer == .control ? "holder" : "to_holder"
            #expect(properties[holder] as? String == "Syrian Army")
            #expect(properties[layer == .control ? "since" : "date"] as? String == "2017-10-14")
        }
        var before: [UInt8] = []
        #expect(ControlLayer.control.write(released, on: PartialDate(daysSince1970: 0)) { before += $0 } == 0)
    }

    @Test("TimeMap's sources are those that its events name, each once")
    func sources() throws {
        var bytes: [UInt8] = []
        TimeMapSources.write(ReleasePolicy.desk.release(Samples.all(), now: Samples.now)) { bytes += $0 }
        let object = try #require(try JSONSerialization.jsonObject(with: Data(bytes)) as? [String: Any])
        #expect(Array(object.keys) == ["https://wire.example/mayadin"])
    }

    @Test("many claims come out in pieces, the same bytes each time")
    func streaming() throws {
        let claims = ReleasePolicy.desk.release(Array(repeating: Samples.strike(), count: 2_000), now: Samples.now)
        for format in ExportFormat.allCases where format != .hxl {
            var pieces: [[UInt8]] = []
            let count = Exporter(format).write(claims) { pieces.append($0) }
            #expect(count == 2_000 && pieces.count > 5, "\(format.rawValue)")
            let whole = Exporter(format).text(claims)
            #expect(String(decoding: pieces.joined(), as: UTF8.self) == whole)
            var parts: [UInt8] = []
            var file = try ExportFile(Exporter(format)) { parts += $0 }
            for start in stride(from: 0, to: 2_000, by: 300) {
                try file.add(Samples.piece(format, claims[start..<min(2_000, start + 300)]))
            }
            #expect(try file.finish() == 2_000)
            #expect(String(decoding: parts, as: UTF8.self) == whole)
        }
    }

    @Test("captions come out in IPTC's fields")
    func captions() throws {
        let caption = Caption(
            range: TextRange(0, 40), text: "Smoke, over \"Rawa\"", textRange: TextRange(10, 30),
            date: PartialDate("2017-09-20"), photographer: "Jane Doe", agency: "EWP")
        let sourced = SourcedCaption(
            caption: caption, report: "r1", publisher: "Wire", url: nil, known: Samples.now)
        var csv = ""
        CaptionFormat.csv.write(ReleasePolicy.standard.release([sourced], now: Samples.now)) {
            csv += String(decoding: $0, as: UTF8.self)
        }
        #expect(table(csv).last?.prefix(4) == ["Smoke, over \"Rawa\"", "Jane Doe", "EWP", "2017-09-20"])
        var ninjs: [UInt8] = []
        CaptionFormat.ninjs.write(ReleasePolicy.desk.release([sourced], now: Samples.now)) { ninjs += $0 }
        let object = try JSONSerialization.jsonObject(with: Data(ninjs)) as? [String: Any]
        #expect(object?["type"] as? String == "picture" && object?["by"] as? String == "Jane Doe")
        #expect(object?["contentCreated"] as? String == "2017-09-20T00:00:00Z")
        #expect((object?["uri"] as? String)?.hasPrefix("urn:dateline:report:r1#") == true)
    }
}
