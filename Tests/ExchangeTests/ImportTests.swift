import Exchange
import Foundation
import Record
import Testing

@Suite("Other data sets as sources")
struct ImportTests {
    private func read(
        _ text: String, _ format: ImportFormat = .auto, name: String = "set", columns: [String: String] = [:]
    ) throws -> (rows: [ImportedReport], errors: [String]) {
        let importer = Importer(format: format, dataset: try DataSet(name: name), columns: columns)
        var (rows, errors): ([ImportedReport], [String]) = ([], [])
        try importer.read(Array(text.utf8), file: "set.csv") { result in
            switch result {
            case .success(let row): rows.append(row)
            case .failure(let error): errors.append(error.description)
            }
        }
        return (rows, errors)
    }

    private func sourced(_ rows: [ImportedReport]) -> [SourcedClaim] {
        rows.flatMap { row in
            row.coded.claims.map { claim in
                SourcedClaim(
                    key: row.coded.report.id + "#" + claim.id, claim: claim, report: row.coded.report.id,
                    publisher: row.coded.report.publisher, url: row.coded.report.url,
                    known: row.coded.report.published ?? Samples.now, sentence: claim.evidence.text(in: row.coded.text),
                    echoOf: row.coded.report.id)
            }
        }
    }

    private var open: ReleasePolicy {
        var policy = ReleasePolicy(rules: [], hidesPrivatePersons: false)
        policy.republished = ["set"]
        return policy
    }

    /// Claims that have something in every field that the formats hold.
    private var full: [SourcedClaim] {
        var near = Samples.place("Ashara")
        near.modifier = Place.Modifier(text: "near")
        var clash = Event(type: .armedClash, actor: Samples.army, target: Samples.jihadists, place: near)
        clash.fatalities = Quantity(low: 4, high: 9)
        let monthly = Samples.sourced(
            .event(
                Event(
                    type: .shelling, actor: Samples.army, place: Samples.place("Deir ez-Zor Governorate", kind: .admin1)
                )),
            key: "r2#c1", when: "2017-10", sentence: "=SUM(1), \"shelled\"\nall month.")
        return Samples.all() + [Samples.sourced(.event(clash), key: "r3#c1"), monthly] + rare
    }

    /// The fields that few claims have.
    private var rare: [SourcedClaim] {
        var moved = Event(type: .deployment, actor: Samples.army, place: Samples.place("Hajin"))
        moved.place?.modifier = Place.Modifier(
            text: "12 km south of", direction: "S", distance: 12, latitude: 34.58, longitude: 40.83)
        (moved.origin, moved.destination) = (Samples.place("Raqqa"), Samples.place("Hajin"))
        (moved.weapon, moved.wounded) = ("mortars", Quantity(low: 2, high: nil, approximate: true, group: "soldiers"))
        var divided = Control(state: .divided, place: Samples.place("Raqqa"))
        (divided.place.scope, divided.place.share) = (.part, 50)
        divided.holders = [Samples.army, Samples.jihadists]
        var besieged = Control(state: .besieged, place: Samples.place("Hajin"), holder: Samples.jihadists)
        (besieged.besieger, besieged.until) = (Samples.army, PartialDate("2017-12-01"))
        var area = Figure(measure: .area, low: nil, high: 1200.5)
        (area.place, area.unit, area.cumulative) = (Samples.place("Hajin"), "km2", true)
        var told = Samples.sourced(.figure(area), key: "r6#c1", modality: .claimed, when: nil, url: nil)
        told.claim.attribution = Attribution(name: "the ministry", id: "sy_military", kind: .party)
        told.claim.background = true
        return [
            Samples.sourced(.event(moved), key: "r5#c1"),
            Samples.sourced(.control(divided), key: "r5#c2", when: "2017"),
            Samples.sourced(.control(besieged), key: "r5#c3", modality: .denied), told,
        ]
    }

    @Test(
        "what a format holds comes back whole: exported, imported and exported again it is the same",
        arguments: [ExportFormat.acled, .ucdp, .geojson, .ndjson])
    func roundTrip(_ format: ExportFormat) throws {
        let first = Exporter(format).text(open.release(full, now: Samples.now))
        let (rows, errors) = try read(first)
        #expect(errors.isEmpty && !rows.isEmpty)
        let again = Exporter(format).text(open.release(sourced(rows), now: Samples.now))
        // The row is a report of its own now, and its group of copies is its own.
        func plain(_ text: String) -> String { text.replacing(/"report":"[^"]*",|"echo_of":"[^"]*",/, with: "") }
        #expect(plain(first) == plain(again))
        #expect(first.split(separator: "\n").count >= 2)
    }

