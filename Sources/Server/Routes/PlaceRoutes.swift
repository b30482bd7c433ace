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
        /// What is so on the day; absent where nothing is known.
        var state: SegmentView?
        var holders: [ActorView]
        /// How many claims carry the state of the day, and how many say otherwise.
        var counts: Counts
        /// The newest claims that carry the state of the day.
        var supporting: [ClaimView]
        /// The newest claims about control that say otherwise, denials among them.
        var against: [ClaimView]
        /// What else is said of the place up to the day, newest first.
        var other: [ClaimView]
    }

    private struct Counts: Encodable {
        var supporting: Int
        var against: Int
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
            return try await json(request) {
                let rows = try archive.placesTold(known: nil)
                    .filter { wanted.isEmpty || NameKey.fold($0.place.resolved ?? $0.place.name).contains(wanted) }
                    .sorted { ($1.claims, $0.key) < ($0.claims, $1.key) }.prefix(limit)
                return ["places": rows.map { Found(place: PlaceView($0.place), claims: $0.claims) }]
            }
        }
        router.get("api/places/**") { request, context in
            let path = try rest(context)
            let historyOnly = path.hasSuffix("/history")
            let id = historyOnly ? String(path.dropLast("/history".count)) : path
            let parameters = Parameters(request)
            let (on, known) = (try parameters.date("on"), try parameters.date("known"))
            guard historyOnly else { return try await answer(request, id, on: on, known: known) }
            return try await kept(request) {
                guard let history = try archive.history(at: id, known: known) else { throw noPlace(id) }
                return MapBytes.place(history)
            }
        }
        router.get("api/actors") { request, _ in
            let parameters = Parameters(request)
            let wanted = NameKey.fold(parameters.text("q") ?? "")
            let limit = try parameters.number("limit", default: 50, in: 1...1000)
            return try await json(request) {
                let rows = try archive.actors(named: nil, limit: 5000, offset: 0)
                    .filter {
                        wanted.isEmpty || NameKey.fold(NameKey.name(of: $0.actor)).contains(wanted)
                    }
                return ["actors": rows.prefix(limit).map { FoundActor(actor: ActorView($0.actor), claims: $0.claims) }]
            }
        }
    }

    private func noPlace(_ id: String) -> HTTPError {
        HTTPError(.notFound, message: "no claim speaks of the place \(id.prefix(80))")
    }

    /// So many claims of each sort are told with a place; `/api/claims?place=` has all.
    private static var shown: Int { 16 }

    private func answer(
        _ request: Request, _ id: String, on: PartialDate?, known: PartialDate?
    ) async throws -> Response {
        try await json(request) { try place(id, on: on?.lastDay ?? archive.span().lastTold ?? 0, known: known) }
    }

    private func place(_ id: String, on day: Int, known: PartialDate?) throws -> PlaceAnswer {
        let ready = try known == nil ? grounds.ready()?.histories : nil
        let histories = try ready ?? archive.history(at: id, known: known)
        let history = histories?.place(id)
        var said = ClaimFilter()
        (said.place, said.known, said.to) = (id, known, PartialDate(daysSince1970: day))
        (said.order, said.limit) = (.validDescending, 2 * Self.shown)
        let near = try archive.claims(said)
        guard let place = try history?.place ?? near.first?.claim.place ?? somePlace(id, known: known) else {
            throw noPlace(id)
        }
        let period = history.flatMap { ControlWalk.period(on: Int32(clamping: day), in: $0.periods) }
            .flatMap { day < $0.end.map(Int.init) ?? .max ? $0 : nil }
        let state = try period.map { try describe($0, histories, on: Int32(clamping: day)) } ?? .unknown
        var against = state.contradicting
        let listed = Set((state.supporting + state.echoes + against).map(\.key))
        // Denials, pledges and forecasts of the weeks around carry nothing, but belong into view.
        against += try unfactual(id, on: day, known: known).filter { !listed.contains($0.key) }
        let told = listed.union(against.map(\.key))
        let parties = period.map { NamedSides($0).all + [$0.previous] } ?? []
        return PlaceAnswer(
            place: PlaceView(place), why: state.explanation, flags: state.flags,
            state: period.flatMap { SegmentView($0, parties: histories?.parties ?? [:]) },
            holders: parties.compactMap { histories?.parties[$0] }.map(ActorView.init).sorted { $0.id < $1.id },
            counts: Counts(
                supporting: period.map { $0.supporting.count + $0.echoes.count } ?? 0,
                against: (period?.contradicting.count ?? 0) + against.count - state.contradicting.count),
            supporting: try views(newestFirst(state.supporting + state.echoes)),
            against: try views(newestFirst(against)),
            other: try views(Array(near.filter { !told.contains($0.key) }.prefix(Self.shown))))
    }

    private func describe(_ period: ControlPeriod, _ histories: Histories?, on day: Int32) throws -> ControlState {
        let parts = [period.supporting, period.contradicting, period.echoes]
        let claims = try archive.claims(numbers: parts.flatMap { $0.suffix(Self.shown) })
        return ControlState(period, on: day, party: { histories?.parties[$0] }, claim: { claims[$0] })
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
        filter.limit = Self.shown
        return try archive.claims(filter)
    }

    private func newestFirst(_ claims: [SourcedClaim]) -> [SourcedClaim] {
        claims.sorted { ($1.firstDay, $0.key) < ($0.firstDay, $1.key) }
    }
}
