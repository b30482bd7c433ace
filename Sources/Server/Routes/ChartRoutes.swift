import Assessment
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct Toll: Encodable {
        var measure: String
        var group: String?
        var unit: String?
        var place: PlaceView?
        var low: Double?
        var high: Double?
        var best: Double?
        /// Independent sources that stand by a figure.
        var sources: Int
        /// All figures in the order in which they became known.
        var figures: [ClaimView]
    }

    private struct BondView: Encodable {
        var actor: ActorView
        var target: ActorView
        var bond: String
        var first: String
        var last: String
        /// Voices that do not copy each other.
        var independent: Int
        var claims: [ClaimView]
    }

    /// `/api/figures`, `/api/tolls` and `/api/relations`.
    func addChartRoutes(to router: Router<Context>) {
        router.get("api/figures") { request, _ in
            let filter = try figures(request)
            return try await json(request) { ["figures": try views(archive.claims(filter))] }
        }
        router.get("api/tolls") { request, _ in
            let filter = try figures(request)
            return try await json(request) { ["tolls": try tolls(filter)] }
        }
        router.get("api/relations") { request, _ in
            let parameters = Parameters(request)
            let known = try parameters.date("known")
            let on = try parameters.date("on") ?? PartialDate(daysSince1970: archive.span().lastTold ?? 0)
            return try await json(request) {
                var filter = ClaimFilter()
                (filter.kinds, filter.known, filter.to, filter.counted) = ([.relation], known, on, true)
                let bonds = Relations.assess(try archive.claims(filter), on: on, known: known)
                return ["relations": try bonds.map(view)]
            }
        }
    }

    private func figures(_ request: Request) throws -> ClaimFilter {
        let parameters = Parameters(request)
        var filter = ClaimFilter()
        (filter.kinds, filter.limit) = ([.figure], 20_000)
        filter.types = try parameters.word("measure", as: Figure.Measure.self).map { [$0.rawValue] } ?? []
        (filter.place, filter.known) = (parameters.text("place"), try parameters.date("known"))
        return filter
    }

    private func tolls(_ filter: ClaimFilter) throws -> [Toll] {
        var filter = filter
        filter.counted = true
        return try Tolls.assess(try archive.claims(filter), known: filter.known).map { toll in
            Toll(
                measure: toll.measure.rawValue, group: toll.group, unit: toll.unit,
                place: toll.place.map(PlaceView.init),
                low: toll.low, high: toll.high, best: toll.best, sources: toll.current.count,
                figures: try views(toll.revisions.map(\.claim)))
        }
    }

    private func view(_ bond: Bond) throws -> BondView {
        BondView(
            actor: ActorView(bond.actor), target: ActorView(bond.target), bond: bond.bond.rawValue,
            first: bond.first.description, last: bond.last.description, independent: bond.independent,
            claims: try views(bond.claims.suffix(50).reversed()))
    }
}
