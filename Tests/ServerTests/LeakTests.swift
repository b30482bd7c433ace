import Exchange
import Foundation
import HTTPTypes
import Ledger
import Record
import Server
import Testing

/// Plants secrets of each kind in an archive and looks for them in whatever the public server answers: every route of the
/// API, with every name, number and address filled in, search and captions, and the files of the page.
@Suite("Nothing leaks from the public server")
struct LeakTests {
    /// What no answer may have, in any rendering: the hidden names, the hidden place's id and the beginnings of its point.
    private static let traces = ["zahrcode", "omar", "99887766", "36.12", "40.65"]
    private static let today = "2017-12-03"

    private func archive() -> MemoryArchive {
        MemoryArchive(Sample.reports() + [places(), victim(), aid(), fresh(), licensed(), headline(), pictures()])
    }

    private func server(_ policy: ReleasePolicy = .standard) throws -> TestServer {
        let today = try #require(PartialDate(Self.today))
        let archive = ReleasedArchive(archive(), policy: policy, today: { today })
        return try TestServer(archive, ServerConfiguration(isPublic: true))
    }

    // MARK: - The secrets

    private func report(
        _ id: String, title: String, day: String, publisher: String = "Wire", _ said: [(String, Claim.Content)]
    ) -> CodedReport {
        let text = said.map(\.0).joined(separator: " ")
        var header = CodedReport.Header(id: id)
        (header.title, header.publisher, header.published) = (title, publisher, PartialDate(day))
        header.url = "https://wire.example/" + id
        let claims = said.enumerated().map { number, item in
            Sample.claim("c\(number)", item.1, item.0, in: text, day: day)
        }
        return CodedReport(report: header, text: text, claims: claims)
    }

    private func hidden(_ name: String, _ kind: Place.Kind) -> Place {
        var place = Sample.place(name, "geonames:99887766")
        (place.kind, place.latitude, place.longitude) = (kind, 36.123456, 40.654321)
        return place
    }

    /// A camp, a hospital and a shelter, each as the place of every kind of claim, and in the sentence of another's.
    private func places() -> CodedReport {
        var said: [(String, Claim.Content)] = []
        let kinds: [(String, Place.Kind)] = [
            ("Tall Zahrcode", .camp), ("Zahrcode Hospital", .facility), ("Zahrcode women's shelter", .facility),
        ]
        for (name, kind) in kinds {
            var figure = Figure(measure: .displaced, low: 90, high: 90)
            (figure.place, figure.group) = (hidden(name, kind), "families of Zahrcode")
            said += [
                ("A plane bombed \(name).", .event(Event(type: .airStrike, place: hidden(name, kind)))),
                ("The reds took \(name).", .control(Control(state: .captured, place: hidden(name, kind)))),
                ("90 families live in \(name).", .figure(figure)),
                ("Shells fell on Northfield near \(name).", .event(Event(type: .shelling, place: Sample.place()))),
            ]
        }
        var report = report("zahrcode-places", title: "Zahrcode bombed", day: "2017-10-03", said)
        report.report.publisher = "Radio Zahrcode"
        return report
    }

    private func victim() -> CodedReport {
        let person = Actor(name: "Omar Zahrcode", kind: .person)
        var killing = Event(type: .killing, actor: Sample.actor("Reds"), target: person, place: Sample.place())
        killing.fatalities = Quantity(low: 6, high: 6, group: "the family of Omar Zahrcode")
        let bond = Relation(bond: .backed, actor: person, target: Sample.actor("Blues"))
        var report = report(
            "omar-zahrcode-killed", title: "Omar Zahrcode killed", day: "2017-10-04",
            [
                ("Omar Zahrcode, 34, was killed in Northfield.", .event(killing)),
                ("The baker Omar Zahrcode backed the blues.", .relation(bond)),
            ])
        for number in report.claims.indices {
            report.claims[number].attribution = Attribution(name: "Omar Zahrcode", kind: .witness)
        }
        return report
    }

    private func aid() -> CodedReport {
        let event = Event(
            type: .deployment, actor: Actor(name: "a charity", kind: .ngo), place: hidden("Zahrcode", .settlement))
        return report("aid", title: "Aid", day: "2017-10-05", [("The charity moved to Zahrcode.", .event(event))])
    }

