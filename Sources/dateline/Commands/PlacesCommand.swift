import ArgumentParser
import Foundation
import Gazetteer
import Intake
import Language
import Record

/// `dateline places`: the places that reports name, resolved.
struct PlacesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "places", abstract: "Print the places that reports name, as JSON lines or GeoJSON.")

    /// Where the spans come from.
    enum Spans: String, ExpressibleByArgument, CaseIterable { case found, given }

    /// How places of one name are told apart.
    enum Ranking: String, ExpressibleByArgument, CaseIterable {
        case context, population

        var ofPlaces: PlacingContext.Ranking { self == .context ? .context : .population }
    }

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Option(help: "found: look for places; given: resolve the spans in the lines' \"toponyms\".")
    var spans: Spans = .found

    @Option(help: "context: places of one name are told apart by the report; population: the largest (the baseline).")
    var ranking: Ranking = .context

    @Flag(help: "Print one GeoJSON feature collection instead.")
    var geojson = false

    func run() throws {
        let world = try data.world()
        let placer = Placer(world: world)
        let analyser = Analyser(models: try data.models())
        let given = spans == .given
        let (features, ranking) = (geojson, ranking.ofPlaces)
        var first = true
        if features { Terminal.write("{\"type\":\"FeatureCollection\",\"features\":[") }
        let failures = try InputRun(input).each { raw in
            let places = Self.places(of: raw, given: given, ranking, placer, analyser)
            let coded = CodedReport(
                report: .init(raw.report, coder: "dateline \(Version.program)"), text: raw.report.text, places: places)
            return features
                ? try Self.features(places, report: raw.report.id) : try coded.json() + Data("\n".utf8)
        } emit: { line in
            if features, !line.isEmpty {
                if !first { Terminal.write(",") }
                first = false
            }
            Terminal.write(line)
        }
        if features { Terminal.write("]}\n") }
        if failures > 0 { throw ExitCode(1) }
    }

    private static func places(
        of raw: RawReport, given: Bool, _ ranking: PlacingContext.Ranking, _ placer: Placer, _ analyser: Analyser
    ) -> [Place] {
        let report = raw.report
        let context = PlacingContext(
            dateline: report.dateline?.place, title: report.title, ranking: ranking)
        if given { return placer.resolve(spans: raw.givenSpans, in: report.text, context: context) }
        let reading = report.reading
        let blocks = reading.blocks.filter { $0.kind != .furniture }.map(\.range)
        let sentences = analyser.analyse(reading.text, blocks: blocks)
        return placer.place(sentences, in: reading.text, context: context).map { mention in
            var place = mention.place
            place.range = place.range.map(reading.offsets.original)
            return place
        }
    }

    private struct Feature: Encodable {
        struct Point: Encodable {
            var type = "Point"
            var coordinates: [Double]
        }
        struct Properties: Encodable {
            var report: String
            var name: String
            var resolved: String?
            var id: String?
            var confidence: Double?
        }
        var type = "Feature"
        var geometry: Point
        var properties: Properties
    }

    private static func features(_ places: [Place], report: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let found = places.compactMap { place -> Feature? in
            guard let latitude = place.latitude, let longitude = place.longitude else { return nil }
            return Feature(
                geometry: .init(coordinates: [longitude, latitude]),
                properties: .init(
                    report: report, name: place.name, resolved: place.resolved, id: place.id,
                    confidence: place.confidence))
        }
        return Data(try found.map { try encoder.encode($0) }.joined(separator: Data(",".utf8)))
    }
}
