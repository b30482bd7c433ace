import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct Bond: Encodable {
        var actor: ActorView
        var target: ActorView
        var bond: String
        var claims: [ClaimView]
    }

    /// `/api/figures` and `/api/relations`.
    func addChartRoutes(to router: Router<Context>) {
        router.get("api/figures") { request, _ in
            let snapshot = try cache.current()
            let measure = text("measure", of: request)
            let place = text("place", of: request)
            let found = snapshot.claims(known: try day("known", of: request)).filter { $0.claim.kind == .figure }
                .map(snapshot.view)
                .filter { (measure == nil || $0.type == measure) && (place == nil || $0.place?.id == place) }
                .sorted { ($0.day, $0.key) < ($1.day, $1.key) }
            return try json(["figures": Array(found.prefix(20_000))], for: request)
        }
        router.get("api/relations") { request, _ in
            let on = try day("on", of: request)
            let snapshot = try cache.current()
            var bonds: [[String]: Bond] = [:]
            for sourced in snapshot.claims(known: try day("known", of: request))
            where sourced.claim.kind == .relation && sourced.claim.modality.isFactual {
                let span = sourced.claim.when
                if let on, (span?.start ?? sourced.known).firstDay > on { continue }
                if let on, let end = span?.end, span?.precision == .span, end.lastDay < on { continue }
                let view = snapshot.view(sourced)
                guard let actor = view.actor, let target = view.target else { continue }
                let key = [actor.id, target.id, view.type]
                bonds[key, default: Bond(actor: actor, target: target, bond: view.type, claims: [])].claims.append(view)
            }
            let sorted = bonds.sorted { $0.key.lexicographicallyPrecedes($1.key) }.map(\.value)
            return try json(["relations": sorted], for: request)
        }
    }
}
