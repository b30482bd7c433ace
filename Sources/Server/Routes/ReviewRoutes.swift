import Assessment
import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct Verdict: Decodable {
        enum Word: String, Decodable { case accept, reject, edit, undo, note }

        var claim: String
        var verdict: Word
        var note: String?
        var fields: [String: String]?
    }

    private struct DecisionView: Encodable {
        var number: Int64
        var claim: String
        var action: String
        var field: String?
        var old: String?
        var new: String?
        var who: String
        var at: String
        var why: String?
        var undone: Bool

        init(_ decision: Decision) {
            (number, claim, action) = (decision.number, decision.claim, decision.action.rawValue)
            (field, old, new, who) = (decision.field, decision.old, decision.new, decision.who)
            (at, why, undone) = (decision.at.ISO8601Format(), decision.why, decision.undone)
        }
    }

    private enum Queue: String, CaseIterable { case confidence, newest, disputes, second }

    /// `/api/review` (what waits), `/api/decisions` (what was decided, and a new decision), `/api/agreement`.
    func addReviewRoutes(to router: Router<Context>) {
        router.get("api/review") { request, context in
            try context.need(.viewer)
            let parameters = Parameters(request)
            let order = try parameters.word("sort", as: Queue.self) ?? .confidence
            let limit = try parameters.number("limit", default: 200, in: 1...1000)
            let filter = try parameters.filter()
            return try now(["claims": queue(order, filter, limit: limit, for: context.visitor.name)])
        }
        router.get("api/decisions") { request, _ in
            if configuration.isPublic { throw HTTPError(.forbidden, message: "the public page shows no decisions") }
            let parameters = Parameters(request)
            let limit = try parameters.number("limit", default: 500, in: 1...5000)
            let found = try archive.decisions(claim: parameters.text("claim"))
            return try now(["decisions": found.suffix(limit).reversed().map(DecisionView.init)])
        }
        router.post("api/decisions") { request, context in
            try context.need(.analyst, .decide)
            guard !configuration.readOnly, archive.takesDecisions else {
                throw HTTPError(.forbidden, message: "this server is read-only: decisions are taken where it is not")
            }
            let verdict = try await body(
                request, as: Verdict.self, expected: "{claim, verdict: accept|reject|edit|undo|note, note?, fields?}")
            guard let before = try archive.claim(verdict.claim) else {
                throw HTTPError(.notFound, message: "there is no claim \(verdict.claim.prefix(80))")
            }
            do {
                try record(verdict, of: before.claim, by: context.visitor)
            } catch let error as LedgerError {
                throw HTTPError(.badRequest, message: error.description)
            }
            guard let claim = try archive.claim(verdict.claim), let view = try views([claim]).first else {
                throw HTTPError(.notFound, message: "the claim is gone")
            }
            return try now(view)
        }
        router.get("api/agreement") { _, context in
            if configuration.isPublic { throw HTTPError(.forbidden, message: "the public page shows no decisions") }
            try context.need(.viewer)
            return try now(["pairs": Agreement.measure(books.current())])
        }
    }

    /// An edit becomes one correction for each field, all or none; an undo takes back the analyst's last standing
    /// decision on the claim with all of its fields, or, for an editor, anybody's.
    private func record(_ verdict: Verdict, of claim: Claim, by visitor: Visitor) throws {
        let (who, at) = (visitor.name, Date())
        let why = verdict.note.map { String($0.prefix(2000)) }
        func decide(_ action: Decision.Action, field: String? = nil, new: String? = nil) throws -> Int64 {
            try archive.decide(
                action, claim: verdict.claim, field: field, old: nil, new: new, who: who, why: why, at: at)
        }
        switch verdict.verdict {
        case .accept: _ = try decide(.accept)
        case .reject: _ = try decide(.reject)
        case .note: _ = try decide(.note)
        case .edit:
            let edit = try ClaimEdit(verdict.fields ?? [:], of: claim)
            if edit.corrections.isEmpty { _ = try decide(.note) }
            var taken: [Int64] = []
            do {
                for (field, value) in edit.corrections {
                    taken.append(try decide(.correct, field: field, new: value))
                }
            } catch {
                for number in taken.reversed() { try archive.undo(number, who: who, why: "\(error)", at: at) }
                throw error
            }
        case .undo:
            let standing = try archive.decisions(claim: verdict.claim).filter { !$0.undone && $0.action != .undo }
            let mine = standing.last { $0.who == who }
            guard let last = mine ?? (visitor.may(.editor) ? standing.last : nil) else {
                throw HTTPError(.conflict, message: "there is no decision of yours to undo")
            }
            for decision in standing.reversed() where decision.who == last.who && decision.at == last.at {
                try archive.undo(decision.number, who: who, why: why, at: at)
            }
        }
    }

    private func queue(_ order: Queue, _ filter: ClaimFilter, limit: Int, for who: String) throws -> [ClaimView] {
        let book = try books.current()
        switch order {
        case .confidence: return try views(archive.reviewQueue(filter, limit: limit))
        case .newest:
            var filter = filter
            (filter.order, filter.limit) = (.validDescending, limit + book.standing.count)
            let found = try archive.claims(filter).filter { book.standing[$0.key] == nil }
            return try views(Array(found.prefix(limit)))
        case .disputes:
            let periods = try archive.histories(known: filter.known).places.flatMap(\.periods).filter { $0.opposed > 0 }
            let numbers = periods.sorted { ($1.opposed, $0.start) < ($0.opposed, $1.start) }.prefix(limit)
                .flatMap { $0.contradicting + $0.supporting }
            let claims = try archive.claims(numbers: Array(numbers.prefix(limit * 2)))
            let found = claims.sorted { $0.key < $1.key }.map(\.value)
                .filter { book.standing[$0.key] == nil && $0.fits(filter) }
            return try views(Array(found.prefix(limit)))
        case .second:
            // Claims that another judged, without the verdict: the second judgement must not lean on the first.
            let keys = book.standing.filter { $0.value.byAnalyst[who] == nil }.sorted {
                $0.value.number < $1.value.number
            }
            return try keys.prefix(limit).compactMap { try archive.claim($0.key) }.map { ClaimView($0) }
        }
    }
}
