import Assessment
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct PlaceAnswer: Encodable {
        var place: PlaceView
        /// What is so on the day, in words: voices, weights, what speaks against it.
        var why: String
        var flags: [String]
        var segments: [SegmentView]
        var holders: [ActorView]
        /// Claims that carry the state of the day.
        var supporting: [ClaimView]
        /// Claims about control that say otherwise, denials among them.
        var against: [ClaimView]
        /// What else is said of the place up to the day, newest first.
        var other: [ClaimView]
    }

    private struct Found: Encodable {
        var place: PlaceView
        var claims: Int
    }

    private struct FoundActor: Encodable {
        var actor: ActorView
        var claims: Int
    }

    /// `/api/places`, `/api/places/{id}`, `/api/places/{id}/history`, `/api/actors`.
    func addPlaceRoutes(to router: Router<Context>) {
        router.get("api/places") { request, _ in
            let parameters = Parameters(request)
            let wanted = NameKey.fold(parameters.text("q") ?? "")
            let limit = try parameters.number("limit", default: 50, in: 1...1000)
            return try json(request) {
                let rows = try archive.placesTold(known: nil)
                    .filter { wanted.isEmpty || NameKey.fold($0.place.resolved ?? $0.place.name).contains(wanted) }
                    .sorted { ($1.claims, $0.key) < ($0.claims, $1.key) }.prefix(limit)
                return ["places": rows.map { Found(place: PlaceView($0.place), claims: $0.claims) }]
            }
        }
        router.get("api/places/**") { request, context in
            var id = try rest(context)
            let historyOnly = id.hasSuffix("/history")
            if historyOnly { id = String(id.dropLast("/history".count)) }
            let parameters = Parameters(request)
            let (on, known) = (try parameters.date("on"), try parameters.date("known"))
            guard historyOnly else { return try json(request) { try place(id, on: on?.lastDay, known: known) } }
            return try json(request) {
                let histories = try archive.histories(known: known)
                guard let history = histories.place(id) else { throw noPlace(id) }
                return ["segments": history.periods.compactMap { SegmentView($0, parties: histories.parties) }]
            }
        }
        router.get("api/actors") { request, _ in
            let parameters = Parameters(request)
            let wanted = NameKey.fold(parameters.text("q") ?? "")
            let limit = try parameters.number("limit", default: 50, in: 1...1000)
            return try json(request) {
                let rows = try archive.actors(named: nil, limit: 5000, offset: 0)
                    .filter {
                        wanted.isEmpty || NameKey.fold($0.actor.aliases?.first ?? $0.actor.name).contains(wanted)
                    }
                return ["actors": rows.prefix(limit).map { FoundActor(actor: ActorView($0.actor), claims: $0.claims) }]
            }
        }
    }

    private func noPlace(_ id: String) -> HTTPError {
        HTTPError(.notFound, message: "no claim speaks of the place \(id.prefix(80))")
    }

    private func place(_ id: String, on day: Int?, known: PartialDate?) throws -> PlaceAnswer {
        let histories = try archive.histories(known: known)
        let history = histories.place(id)
        let on = try day ?? archive.span().lastTold ?? 0
        var said = ClaimFilter()
        (said.place, said.known, said.to) = (id, known, PartialDate(daysSince1970: on))
        (said.order, said.limit) = (.validDescending, 80)
        let near = try archive.claims(said)
        guard let place = try history?.place ?? near.first?.claim.place ?? somePlace(id, known: known) else {
            throw noPlace(id)
        }
        let state = try state(history, histories, on: Int32(clamping: on))
        let carrying = Set((state.supporting + state.echoes).map(\.key))
        var against = state.contradicting
        let listed = carrying.union(against.map(\.key))
        // Denials, pledges and forecasts of the weeks around carry nothing, but belong into view.
        against += try unfactual(id, on: on, known: known).filter { !listed.contains($0.key) }
        let told = listed.union(against.map(\.key))
        let periods = history?.periods ?? []
        let parties = Set(periods.flatMap { NamedSides($0).all + [$0.previous] })
        return PlaceAnswer(
            place: PlaceView(place), why: state.explanation, flags: state.flags,
            segments: periods.compactMap { SegmentView($0, parties: histories.parties) },
            holders: parties.compactMap { histories.parties[$0] }.map(ActorView.init).sorted { $0.id < $1.id },
            supporting: try views(newestFirst(state.supporting + state.echoes)),
            against: try views(newestFirst(against)),
            other: try views(Array(near.filter { !told.contains($0.key) }.prefix(50))))
    }

    private func state(_ history: PlaceHistory?, _ histories: Histories, on day: Int32) throws -> ControlState {
        guard let period = history?.periods.last(where: { $0.start <= day }), day < period.end ?? .max else {
            return .unknown
        }
        let numbers = Array((period.supporting + period.contradicting + period.echoes).suffix(80))
        let claims = try archive.claims(numbers: numbers)
        return ControlState(period, on: day, party: { histories.parties[$0] }, claim: { claims[$0] })
    }

    /// A place that is only spoken of after the day.
    private func somePlace(_ id: String, known: PartialDate?) throws -> Place? {
        var filter = ClaimFilter()
        (filter.place, filter.known, filter.limit) = (id, known, 1)
        return try archive.claims(filter).first?.claim.place
    }

    private func unfactual(_ id: String, on day: Int, known: PartialDate?) throws -> [SourcedClaim] {
        var filter = ClaimFilter()
        (filter.place, filter.known, filter.kinds) = (id, known, [.control])
        filter.modalities = Modality.allCases.filter { !$0.isFactual }
        filter.from = PartialDate(daysSince1970: day - 60)
        filter.to = PartialDate(daysSince1970: day + 60)
        filter.limit = 40
        return try archive.claims(filter)
    }

    private func newestFirst(_ claims: [SourcedClaim]) -> [SourcedClaim] {
        claims.sorted { ($1.firstDay, $0.key) < ($0.firstDay, $1.key) }
    }
}
