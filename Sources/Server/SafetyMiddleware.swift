import HTTPTypes
import Hummingbird
import Logging
import NIOCore

/// Puts the safety headers on every answer, turns errors into JSON, and counts.
struct SafetyMiddleware<Context: RequestContext>: RouterMiddleware {
    let counters: Counters

    /// Scripts, styles and data only from this server; `blob:` is MapLibre's worker.
    private static var policy: String {
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; connect-src 'self'; "
            + "worker-src 'self' blob:; child-src blob:; font-src 'self'; manifest-src 'self'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'"
    }

    func handle(
        _ request: Request, context: Context, next: (Request, Context) async throws -> Response
    ) async throws -> Response {
        var response: Response
        do {
            response = try await next(request, context)
        } catch let error as any HTTPResponseError {
            response = Self.problem(error.status, (error as? HTTPError)?.body ?? error.status.reasonPhrase)
        } catch {
            context.logger.error("\(request.uri.path): \(error)")
            response = Self.problem(.internalServerError, "the server could not answer; its log says why")
        }
        response.headers[.contentSecurityPolicy] = Self.policy
        response.headers[.xContentTypeOptions] = "nosniff"
        for (name, value) in Self.fixed {
            if let field = HTTPField.Name(name) { response.headers[field] = value }
        }
        counters.count(status: response.status.code)
        return response
    }

    private static var fixed: [(String, String)] {
        [
            ("Referrer-Policy", "no-referrer"), ("X-Frame-Options", "DENY"),
            ("Cross-Origin-Opener-Policy", "same-origin"), ("Cross-Origin-Resource-Policy", "same-origin"),
            ("Permissions-Policy", "geolocation=(), camera=(), microphone=()"),
        ]
    }

    private static func problem(_ status: HTTPResponse.Status, _ message: String) -> Response {
        let safe = message.unicodeScalars.map { scalar -> String in
            switch scalar {
            case "\"": "\\\""
            case "\\": "\\\\"
            default: scalar.value < 32 ? " " : String(scalar)
            }
        }.joined()
        let body = "{\"error\":\"\(safe)\"}"
        return Response(
            status: status, headers: [.contentType: "application/json; charset=utf-8"],
            body: .init(byteBuffer: ByteBuffer(string: body)))
    }
}
