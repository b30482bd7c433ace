import Foundation
import HTTPTypes
import Hummingbird
import NIOCore
import Record

/// What every route needs, and the router made of them.
struct Service: Sendable {
    typealias Context = BasicRequestContext

    let archive: any Archive
    let cache: SnapshotCache
    let files: StaticFiles
    let notice: String
    let configuration: ServerConfiguration
    let counters: Counters

    func router() -> Router<Context> {
        let router = Router(context: Context.self, options: .autoGenerateHeadEndpoints)
        router.add(middleware: SafetyMiddleware(counters: counters))
        addSystemRoutes(to: router)
        addMapRoutes(to: router)
        addPlaceRoutes(to: router)
        addClaimRoutes(to: router)
        addReportRoutes(to: router)
        addChartRoutes(to: router)
        addReviewRoutes(to: router)
        router.get("/") { request, _ in try files.respond(to: request) }
        router.get("**") { request, _ in try files.respond(to: request) }
        return router
    }

    /// A JSON answer with an entity tag: 304 where the browser has it already.
    func json(_ value: some Encodable, for request: Request) throws -> Response {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return answer(try encoder.encode(value), type: "application/json; charset=utf-8", for: request)
    }

    /// Bytes with an entity tag.
    func answer(_ data: Data, type: String, for request: Request) -> Response {
        let tag = "\"\(EntityTag.of(data))\""
        var headers: HTTPFields = [.contentType: type, .eTag: tag, .cacheControl: "no-cache"]
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        headers[.contentLength] = String(data.count)
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    /// A parameter that is a day; nil where absent.
    ///
    /// - Throws: 400 with what was expected.
    func day(_ name: Substring, of request: Request) throws -> Int? {
        guard let text = request.uri.queryParameters[name], !text.isEmpty else { return nil }
        guard let date = PartialDate(text) else {
            throw HTTPError(
                .badRequest, message: "\(name) must be a date such as 2017-11-03, found \"\(text.prefix(40))\"")
        }
        return date.lastDay
    }

    /// A whole number within bounds, else the default.
    ///
    /// - Throws: 400 with what was expected.
    func number(_ name: Substring, of request: Request, default standard: Int, in bounds: ClosedRange<Int>) throws
        -> Int
    {
        guard let text = request.uri.queryParameters[name], !text.isEmpty else { return standard }
        guard let value = Int(text), bounds.contains(value) else {
            throw HTTPError(
                .badRequest,
                message:
                    "\(name) must be a number from \(bounds.lowerBound) to \(bounds.upperBound), found \"\(text.prefix(40))\""
            )
        }
        return value
    }

    /// A text parameter, at most 500 characters.
    func text(_ name: Substring, of request: Request) -> String? {
        guard let text = request.uri.queryParameters[name], !text.isEmpty else { return nil }
        return String(text.prefix(500))
    }

    /// The rest of the path, percent signs decoded: ids may hold slashes.
    func rest(_ context: Context) throws -> String {
        let path = context.parameters.getCatchAll().joined(separator: "/")
        guard let plain = path.removingPercentEncoding, !plain.isEmpty else {
            throw HTTPError(.badRequest, message: "the address lacks an id")
        }
        return plain
    }
}

/// Entity tags by content (FNV-1a, 64 bits): the same bytes give the same tag in every run.
enum EntityTag {
    static func of(_ data: Data) -> String {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in data { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return String(hash, radix: 16)
    }
}
