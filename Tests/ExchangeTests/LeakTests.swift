import Exchange
import Foundation
import Record
import Testing

/// Plants secrets of each kind and looks for them, in any rendering, in whatever leaves this room.
@Suite("Nothing leaks")
struct LeakTests {
    /// A secret and the traces by which it would be found.
    struct Secret: Sendable, CustomTestStringConvertible {
        var name: String
        var claims: [SourcedClaim]
        var traces: [String]
        var testDescription: String { name }
    }

    static let secrets: [Secret] = [
        place("a camp", kind: .camp, name: "Tall Zahrcode"),
        place("a hospital", kind: .facility, name: "Zahrcode Hospital"),
        place("a shelter", kind: .facility, name: "Zahrcode women's shelter"),
        person, aidWorkers, fresh, licensed,
    ]

    private static func place(_ what: String, kind: Place.Kind, name: String) -> Secret {
        var place = Samples.place(name, kind: kind)
        (place.id, place.latitude, place.longitude) = ("geonames:99887766", 36.123456, 40.654321)
        place.modifier = Place.Modifier(text: "9 km south of", distance: 9, latitude: 36.0456, longitude: 40.777)
        var event = Event(
            type: .airStrike, actor: Actor(name: "the guard of Zahrcode", kind: .militia), target: Samples.jihadists,
            place: place)
        (event.origin, event.destination, event.weapon) = (place, place, "Zahrcode rocket")
        event.fatalities = Quantity(low: 3, high: 3, group: "guards of Zahrcode")
        var figure = Figure(measure: .displaced, low: 90, high: 90)
        (figure.place, figure.group) = (place, "families of Zahrcode")
        let contents: [Claim.Content] = [
            .event(event), .figure(figure), .control(Control(state: .captured, place: place, holder: Samples.army)),
        ]
        let claims = contents.enumerated().map { number, content in
            sourced(content, "zahrcode-\(number)", "A plane bombed \(name).", publisher: "Radio Zahrcode")
        }
        let near = sourced(
            .event(Event(type: .airStrike, actor: Samples.army, place: Samples.place())), "town",
            "A strike hit \(name.capitalized) near Mayadin.", publisher: nil)
        return Secret(
            name: what, claims: claims + [near],
            traces: ["zahrcode", "99887766", "36.12", "40.65", "36.04", "40.77", "plane bombed"])
    }

    private static var person: Secret {
        let victim = Actor(name: "Omar Zahrcode", aliases: ["the baker Omar Zahrcode"], kind: .person)
        var killing = Event(type: .killing, actor: Samples.army, target: victim, place: Samples.place())
        killing.fatalities = Quantity(low: 6, high: 6, group: "the family of Omar Zahrcode")
        var unknown = Event(type: .killing, actor: Actor(name: "Omar Zahrcode", kind: .unknown), place: Samples.place())
        unknown.weapon = nil
        var said = sourced(.event(unknown), "omar-zahrcode-says", "The baker Omar Zahrcode was killed in Mayadin.")
        said.claim.attribution = Attribution(name: "Omar Zahrcode", kind: .witness)
        let innocent = sourced(
            .event(Event(type: .shelling, place: Samples.place())), "2017-omar-zahrcode-buried", "Shells fell.")
        return Secret(
            name: "a victim's name",
            claims: [
                sourced(
                    .event(killing), "zahrcode-killed", "Omar Zahrcode, 34, was killed; OMAR ZAHRCODE was a baker."),
                said, innocent,
            ], traces: ["zahrcode", "omar"])
    }

    private static var aidWorkers: Secret {
        var place = Samples.place("Zahrcode")
        (place.id, place.latitude, place.longitude) = ("geonames:99887766", 36.123456, 40.654321)
        let event = Event(type: .deployment, actor: Actor(name: "a charity", kind: .ngo), place: place)
        return Secret(
            name: "where aid workers are", claims: [sourced(.event(event), "aid", "The charity moved to Zahrcode.")],
            traces: ["zahrcode", "99887766", "36.12", "40.65"])
    }

    private static var fresh: Secret {
        let place = Samples.place("Zahrcode")
        let event = Event(type: .advance, actor: Samples.army, place: place)
        return Secret(
            name: "an event of yesterday",
            claims: [
                Samples.sourced(
                    .event(event), when: Samples.now.adding(days: -1).description, sentence: "The army nears Zahrcode.")
            ], traces: ["zahrcode"])
    }

    private static var licensed: Secret {
        var row = sourced(
            .event(Event(type: .attack, actor: Samples.army, place: Samples.place("Zahrcode"))), "closed:1", "Zahrcode")
        row.claim.rule = "import/closed"
        return Secret(name: "a row of a data set that may not be published again", claims: [row], traces: ["zahrcode"])
    }

