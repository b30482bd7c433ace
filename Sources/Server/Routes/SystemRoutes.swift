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
        /// Event types, control states, measures and bonds, by kind of claim.
        var types: [String: [String]]
        var claims: Int
        var reports: Int
        var basemap: Bool
        /// The tile server's address and credit, where one was named.
        var tiles: String?
        var tilesCredit: String?
        /// The first day that the record tells of, and the day to open on: the last.
        var firstTold: String?
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
        router.get("api/settings") { request, _ in try await json(request) { try settings() } }
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
            isPublic: configuration.isPublic, notice: notice, types: Self.types, claims: size.claims,
            reports: size.reports,
            basemap: files.hasBasemap, tiles: configuration.tiles?.template,
            tilesCredit: configuration.tiles?.credit, firstTold: span.firstTold.map(iso),
            lastTold: span.lastTold.map(iso), firstKnown: span.firstKnown.map(iso),
            lastKnown: span.lastKnown.map(iso))
    }

    private static let types = [
        Claim.Kind.event.rawValue: EventType.allCases.map(\.rawValue),
        Claim.Kind.control.rawValue: Control.State.allCases.map(\.rawValue),
        Claim.Kind.figure.rawValue: Figure.Measure.allCases.map(\.rawValue),
        Claim.Kind.relation.rawValue: Relation.Bond.allCases.map(\.rawValue),
    ]

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

    /// Answers to what every page asks first are made before the first one does, the quickest first.
    func warmUp() async {
        guard let version = try? archive.version() else { return }
        func make(_ address: String, _ bytes: @escaping @Sendable () throws -> Data) async {
            _ = try? await cache.answer(to: address, version: version) { Answer(try bytes(), type: Self.jsonType) }
        }
        await make("/api/map") { try map(on: nil, known: nil) }
        await make("/api/timeline") { try Self.encode(timeline(known: nil)) }
        await make("/api/map/histories") { try histories(known: nil) }
    }
}
