import Foundation
import Gazetteer
import Record

/// Learns weights for the resolver from UCDP GED (CC BY 4.0), compares them with the hand's, and fits the curve of its
/// confidence on GED.
///
/// A day's events of one division become a made-up report of a sentence each; a name is right within 20 km of the event's
/// point. A fifth of the reports is kept aside. TR-News and GeoVirus, from which nothing may be learned, are measured only
/// (within 161 km, spans given).
struct PlacesTraining {
    private let world: World
    private let training: [PlacedText], aside: [PlacedText]
    private let measured: [(name: String, texts: [PlacedText])]

    init(_ options: Options) throws {
        world = try World(path: options.text("gazetteer", "share/dateline/gazetteer/world.dateline"))
        let reports = try PlacedText.ged(options.data + "/ucdp/ged_syria.csv")
        training = reports.enumerated().filter { $0.offset % 5 != 4 }.map(\.element)
        aside = reports.enumerated().filter { $0.offset % 5 == 4 }.map(\.element)
        measured = try ["TR-News", "GeoVirus"].map { ($0, try PlacedText.news("\(options.data)/places/\($0).jsonl")) }
    }

    func run() {
        let hand = ResolverWeights()
        let learned = learn(from: hand)
        print("learned: \(learned)")
        for (name, weights) in [("hand", hand), ("learned", learned)] {
            let sets = [("GED, aside", aside)] + measured.map { ($0.name, $0.texts) }
            let figures = sets.map { set in
                let judged = judge(set.1, weights)
                return "\(set.0) \(share(judged.filter(\.isRight).count, of: judged.count))"
            }
            print("\(name): \(figures.joined(separator: ", "))")
        }
        let curve = fit(judge(training, hand).filter(\.isResolved))
        print("curve: slope \(curve.slope), shift \(curve.shift)")
        print("expected calibration error on GED aside: \(error(judge(aside, hand).filter(\.isResolved), curve))")
    }

    // MARK: - Judging

    private struct Judged {
        let isResolved: Bool
        let isRight: Bool
        let odds: Double
    }

    private func judge(_ texts: [PlacedText], _ weights: ResolverWeights) -> [Judged] {
        let placer = Placer(world: world, weights: weights)
        return texts.flatMap { text in
            zip(text.names, placer.points(of: text.names.map(\.range), in: text.text)).map { name, point in
                guard let point else { return Judged(isResolved: false, isRight: false, odds: 0) }
                let away = Geometry.kilometres(point.latitude, point.longitude, name.latitude, name.longitude)
                return Judged(isResolved: true, isRight: away <= text.reach, odds: point.odds)
            }
        }
    }

    private func share(_ part: Int, of whole: Int) -> String {
        String(format: "%.4f", Double(part) / Double(max(1, whole)))
    }

    // MARK: - Learning

    /// Weights one after another, each as long as a step up or down helps: right ones less wrong ones on the training
    /// reports.
    private func learn(from hand: ResolverWeights) -> ResolverWeights {
        func value(_ weights: ResolverWeights) -> Int {
            judge(training, weights).reduce(0) { $0 + ($1.isRight ? 1 : $1.isResolved ? -1 : 0) }
        }
        let parts: [WritableKeyPath<ResolverWeights, Double>] = [\.kind, \.containment, \.country, \.nearness, \.prior]
        var best = hand
        var reached = value(best)
        for _ in 0..<3 {
            let before = reached
            for part in parts {
                for step in [0.5, 0.7, 0.85, 1.2, 1.5, 2.0] {
                    var tried = best
                    tried[keyPath: part] *= step
                    let found = value(tried)
                    if found > reached { (best, reached) = (tried, found) }
                }
            }
            if reached == before { break }
        }
        return best
    }

    /// The logistic curve that makes the outcomes likeliest (Platt 1999), by gradient.
    private func fit(_ judged: [Judged]) -> (slope: Double, shift: Double) {
        var (slope, shift) = (1.0, 0.0)
        for _ in 0..<20_000 {
            var (bySlope, byShift) = (0.0, 0.0)
            for one in judged {
                let error = (one.isRight ? 1 : 0) - 1 / (1 + exp(-(slope * one.odds + shift)))
                bySlope += error * one.odds
                byShift += error
            }
            slope += 0.1 * bySlope / Double(judged.count)
            shift += 0.1 * byShift / Double(judged.count)
        }
        return (slope, shift)
    }

    private func error(_ judged: [Judged], _ curve: (slope: Double, shift: Double)) -> Double {
        var bands: [Int: (confidence: Double, right: Int, count: Int)] = [:]
        for one in judged {
            let confidence = 1 / (1 + exp(-(curve.slope * one.odds + curve.shift)))
            var band = bands[Int(confidence * 10)] ?? (0, 0, 0)
            band = (band.confidence + confidence, band.right + (one.isRight ? 1 : 0), band.count + 1)
            bands[Int(confidence * 10)] = band
        }
        return bands.values.reduce(0) { $0 + abs($1.confidence - Double($1.right)) } / Double(max(1, judged.count))
    }
}
