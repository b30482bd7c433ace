import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Record

/// What every route needs, and the router made of them.
struct Service: Sendable {
    typealias Context = PageContext

    let archive: any Archive
    let books: DecisionBooks
    let cache = AnswerCache()
    let grounds: Grounds
    let files: StaticFiles
    let notice: String
    let mode: AccessMode
    let configuration: ServerConfiguration
    let counters = Counters()
    let hub: Hub

    func router() -> Router<Context> {
        let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyMiddleware(counters: counters, configuration: configuration))
        router.add(
            middleware: AccessMiddleware(
                mode: mode, configuration: configuration,
                rate: RateLimit(
                    perSecond: configuration.requestsPerSecond, burst: configuration.requestsPerSecond * 8)))
        addSystemRoutes(to: router)
        addMapRoutes(to: router)
        addPlaceRoutes(to: router)
        addClaimRoutes(to: router)
        addReportRoutes(to: router)
        addChartRoutes(to: router)
        addReviewRoutes(to: router)
        addAccountRoutes(to: router)
        router.get("/") { request, _ in try files.respond(to: request) }
        router.get("**") { request, _ in try files.respond(to: request) }
        return router
    }

    // MARK: - Answers

    static let jsonType = "application/json; charset=utf-8"

    /// A JSON answer, kept as long as the record does not change.
    func json(
        _ request: Request, _ make: @escaping @Sendable () throws -> some Encodable & Sendable
    ) async throws -> Response {
        try await kept(request) { try Self.encode(make()) }
    }

    /// Bytes, kept as long as the record does not change.
    func kept(
        _ request: Request, type: String = jsonType, _ make: @escaping @Sendable () throws -> Data
    ) async throws -> Response {
        let (address, version) = (request.uri.string, try archive.version())
        if let ready = cache.ready(address, version: version) { return respond(ready, to: request) }
        let answer = try await cache.answer(to: address, version: version) { Answer(try make(), type: type) }
        return respond(answer, to: request)
    }

    /// A JSON answer of this moment, for this visitor.
    func now(_ value: some Encodable, status: HTTPResponse.Status = .ok) throws -> Response {
        Response(
            status: status,
            headers: [.contentType: "application/json; charset=utf-8", .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(bytes: try Self.encode(value))))
    }

    /// 304 where the browser has it already; compressed where it takes that.
    func respond(_ answer: Answer, to request: Request) -> Response {
        var headers: HTTPFields = [
            .contentType: answer.type, .eTag: answer.tag, .cacheControl: "no-cache", .vary: "accept-encoding, cookie",
        ]
        if request.headers[.ifNoneMatch] == answer.tag { return Response(status: .notModified, headers: headers) }
        guard request.headers[.acceptEncoding]?.contains("gzip") == true, let zipped = answer.zipped else {
            return Response(status: .ok, headers: headers, body: .init(byteBuffer: answer.plain))
        }
        headers[.contentEncoding] = "gzip"
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: zipped))
    }

    static func encode(_ value: some Encodable) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(value)
    }

    // MARK: - Requests

    /// The body of a request that must be JSON, at most 64 KB.
    ///
    /// - Throws: 415, 413 or 400 with what was expected.
    func body<Value: Decodable>(_ request: Request, as type: Value.Type, expected: String) async throws -> Value {
        // A form of another page cannot send this type without the browser asking first, which is never allowed.
        guard request.headers[.contentType]?.hasPrefix("application/json") == true else {
            throw HTTPError(.unsupportedMediaType, message: "the body must be application/json")
        }
        var request = request
        let body = try await request.collectBody(upTo: 64 * 1024)
        guard let value = try? JSONDecoder().decode(Value.self, from: Data(body.readableBytesView)) else {
            throw HTTPError(.badRequest, message: "expected \(expected)")
        }
        return value
    }

    /// The rest of the path, percent signs decoded: ids may hold slashes.
    func rest(_ context: Context) throws -> String {
        let path = context.parameters.getCatchAll().joined(separator: "/")
        guard let plain = path.removingPercentEncoding, !plain.isEmpty else {
            throw HTTPError(.badRequest, message: "the address lacks an id")
        }
        return plain
    }

    /// A claim as the API gives it.
    func views(_ claims: [SourcedClaim]) throws -> [ClaimView] {
        let book = try books.current()
        return claims.map { ClaimView($0, standing: book.standing[$0.key]) }
    }
}
