import Foundation
import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Puts the safety headers on every answer, turns errors into JSON, counts, and writes one line of log for a request.
struct SafetyMiddleware: RouterMiddleware {
    typealias Context = PageContext

    let counters: Counters
    let behindProxy: Bool
    private let policy: String

    init(counters: Counters, configuration: ServerConfiguration) {
        (self.counters, behindProxy) = (counters, configuration.behindProxy)
        let tiles = configuration.tiles.map { " " + $0.origin } ?? ""
        // Scripts, styles and data only from this server, pictures of the ground from the tile server that was named;
        // `blob:` is MapLibre's worker.
        policy =
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:\(tiles); "
            + "connect-src 'self'\(tiles); worker-src 'self' blob:; child-src blob:; font-src 'self'; "
            + "manifest-src 'self'; base-uri 'none'; form-action 'self'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        let began = ContinuousClock.now
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = Self.problem(error.status, (error as? HTTPError)?.body ?? error.status.reasonPhrase)
            for field in (error as? HTTPError)?.headers ?? [:] { response.headers[field.name] = field.value }
        } catch let error as AccountError {
            response = Self.problem(error)
        } catch {
            context.logger.error("request failed", metadata: ["path": "\(request.uri.path)", "error": "\(error)"])
            response = Self.problem(.internalServerError, "the server could not answer; its log says why")
        }
        response.headers[.contentSecurityPolicy] = policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixed { response.headers[name] = value }
        if behindProxy { response.headers[.strictTransportSecurity] = "max-age=31536000" }
        if response.headers[.cacheControl] == nil { response.headers[.cacheControl] = "no-store" }
        let time = (ContinuousClock.now - began).components
        let seconds = Double(time.seconds) + Double(time.attoseconds) / 1e18
        let route = context.endpointPath ?? "none"
        counters.count(route: route, status: response.status.code, seconds: seconds)
        context.logger.info(
            "request",
            metadata: [
                "method": "\(request.method.rawValue)", "path": "\(request.uri.path.prefix(200))",
                "status": "\(response.status.code)", "ms": "\((seconds * 10_000).rounded() / 10)",
            ])
        return response
    }

    private static let fixed: [(HTTPField.Name, String)] = [
        ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"), ("Cross-Origin-Opener-Policy", "same-origin"),
        ("Cross-Origin-Resource-Policy", "same-origin"),
        ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
    ].compactMap { name, value in HTTPField.Name(name).map { ($0, value) } }

    private static func problem(_ error: AccountError) -> Response {
        switch error.kind {
        case .refused: problem(.forbidden, error.description)
        case .wrong: problem(.badRequest, error.description)
        case .missing: problem(.notFound, error.description)
        case .taken: problem(.conflict, error.description)
        case .slow(let seconds):
            problem(.tooManyRequests, error.description, headers: [.retryAfter: String(seconds)])
        }
    }

    private static func problem(
        _ status: HTTPResponse.Status, _ message: String, headers: HTTPFields = [:]
    ) -> Response {
        var headers = headers
        headers[.contentType] = "application/json; charset=utf-8"
        let body = (try? JSONEncoder().encode(["error": message])) ?? Data(#"{"error":"failed"}"#.utf8)
        return Response(status: status, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: body)))
    }
}
