import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    /// Claims by day: `[day since 1970, events, control, figures]`, in order.
    struct Timeline: Encodable { var days: [[Int]] }

    private struct Flow: Encodable {
        var key: String
        var day: String
        var type: String
        var from: PlaceView
        var to: PlaceView
    }

    /// `/api/map` (who holds what on one day), `/api/map/histories` (the same for all days, so that sliding asks nothing
    /// more), `/api/map.geojson` (one day), `/api/timeline`, `/api/events`, `/api/flows`.
    func addMapRoutes(to router: Router<Context>) {
        router.get("api/map") { request, _ in
            let parameters = Parameters(request)
            let (known, on) = (try parameters.date("known"), try parameters.date("on"))
            return try await kept(request) { try map(on: on?.lastDay, known: known) }
        }
        router.get("api/map/histories") { request, _ in
            let known = try Parameters(request).date("known")
            return try await kept(request) { try histories(known: known) }
        }
        router.get("api/map.geojson") { request, _ in
            let parameters = Parameters(request)
            let (known, on) = (try parameters.date("known"), try parameters.date("on"))
            return try await kept(request, type: "application/geo+json; charset=utf-8") {
                let day = try on?.lastDay ?? archive.span().lastTold ?? 0
                return try JSONEncoder().encode(FeatureCollection(grounds.ground(known: known).histories, on: day))
            }
        }
        router.get("api/timeline") { request, _ in
            let known = try Parameters(request).date("known")
            return try await json(request) { try timeline(known: known) }
        }
        router.get("api/events") { request, _ in
            let parameters = Parameters(request)
            let from = try parameters.date("from")?.firstDay ?? -700_000
            let to = try parameters.date("to")?.lastDay ?? 2_900_000
            guard from <= to else { throw HTTPError(.badRequest, message: "from must not be after to") }
            let known = try parameters.date("known")
            return try await kept(request) { EventBytes.write(try archive.eventMarks(from...to, known: known)) }
        }
        router.get("api/flows") { request, _ in
            let known = try Parameters(request).date("known")
            return try await json(request) { ["flows": try flows(known: known)] }
        }
    }

    func map(on day: Int?, known: PartialDate?) throws -> Data {
        MapBytes.day(try day ?? archive.span().lastTold ?? 0, try grounds.ground(known: known))
    }

    func histories(known: PartialDate?) throws -> Data {
        MapBytes.histories(try grounds.ground(known: known), try archive.placesTold(known: known))
    }

    func timeline(known: PartialDate?) throws -> Timeline {
        var days: [[Int]] = []
        for count in try archive.dayCounts(known: known) {
            let column: Int
            switch count.kind {
            case .event: column = 1
            case .control: column = 2
            case .figure: column = 3
            case .relation: continue
            }
            if days.last?[0] != count.day { days.append([count.day, 0, 0, 0]) }
            days[days.count - 1][column] += count.count
        }
        return Timeline(days: days)
    }

    /// Movements from one place on the map to another.
    private func flows(known: PartialDate?) throws -> [Flow] {
        var filter = ClaimFilter()
        filter.types = [EventType.displacement, .return, .evacuation, .withdrawal, .deployment].map(\.rawValue)
        (filter.kinds, filter.modalities, filter.known) = ([.event], [.asserted, .claimed], known)
        (filter.background, filter.limit) = (false, 20_000)
        return try archive.claims(filter).compactMap { sourced in
            guard case .event(let event) = sourced.claim.content else { return nil }
            guard let from = event.origin ?? event.place, let to = event.destination ?? event.place else { return nil }
            guard from.latitude != nil, to.latitude != nil, NameKey.of(from) != NameKey.of(to) else { return nil }
            return Flow(
                key: sourced.key, day: iso(sourced.firstDay), type: event.type.rawValue, from: PlaceView(from),
                to: PlaceView(to))
        }
    }

    func iso(_ day: Int) -> String { PartialDate(daysSince1970: day).description }
}

/// The map of one day as RFC 7946 wants it.
private struct FeatureCollection: Encodable {
    struct Feature: Encodable {
        struct Point: Encodable {
            var type = "Point"
            var coordinates: [Double]
        }

        struct Properties: Encodable {
            var place: PlaceView
            var control: SegmentView
        }

        var type = "Feature"
        var id: String
        var geometry: Point
        var properties: Properties
    }

    var type = "FeatureCollection"
    var features: [Feature]

    init(_ histories: Histories, on day: Int) {
        features = histories.places.compactMap { history in
            guard let lat = history.place.latitude, let lon = history.place.longitude,
                let period = history.periods.last(where: { Int($0.start) <= day }),
                day < period.end.map(Int.init) ?? .max,
                let segment = SegmentView(period, parties: histories.parties)
            else { return nil }
            return Feature(
                id: history.key, geometry: .init(coordinates: [lon, lat]),
                properties: .init(place: PlaceView(history.place), control: segment))
        }
    }
}