    private func fresh() -> CodedReport {
        let event = Event(type: .advance, place: hidden("Zahrcode", .settlement))
        return report("fresh", title: "Near Zahrcode", day: "2017-12-02", [("The reds near Zahrcode.", .event(event))])
    }

    private func licensed() -> CodedReport {
        let event = Event(type: .attack, place: hidden("Zahrcode", .settlement))
        var report = report("closed:1", title: "Zahrcode", day: "2017-10-06", [("Zahrcode", .event(event))])
        report.claims[0].rule = "import/closed"
        return report
    }

    /// A claim that tells nothing, under a headline and an address that do.
    private func headline() -> CodedReport {
        let event = Event(type: .shelling, place: Sample.place())
        var report = report(
            "innocent", title: "Omar Zahrcode among the dead", day: "2017-10-07",
            [("Shells fell on Northfield.", .event(event))])
        report.report.url = "https://wire.example/omar-zahrcode"
        return report
    }

    /// A claim that tells nothing beside captions that do.
    private func pictures() -> CodedReport {
        let event = Event(type: .shelling, place: Sample.place())
        var report = report(
            "pictures", title: "Pictures of the week", day: "2017-10-08",
            [("Shells fell on Northfield again.", .event(event))])
        for text in ["Tents of Tall Zahrcode", "A ward of Zahrcode Hospital", "The baker Omar Zahrcode"] {
            report.captions.append(
                Caption(
                    range: TextRange(0, 10), text: text, textRange: TextRange(0, 10), date: PartialDate("2017-10-01")))
        }
        return report
    }

    // MARK: - The doors

    /// Every address that can be asked: the routes as the router knows them, their ends filled with every name there is.
    private func paths(_ server: TestServer) throws -> [String] {
        let claims = try archive().claims(.init())
        var ends = Set(
            claims.flatMap { [$0.key, $0.report, $0.claim.place?.id, $0.claim.place?.name] }.compactMap { $0 })
        ends.formUnion(["Omar Zahrcode", "Reds", "name:omar zahrcode"])
        let safe = CharacterSet.alphanumerics
        let filled = ends.sorted().compactMap { $0.addingPercentEncoding(withAllowedCharacters: safe) }
        return server.server.routes.flatMap { route -> [String] in
            let parts = route.split(separator: " ", maxSplits: 1)
            // The stream tells numbers of states only, and does not end.
            guard parts[0] == "GET", parts[1] != "/**", parts[1] != "/api/stream" else { return [] }
            let path = String(parts[1])
            guard let open = path.firstIndex(where: { "*:{".contains($0) }) else {
                return ["", "?limit=1000", "?q=killed", "?q=plane", "?text=families", "?on=2017-10-05", "?kind=event"]
                    .map {
                        path + $0
                    } + filled.map { path + "?place=" + $0 } + filled.map { path + "?actor=" + $0 }
            }
            return filled.map { path[..<open] + $0 }
        }
    }

    private func told(_ text: String) -> String? {
        let low = text.lowercased()
        let plain = low.removingPercentEncoding ?? low
        let bare = plain.filter { !$0.isWhitespace && !"-_\\".contains($0) }
        return Self.traces.first { trace in [low, plain, bare].contains { $0.contains(trace) } }
    }

    @Test("no answer tells a planted secret")
    func closed() async throws {
        let server = try server()
        let paths = try paths(server)
        #expect(paths.count > 200)
        for path in paths {
            let answer = try await server.answer(path)
            #expect(answer.status < 500, "\(path)")
            // What was asked may be repeated by an error; it is no answer.
            guard answer.status < 400 else { continue }
            let trace = told(answer.body) ?? told(answer.headers.map(\.value).joined(separator: "\n"))
            #expect(trace == nil, "\(path) tells \(trace ?? ""): \(answer.body.prefix(2000))")
        }
    }

    @Test("the search can find: without a policy the same doors tell")
    func open() async throws {
        var policy = ReleasePolicy(rules: [], hidesPrivatePersons: false)
        policy.republished = ["closed"]
        let server = try server(policy)
        for path in ["/api/claims?limit=1000", "/api/search?q=plane", "/api/reports", "/api/places", "/api/captions"] {
            let answer = try await server.answer(path)
            #expect(told(answer.body) != nil, "\(path)")
        }
    }
}
