import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct Settings: Encodable {
        var version: String
        /// single, open or accounts.
        var mode: String
        var readOnly: Bool
        var isPublic: Bool
        var notice: String
        var claims: Int
        var reports: Int
        var basemap: Bool
        /// The day to open on: the last that the record tells of.
        var lastTold: String?
        var firstKnown: String?
        var lastKnown: String?
    }

    /// `/healthz`, `/metrics`, `/api/settings`, `/api/stream`.
    func addSystemRoutes(to router: Router<Context>) {
        router.get("healthz") { _, _ in
            _ = try archive.version()
            return Self.plain("ok\n")
        }
        router.get("metrics") { _, context in
            if case .accounts = mode, !Loopback.contains(context.address) || configuration.behindProxy {
                try context.need(.viewer, .metrics)
            }
            return Self.plain(try metrics(), type: "text/plain; version=0.0.4; charset=utf-8")
        }
        router.get("api/settings") { request, _ in try json(request) { try settings() } }
        router.get("api/stream") { request, _ in
            guard let (id, events) = hub.listen() else {
                throw HTTPError(.serviceUnavailable, message: "too many open streams")
            }
            return Response(
                status: .ok,
                headers: [.contentType: "text/event-stream; charset=utf-8", .cacheControl: "no-store"],
                body: ResponseBody { writer in
                    defer { hub.leave(id) }
                    try await request.body.consumeWithInboundCloseHandler { _ in
                        try await writer.write(ByteBuffer(string: "retry: 3000\n\n"))
                        for await event in events { try await writer.write(ByteBuffer(string: event)) }
                        try await writer.finish(nil)
                    } onInboundClosed: {
                        hub.leave(id)
                    }
                })
        }
    }

    private func settings() throws -> Settings {
        let (size, span) = (try archive.size(), try archive.span())
        let name =
            switch mode {
            case .single: "single"
            case .open: "open"
            case .accounts: "accounts"
            }
        return Settings(
            version: Version.program, mode: name, readOnly: configuration.readOnly || !archive.takesDecisions,
            isPublic: configuration.isPublic, notice: notice, claims: size.claims, reports: size.reports,
            basemap: files.hasBasemap, lastTold: span.lastTold.map(iso), firstKnown: span.firstKnown.map(iso),
            lastKnown: span.lastKnown.map(iso))
    }

    private func metrics() throws -> String {
        let size = try archive.size()
        return counters.text()
            + """
            # HELP dateline_claims Claims in the record.
            # TYPE dateline_claims gauge
            dateline_claims \(size.claims)
            # HELP dateline_reports Reports in the record.
            # TYPE dateline_reports gauge
            dateline_reports \(size.reports)
            # HELP dateline_streams Open streams of server-sent events.
            # TYPE dateline_streams gauge
            dateline_streams \(hub.count)

            """
    }

    private static func plain(_ text: String, type: String = "text/plain; charset=utf-8") -> Response {
        Response(
            status: .ok, headers: [.contentType: type, .cacheControl: "no-store"],
            body: .init(byteBuffer: ByteBuffer(string: text)))
    }

    /// Answers to what every page asks first are made before the first one does.
    func warmUp() {
        guard let version = try? archive.version() else { return }
        _ = try? cache.answer(to: "/api/map", version: version) {
            Answer(try mapBytes(known: nil, on: nil), type: Self.jsonType)
        }
        _ = try? cache.answer(to: "/api/timeline", version: version) {
            Answer(try JSONEncoder().encode(timeline(known: nil)), type: Self.jsonType)
        }
    }
}