    @Test("rows become claims of the data set with its own precision, and leave only by their licence")
    func licence() throws {
        let table = """
            id,type_of_violence,side_a,side_b,source_office,source_date,source_headline,source_original,where_prec,where_coordinates,adm_1,latitude,longitude,country,date_prec,date_start,date_end,deaths_civilians,low,best,high
            7.0,1.0,Government of Syria,Syrian insurgents,Wire,2016-01-05,Two die near Hajin,Monitor,2.0,Hajin town,Deir ez-Zor Governorate,34.69,40.83,Syria,2.0,2016-01-03,2016-01-04,0.0,2.0,2.0,3.0
            8,1,A,B,Wire,2016-01-05,Nothing,Monitor,x,Hajin,,,,Syria,1,2016-01-03,2016-01-03,0,1,1,1
            9,1,A
            """
        let (rows, errors) = try read(table, name: "ged")
        #expect(rows.count == 1 && errors.count == 2)
        #expect(errors[0] == "set.csv: line 3: where_prec must be a number, found \"x\"")
        #expect(errors[1] == "set.csv: line 4: 3 cells, expected 21 as in the header")
        let coded = try #require(rows.first?.coded)
        #expect(coded.report.id == "ged:7" && coded.report.published == PartialDate("2016-01-05"))
        let claim = try #require(coded.claims.first)
        #expect(claim.rule == "import/ged" && claim.attribution?.id == "dataset:ged")
        #expect(claim.when?.precision == .span && claim.place?.modifier != nil && claim.place?.country == "SY")
        guard case .event(let event) = claim.content else { throw CancellationError() }
        #expect(event.fatalities == Quantity(low: 2, high: 3, group: "people") && event.actor?.kind == .government)
        let claims = sourced(rows)
        #expect(ReleasePolicy.desk.release(claims, now: Samples.now).isEmpty)
        var policy = ReleasePolicy.desk
        policy.republished = ["ged"]
        #expect(policy.release(claims, now: Samples.now).count == 1)
    }

    @Test("a plain table is read by its usual columns, or by those named")
    func table() throws {
        let (rows, errors) = try read(
            "Tag;Ort;IDPs;killed\n#date;#loc;#affected;#affected\n2017-10-02;Ana;400;\n03 November 2017;Hit;;5\n;Hit;1;1\n",
            columns: ["date": "Tag", "place": "Ort"])
        #expect(rows.count == 2 && errors.count == 1 && errors[0].contains("line 5"))
        let claims = rows.flatMap(\.coded.claims)
        guard case .figure(let displaced) = claims[0].content, case .figure(let killed) = claims[1].content else {
            throw CancellationError()
        }
        #expect(displaced.measure == .displaced && displaced.low == 400 && displaced.place?.name == "Ana")
        #expect(killed.measure == .killed && claims[1].when?.start == PartialDate("2017-11-03"))
    }

    @Test("GeoJSON of others: a feature's point and usual properties")
    func geojson() throws {
        let (rows, errors) = try read(
            """
            {"type":"FeatureCollection","features":[
            {"type":"Feature","id":4,"geometry":{"type":"Point","coordinates":[41.9,34.4]},
             "properties":{"date":"2017-09-21","name":"Ana","type":"armed clash","killed":3}},
            {"type":"Feature","geometry":null,"properties":{"name":"Ana"}}]}
            """)
        #expect(rows.count == 1 && errors.count == 1 && errors[0].contains("feature 2"))
        guard case .event(let event) = rows[0].coded.claims[0].content else { throw CancellationError() }
        #expect(event.type == .armedClash && event.place?.latitude == 34.4 && event.fatalities?.low == 3)
        #expect(rows[0].coded.report.id == "set:4")
    }

    @Test("a file that is none of these says so")
    func none() {
        #expect(throws: ImportError.self) { try read("") }
        #expect(throws: ImportError.self) { try read("{\"type\":\"FeatureCollection\"}", .geojson) }
        #expect(throws: ImportError.self) { try read("a,b\n1,2\n", .acled) }
        #expect(throws: ImportError.self) { try DataSet(name: "two words") }
    }
}
