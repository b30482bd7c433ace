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
    ///   - archive: the record, usually a `Ledger`.
    ///   - web: the folder of the page's files.
    ///   - basemap: the folder that `Scripts/build-basemap` made; without it the page draws places on an empty map.
    ///   - notice: the file of attributions that the page shows.
    public init(
        archive: any Archive, web: String, basemap: String?, notice: String? = nil,
        configuration: ServerConfiguration = ServerConfiguration(), logger: Logger = Logger(label: "dateline.server")
    ) {
        self.configuration = configuration
        self.logger = logger
        service = Service(
            archive: archive, cache: SnapshotCache(archive), files: StaticFiles(web: web, basemap: basemap),
            notice: notice.flatMap { try? String(contentsOfFile: $0, encoding: .utf8) } ?? "",
            configuration: configuration, counters: Counters())
    }

    /// Serves until the process is told to stop.
    ///
    /// - Throws: ``PortTaken`` where another program listens on the port.
    public func run() async throws {
        do {
            try await application().runService()
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