    private static func sourced(
        _ content: Claim.Content, _ report: String, _ sentence: String, publisher: String? = "Euphrates Wire"
    ) -> SourcedClaim {
        var claim = Samples.sourced(content, sentence: sentence)
        (claim.report, claim.key, claim.echoOf) = (report, report + "#c1", report)
        (claim.publisher, claim.url) = (publisher, "https://wire.example/" + report)
        return claim
    }

    /// Every door of this room: what is written for these claims, by the name of the door.
    private func doors(_ claims: [SourcedClaim], _ policy: ReleasePolicy) throws -> [String: String] {
        let released = policy.release(claims, now: Samples.now)
        var out: [String: String] = [:]
        for format in ExportFormat.allCases { out[format.rawValue] = Exporter(format).text(released) }
        for layer in ControlLayer.allCases {
            layer.write(released, on: Samples.now) {
                out[layer.rawValue, default: ""] += String(decoding: $0, as: UTF8.self)
            }
        }
        TimeMapSources.write(released) { out["sources", default: ""] += String(decoding: $0, as: UTF8.self) }
        // What a public page and its search are made of.
        out["page"] = policy.released(claims, now: Samples.now).map { "\($0)" }.joined(separator: "\n")
        let captions = claims.map { claim in
            let text = claim.sentence
            return SourcedCaption(
                caption: Caption(range: TextRange(0, 1), text: text, textRange: TextRange(0, 1)), report: claim.report,
                publisher: claim.publisher, url: claim.url, known: claim.known)
        }
        let shown = policy.release(captions, now: Samples.now)
        for format in CaptionFormat.allCases {
            format.write(shown) { out[format.rawValue, default: ""] += String(decoding: $0, as: UTF8.self) }
        }
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("leak-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        var dataset = try DatasetFolder(at: folder, query: [], versions: [])
        var pieces = DatasetFolder.Pieces()
        for claim in released { pieces.append(claim) }
        try dataset.add(pieces)
        _ = try dataset.finish(control: released, on: Samples.now, known: nil, licence: "none")
        for name in try FileManager.default.contentsOfDirectory(atPath: folder.path) {
            out["dataset/" + name] = try String(contentsOf: folder.appendingPathComponent(name), encoding: .utf8)
        }
        return out
    }

    /// Text as other programs may show it: in small letters, percent signs and escapes undone, without blanks.
    private func renderings(_ text: String) -> [String] {
        let low = text.lowercased()
        let plain = low.removingPercentEncoding ?? low
        return [
            low, plain, plain.replacing("\\u", with: ""), plain.filter { !$0.isWhitespace && $0 != "-" && $0 != "_" },
        ]
    }

    @Test("no door tells a planted secret", arguments: secrets)
    func closed(_ secret: Secret) throws {
        var policy = ReleasePolicy.standard
        policy.learn(places: secret.claims.compactMap(\.claim.place), actors: [])
        for (door, text) in try doors(secret.claims, policy) {
            // What is secret by its day, its party or its licence is no secret of a caption that names the place.
            let byPlace = ["a camp", "a hospital", "a shelter", "a victim's name"].contains(secret.name)
            if CaptionFormat(rawValue: door) != nil, !byPlace { continue }
            for rendering in renderings(text) {
                for trace in secret.traces {
                    #expect(!rendering.contains(trace), "\(door) tells \(trace) of \(secret.name)")
                }
            }
        }
    }

    @Test("the search can find: without a policy every secret is told", arguments: secrets)
    func open(_ secret: Secret) throws {
        var policy = ReleasePolicy(rules: [], hidesPrivatePersons: false)
        policy.republished = ["closed"]
        let all = try doors(secret.claims, policy)
        #expect(all["csv"]?.lowercased().contains(secret.traces[0]) == true)
        #expect(all["page"]?.lowercased().contains(secret.traces[0]) == true)
    }

    @Test("every writer takes what a policy released, and nothing else can make that")
    func oneDoor() throws {
        // `ReleasedClaim` has no public initialiser: this file, outside the room, can only get one from a policy.
        let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent()
            .appendingPathComponent("../../Sources/Exchange").standardizedFileURL
        let files = FileManager.default.enumerator(atPath: folder.path)?.compactMap { $0 as? String } ?? []
        var makers: [String] = []
        for file in files where file.hasSuffix(".swift") {
            let text = try String(contentsOf: folder.appendingPathComponent(file), encoding: .utf8)
            if text.contains("ReleasedClaim(") { makers.append(file) }
            if file.hasPrefix("Formats/") || file.hasPrefix("Dataset/") {
                #expect(!text.contains("_ claims: [SourcedClaim]"), "\(file) takes claims that no policy saw")
            }
        }
        #expect(makers == ["Policy/ReleasePolicy.swift"])
    }
}
