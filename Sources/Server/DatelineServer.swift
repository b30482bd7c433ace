import Dispatch
import Foundation
import HTTPTypes
package import Hummingbird
public import Logging
import NIOCore
import Record

/// The HTTP API and the page: an archive and two folders of files come in; JSON, GeoJSON and the page's files go out.
///
///     let server = DatelineServer(archive: ledger, web: try DataFolder.path(.web), basemap: try? DataFolder.path(.basemap))
///     try await server.run()      // until SIGINT or SIGTERM, then stops gracefully
///
/// It knows nothing of how claims are coded, and computes nothing that `Assessment` could.
public struct DatelineServer: Sendable {
    private let service: Service
    private let configuration: ServerConfiguration
    private let logger: Logger

    /// Prepares a server.
    ///
    /// - Parameters:
    ///   - archive: the record, usually a `Ledger`; for a public page a ``ReleasedArchive``.
    ///   - accounts: who may log in; nil for one analyst without a password, who must be alone on the machine.
    ///   - web: the folder of the page's files.
    ///   - basemap: the folder that `Scripts/build-basemap` made; without it the page draws places on an empty map.
    ///   - notice: the file of attributions that the page shows.
    public init(
        archive: any Archive, accounts: Accounts? = nil, web: String, basemap: String?, notice: String? = nil,
        configuration: ServerConfiguration = ServerConfiguration(), logger: Logger = Logger(label: "dateline.server")
    ) {
        self.configuration = configuration
        self.logger = logger
        let mode: AccessMode =
            if configuration.isPublic {
                .open
            } else if let accounts {
                .accounts(accounts)
            } else {
                .single(name: configuration.analyst, role: configuration.readOnly ? .viewer : .editor)
            }
        service = Service(
            archive: archive, books: DecisionBooks(archive), grounds: Grounds(archive),
            files: StaticFiles(web: web, basemap: basemap),
            notice: notice.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? "", mode: mode,
            configuration: configuration, hub: Hub(archive))
    }

    /// Serves until the process is told to stop.
    ///
    /// - Throws: ``PortTaken`` where another program listens on the port.
    public func run() async throws {
        let hub = service.hub
        // Open streams would hold a graceful stop up.
        let signals = [SIGINT, SIGTERM].map { signal in
            let source = DispatchSource.makeSignalSource(signal: signal, queue: .global())
            source.setEventHandler { hub.stop() }
            source.activate()
            return source
        }
        defer { signals.forEach { $0.cancel() } }
        do {
            try await withThrowingTaskGroup(of: Void.self) { group in
                group.addTask { await hub.watch() }
                group.addTask { [service] in await service.warmUp() }
                try await application().runService()
                group.cancelAll()
            }
        } catch let error as IOError where error.errnoCode == EADDRINUSE {
            throw PortTaken(host: configuration.host, port: configuration.port)
        }
    }

    /// The application that ``run()`` runs, for tests.
    package func application() -> some ApplicationProtocol {
        Application(
            router: service.router(),
            configuration: .init(
                address: .hostname(configuration.host, port: configuration.port), serverName: "dateline"),
            logger: logger)
    }

    /// The routes as the router knows them ("GET /api/map"), for the test of the OpenAPI file.
    package var routes: [String] { service.router().routes.map { "\($0.method.rawValue) \($0.path)" }.sorted() }

    /// Another program listens where the server should.
    public struct PortTaken: Error, CustomStringConvertible {
        public let host: String
        public let port: Int
        public var description: String {
            "port \(port) on \(host) is taken by another program; choose another with --port, for example"
                + " `dateline serve --port \(port + 1)`, or stop that program"
        }
    }
}
