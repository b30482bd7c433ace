import Foundation
import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct Verdict: Decodable {
        var claim: String
        var verdict: ReviewDecision.Verdict
        var note: String?
        var fields: [String: String]?
    }

    /// `/api/decisions`: what analysts decided, and a new decision.
    func addReviewRoutes(to router: Router<Context>) {
        router.get("api/decisions") { request, _ in
            if configuration.isPublic { throw HTTPError(.forbidden, message: "the public page shows no decisions") }
            return try json(["decisions": archive.reviewDecisions()], for: request)
        }
        router.post("api/decisions") { request, _ in
            guard !configuration.readOnly, archive.canDecide else {
                throw HTTPError(.forbidden, message: "this server is read-only: decisions are taken where it is not")
            }
            // A form of another page cannot send this type without the browser asking first, which is never allowed.
            guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
                throw HTTPError(.unsupportedMediaType, message: "a decision must be application/json")
            }
            var request = request
            let body = try await request.collectBody(upTo: 64 * 1024)
            guard let verdict = try? JSONDecoder().decode(Verdict.self, from: Data(body.readableBytesView)) else {
                throw HTTPError(
                    .badRequest, message: "a decision is {claim, verdict: accept|reject|edit|undo, note?, fields?}")
            }
            let snapshot = try cache.current()
            guard snapshot.claim(verdict.claim) != nil else {
                throw HTTPError(.notFound, message: "there is no claim \(verdict.claim.prefix(80))")
            }
            let decision = ReviewDecision(
                claim: verdict.claim, verdict: verdict.verdict, analyst: configuration.analyst, note: verdict.note,
                fields: verdict.fields, at: ISO8601DateFormatter().string(from: Date()))
            try archive.record(decision)
            let fresh = try cache.current(fresh: true)
            guard let sourced = fresh.claim(verdict.claim) else {
                throw HTTPError(.notFound, message: "the claim is gone")
            }
            return try json(fresh.view(sourced), for: request)
        }
    }
}
