import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct ClaimPage: Encodable {
        var total: Int
        var offset: Int
        var claims: [ClaimView]
        /// How many claims of the whole answer have each value, by facet.
        var facets: [String: [String: Int]]
    }

    private enum Sort: String, CaseIterable { case newest, oldest, confidence }

    /// `/api/claims` and `/api/search` (the same), `/api/claims/{key}`.
    func addClaimRoutes(to router: Router<Context>) {
        router.get("api/claims") { request, _ in try await claims(request) }
        router.get("api/search") { request, _ in try await claims(request) }
        router.get("api/claims/**") { request, context in
            let key = try rest(context)
            return try await json(request) {
                guard let claim = try archive.claim(key), let view = try views([claim]).first else {
                    throw HTTPError(.notFound, message: "there is no claim \(key.prefix(80))")
                }
                return view
            }
        }
    }

    private func claims(_ request: Request) async throws -> Response {
        let parameters = Parameters(request)
        var filter = try parameters.filter()
        let limit = try parameters.number("limit", default: 100, in: 1...5000)
        let offset = try parameters.number("offset", default: 0, in: 0...100_000_000)
        switch try parameters.word("sort", as: Sort.self) ?? .newest {
        case .newest: filter.order = .validDescending
        case .oldest: filter.order = .valid
        case .confidence: filter.order = .confidence
        }
        let decision = try parameters.word("decision", as: Standing.Verdict.self)
        return try await json(request) { [filter] in
            if let decision { return try decided(decision, filter, limit: limit, offset: offset) }
            return ClaimPage(
                total: try archive.countClaims(filter), offset: offset,
                claims: try views(page(filter, limit: limit, offset: offset)), facets: try facets(filter))
        }
    }

    /// One page. Where words are asked for, claims that have them in their own sentence come before the others of the
    /// reports that have them.
    private func page(_ filter: ClaimFilter, limit: Int, offset: Int) throws -> [SourcedClaim] {
        var filter = filter
        let words = (filter.text ?? "").lowercased().split { !$0.isLetter && !$0.isNumber }
        guard !words.isEmpty else {
            (filter.limit, filter.offset) = (limit, offset)
            return try archive.claims(filter)
        }
        filter.limit = 5000
        let found = try archive.claims(filter)
        let hits = found.filter { $0.has(words) }
        let keys = Set(hits.map(\.key))
        return Array((hits + found.filter { !keys.contains($0.key) }).dropFirst(offset).prefix(limit))
    }

    private func facets(_ filter: ClaimFilter) throws -> [String: [String: Int]] {
        var facets: [String: [String: Int]] = [:]
        for facet in Ledger.Facet.allCases {
            let counts = try archive.facet(facet, filter, limit: 40)
            let name = facet == .speaker ? "source" : facet.rawValue
            facets[name] = Dictionary(counts.map { ($0.key, $0.count) }, uniquingKeysWith: { first, _ in first })
        }
        return facets
    }

    /// Claims on which a verdict stands, latest decision first.
    private func decided(
        _ verdict: Standing.Verdict, _ filter: ClaimFilter, limit: Int, offset: Int
    ) throws -> ClaimPage {
        let standing = try books.current().standing.filter { $0.value.verdict == verdict }
        let keys = standing.sorted { $0.value.number > $1.value.number }.map(\.key)
        let found = try keys.compactMap { try archive.claim($0) }.filter { $0.fits(filter) }
        return ClaimPage(
            total: found.count, offset: offset, claims: try views(Array(found.dropFirst(offset).prefix(limit))),
            facets: [:])
    }
}
