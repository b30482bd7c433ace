import Assessment
import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct MapPlace: Encodable {
        var place: PlaceView
        var claims: Int
        var segments: [SegmentView]
    }

    private struct MapAnswer: Encodable {
        var known: String?
        var first: String?
        var last: String?
        var firstKnown: String?
        var lastKnown: String?
        var holders: [ActorView]
        var places: [MapPlace]
    }

    private struct Change: Encodable {
        var day: String
        var place: String
        var name: String
        var state: String
        var holder: String?
        var from: String?
    }

    private struct Day: Encodable {
        var day: String
        var events: Int
        var control: Int
        var figures: Int
    }

    private struct Timeline: Encodable {
        var days: [Day]
        var changes: [Change]
    }

    /// `/api/map` (places with their history as known on a day, so that sliding asks nothing more), `/api/timeline`,
    /// `/api/events`.
    func addMapRoutes(to router: Router<Context>) {
        router.get("api/map") { request, _ in try json(map(request), for: request) }
        router.get("api/timeline") { request, _ in try json(timeline(request), for: request) }
        router.get("api/events") { request, _ in
            let snapshot = try cache.current()
            let known = try day("known", of: request)
            let claims = snapshot.claims(known: known).filter {
                $0.claim.kind == .event && $0.claim.place?.latitude != nil && $0.claim.modality.isFactual
            }
            return try json(["events": claims.prefix(100_000).map(snapshot.view)], for: request)
        }
    }

    /// The history of control of each place, as known on a day.
    private func histories(_ snapshot: Snapshot, known: Int?) -> [(PlaceView, [SourcedClaim], ControlHistory)] {
        snapshot.places.compactMap { place in
            let claims = snapshot.claims(at: place.id, known: known)
            guard !claims.isEmpty else { return nil }
            return (place, claims, ControlHistory.assess(claims.filter { $0.claim.kind == .control }))
        }
    }

    private func map(_ request: Request) throws -> MapAnswer {
        let snapshot = try cache.current()
        let known = try day("known", of: request)
        let on = try day("on", of: request)
        var holders: Set<ActorView> = []
        var places: [MapPlace] = []
        for (place, claims, history) in histories(snapshot, known: known) where place.lat != nil {
            holders.formUnion(history.parties)
            let shown = on.map { day in
                history.views.filter { view in
                    (PartialDate(view.from)?.firstDay ?? 0) <= day
                        && (view.to.flatMap { PartialDate($0)?.firstDay } ?? .max) > day
                }
            }
            places.append(MapPlace(place: place, claims: claims.count, segments: shown ?? history.views))
        }
        let views = snapshot.claims.filter { $0.claim.kind != .relation && !$0.claim.background }
        let days = views.map { ($0.claim.when?.start ?? $0.known).firstDay }
        let reported = snapshot.claims.map(\.known.firstDay)
        var unique: [String: ActorView] = [:]
        for holder in holders.sorted(by: { ($0.id, $0.name) < ($1.id, $1.name) }) where unique[holder.id] == nil {
            unique[holder.id] = holder
        }
        return MapAnswer(
            known: known.map(iso), first: days.min().map(iso), last: days.max().map(iso),
            firstKnown: reported.min().map(iso), lastKnown: reported.max().map(iso),
            holders: unique.values.sorted { $0.id < $1.id }, places: places)
    }

    private func timeline(_ request: Request) throws -> Timeline {
        let snapshot = try cache.current()
        let known = try day("known", of: request)
        var counts: [Int: Day] = [:]
        for sourced in snapshot.claims(known: known) where sourced.claim.modality.isFactual {
            guard sourced.claim.when?.precision != .year else { continue }
            let number = (sourced.claim.when?.start ?? sourced.known).firstDay
            var day = counts[number] ?? Day(day: iso(number), events: 0, control: 0, figures: 0)
            switch sourced.claim.kind {
            case .event: day.events += 1
            case .control: day.control += 1
            case .figure: day.figures += 1
            case .relation: continue
            }
            counts[number] = day
        }
        var changes: [Change] = []
        for (place, _, history) in histories(snapshot, known: known) {
            let views = history.views
            for (index, view) in views.enumerated() where index > 0 {
                let before = views[index - 1]
                guard before.holder != view.holder || before.state != view.state else { continue }
                changes.append(
                    Change(
                        day: view.from, place: place.id, name: place.name, state: view.state, holder: view.holder,
                        from: before.holder))
            }
        }
        return Timeline(
            days: counts.sorted { $0.key < $1.key }.map(\.value),
            changes: changes.sorted { ($0.day, $0.place) < ($1.day, $1.place) })
    }

    func iso(_ day: Int) -> String { PartialDate(daysSince1970: day).description }
}
