import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    static let jsonType = "application/json; charset=utf-8"

    /// Claims by day: `[day since 1970, events, control, figures]`, in order.
    struct Timeline: Encodable { var days: [[Int]] }

    /// Events by day, in columns.
    private struct Events: Encodable {
        struct Spot: Encodable {
            var id: String
            var name: String
            var lat: Double
            var lon: Double
        }

        var types: [String] = []
        var places: [Spot] = []
        /// Keys of the claims; the other columns are as long.
        var key: [String] = []
        /// Days since 1970, ascending.
        var day: [Int] = []
        /// Index into `types`.
        var type: [Int] = []
        /// Index into `places`.
        var place: [Int] = []
    }

    private struct Flow: Encodable {
        var key: String
        var day: String
        var type: String
        var from: PlaceView
        var to: PlaceView
    }

    /// `/api/map` (places with their history as known on a day, so that sliding asks nothing more), `/api/map.geojson`
    /// (one day), `/api/timeline`, `/api/events`, `/api/flows`.
    func addMapRoutes(to router: Router<Context>) {
        router.get("api/map") { request, _ in
            let parameters = Parameters(request)
            let (known, on) = (try parameters.date("known"), try parameters.date("on"))
            return try kept(request, type: Self.jsonType) { try mapBytes(known: known, on: on?.lastDay) }
        }
        router.get("api/map.geojson") { request, _ in
            let parameters = Parameters(request)
            let on = try parameters.date("on")?.lastDay ?? archive.span().lastTold ?? 0
            let known = try parameters.date("known")
            return try kept(request, type: "application/geo+json; charset=utf-8") {
                try JSONEncoder().encode(FeatureCollection(archive.histories(known: known), on: on))
            }
        }
        router.get("api/timeline") { request, _ in
            let known = try Parameters(request).date("known")
            return try json(request) { try timeline(known: known) }
        }
        router.get("api/events") { request, _ in
            let parameters = Parameters(request)
            let from = try parameters.date("from")?.firstDay ?? -700_000
            let to = try parameters.date("to")?.lastDay ?? 2_900_000
            guard from <= to else { throw HTTPError(.badRequest, message: "from must not be after to") }
            let known = try parameters.date("known")
            return try json(request) { try events(from...to, known: known) }
        }
        router.get("api/flows") { request, _ in
            let known = try Parameters(request).date("known")
            return try json(request) { ["flows": try flows(known: known)] }
        }
    }

    func mapBytes(known: PartialDate?, on: Int?) throws -> Data {
        MapBytes.write(try archive.histories(known: known), try archive.placesTold(known: known), on: on)
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

    private func events(_ days: ClosedRange<Int>, known: PartialDate?) throws -> Events {
        var answer = Events()
        var types: [String: Int] = [:]
        var places: [String: Int] = [:]
        let rows = try told.places(of: archive, known: known)
        for mark in try archive.eventMarks(days, known: known).prefix(200_000) {
            guard let place = rows[mark.place], let lat = place.latitude, let lon = place.longitude else { continue }
            if types[mark.type] == nil {
                types[mark.type] = answer.types.count
                answer.types.append(mark.type)
            }
            if places[mark.place] == nil {
                places[mark.place] = answer.places.count
                answer.places.append(
                    Events.Spot(id: mark.place, name: place.resolved ?? place.name, lat: lat, lon: lon))
            }
            answer.key.append(mark.key)
            answer.day.append(mark.day)
            answer.type.append(types[mark.type] ?? 0)
            answer.place.append(places[mark.place] ?? 0)
        }
        return answer
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
