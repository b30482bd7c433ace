import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct ClaimPage: Encodable {
        var total: Int
        var offset: Int
        var claims: [ClaimView]
        /// How many claims of the whole answer have each value, by facet.
        var facets: [String: [String: Int]]
    }

    /// `/api/claims` and `/api/search` (the same with a text), `/api/claims/{key}`.
    func addClaimRoutes(to router: Router<Context>) {
        router.get("api/claims") { request, _ in try json(claimPage(request), for: request) }
        router.get("api/search") { request, _ in try json(claimPage(request), for: request) }
        router.get("api/claims/**") { request, context in
            let key = try rest(context)
            let snapshot = try cache.current()
            guard let sourced = snapshot.claim(key) else {
                throw HTTPError(.notFound, message: "there is no claim \(key.prefix(80))")
            }
            return try json(snapshot.view(sourced), for: request)
        }
    }

    private func claimPage(_ request: Request) throws -> ClaimPage {
        let snapshot = try cache.current()
        let known = try day("known", of: request)
        let from = try day("from", of: request)
        let to = try day("to", of: request)
        let limit = try number("limit", of: request, default: 100, in: 1...5000)
        let offset = try number("offset", of: request, default: 0, in: 0...100_000_000)
        let least = try number("confidence", of: request, default: 0, in: 0...100)
        let wanted = Dictionary(
            ["kind", "type", "modality", "publisher", "place", "actor", "report", "decision"].compactMap { name in
                text(name[...], of: request).map { (name, $0) }
            }, uniquingKeysWith: { $1 })
        let words = (text("q", of: request) ?? "").lowercased().split(separator: " ")
        let reports = words.isEmpty ? [] : Set(try archive.searchReports(words.joined(separator: " "), limit: 500))
        var found: [ClaimView] = []
        var sentenceHits: Set<String> = []
        for sourced in snapshot.all {
            if let known, sourced.known.firstDay > known { continue }
            if sourced.claim.confidence * 100 < Double(least) { continue }
            let start = (sourced.claim.when?.start ?? sourced.known).firstDay
            if let from, start < from { continue }
            if let to, start > to { continue }
            let view = snapshot.view(sourced)
            guard matches(view, wanted) else { continue }
            if !words.isEmpty {
                let all =
                    (view.sentence + " " + (view.place?.name ?? "") + " " + (view.place?.admin1 ?? "") + " "
                    + names(view).joined(separator: " ")).lowercased()
                if words.allSatisfy({ all.contains($0) }) {
                    sentenceHits.insert(view.key)
                } else if !reports.contains(view.report) {
                    continue
                }
            }
            found.append(view)
        }
        sort(&found, by: text("sort", of: request) ?? "newest", first: sentenceHits)
        return ClaimPage(
            total: found.count, offset: offset, claims: Array(found.dropFirst(offset).prefix(limit)),
            facets: facets(found))
    }

    private func names(_ view: ClaimView) -> [String] {
        ([view.actor, view.target, view.holder, view.from, view.besieger] + (view.holders ?? []))
            .compactMap { $0?.name }
    }

    private func matches(_ view: ClaimView, _ wanted: [String: String]) -> Bool {
        wanted.allSatisfy { name, value in
            switch name {
            case "kind": view.kind == value
            case "type": view.type == value
            case "modality": view.modality == value
            case "publisher": view.publisher == value
            case "place": view.place?.id == value
            case "report": view.report == value
            case "decision": (view.decision ?? "none") == value
            default:
                ([view.actor, view.target, view.holder, view.from, view.besieger] + (view.holders ?? []))
                    .contains { $0?.id == value }
            }
        }
    }

    private func sort(_ found: inout [ClaimView], by order: String, first hits: Set<String>) {
        switch order {
        case "confidence": found.sort { ($0.confidence, $0.key) < ($1.confidence, $1.key) }
        case "oldest": found.sort { ($0.day, $0.key) < ($1.day, $1.key) }
        default:
            found.sort { a, b in
                let (inA, inB) = (hits.contains(a.key), hits.contains(b.key))
                return inA != inB ? inA : (a.day, a.key) > (b.day, b.key)
            }
        }
    }

    private func facets(_ found: [ClaimView]) -> [String: [String: Int]] {
        var facets: [String: [String: Int]] = [:]
        for view in found {
            facets["kind", default: [:]][view.kind, default: 0] += 1
            facets["type", default: [:]][view.type, default: 0] += 1
            facets["modality", default: [:]][view.modality, default: 0] += 1
            if let publisher = view.publisher { facets["publisher", default: [:]][publisher, default: 0] += 1 }
        }
        return facets
    }
}
