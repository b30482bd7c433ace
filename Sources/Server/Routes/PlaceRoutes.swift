import Assessment
import HTTPTypes
import Hummingbird
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
        /// Everything else that is said of the place, newest first.
        var other: [ClaimView]
        var total: Int
    }

    /// `/api/places`, `/api/places/{id}`, `/api/places/{id}/history`.
    func addPlaceRoutes(to router: Router<Context>) {
        router.get("api/places") { request, _ in
            let wanted = (text("q", of: request) ?? "").lowercased()
            let limit = try number("limit", of: request, default: 50, in: 1...1000)
            let found = try cache.current().places.filter { wanted.isEmpty || $0.name.lowercased().contains(wanted) }
            return try json(["places": Array(found.prefix(limit))], for: request)
        }
        router.get("api/places/**") { request, context in
            var id = try rest(context)
            let historyOnly = id.hasSuffix("/history")
            if historyOnly { id = String(id.dropLast("/history".count)) }
            let answer = try place(id, request)
            return historyOnly ? try json(["segments": answer.segments], for: request) : try json(answer, for: request)
        }
    }

    private func place(_ id: String, _ request: Request) throws -> PlaceAnswer {
        let snapshot = try cache.current()
        guard let place = snapshot.places.first(where: { $0.id == id }) else {
            throw HTTPError(.notFound, message: "no claim speaks of the place \(id.prefix(80))")
        }
        let claims = snapshot.claims(at: id, known: try day("known", of: request))
        let history = ControlHistory.assess(claims.filter { $0.claim.kind == .control })
        let segments = history.views
        let on = try day("on", of: request) ?? segments.last.flatMap { PartialDate($0.from)?.firstDay } ?? 0
        let now = history.state(on: PartialDate(daysSince1970: on))
        let carrying = Set((now.supporting + now.echoes).map(\.key))
        var against = now.contradicting
        let listed = carrying.union(against.map(\.key))
        // Denials, pledges and forecasts of the weeks around carry nothing, but belong into view.
        against += claims.filter {
            $0.claim.kind == .control && !$0.claim.modality.isFactual && !listed.contains($0.key)
                && abs(($0.claim.when?.start ?? $0.known).firstDay - on) <= 60
        }
        let told = listed.union(against.map(\.key))
        var holders: [String: ActorView] = [:]
        for party in history.parties where holders[party.id] == nil { holders[party.id] = party }
        let newest = { (a: SourcedClaim, b: SourcedClaim) in
            ((a.claim.when?.start ?? a.known).firstDay, a.key) > ((b.claim.when?.start ?? b.known).firstDay, b.key)
        }
        return PlaceAnswer(
            place: place, why: now.explanation, flags: now.flags, segments: segments,
            holders: holders.values.sorted { $0.id < $1.id },
            supporting: claims.filter { carrying.contains($0.key) }.sorted(by: newest).map(snapshot.view),
            against: against.sorted(by: newest).map(snapshot.view),
            other: claims.filter { !told.contains($0.key) }.sorted(by: newest).prefix(200).map(snapshot.view),
            total: claims.count)
    }
}
