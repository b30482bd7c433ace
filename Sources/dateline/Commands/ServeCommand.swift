import ArgumentParser
import Foundation
import Ledger
import Logging
import Record
import Server

/// `dateline serve`: the page and the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the map, the timeline and the API.")

    @OptionGroup var options: LedgerOptions

    @Option(help: "Address to listen on; the loopback unless others are to reach the page.")
    var host: String = "127.0.0.1"

    @Option(help: "Port to listen on.")
    var port: Int = 8080

    @Flag(name: .customLong("read-only"), help: "Take no decisions.")
    var readOnly = false

    @Flag(
        name: .customLong("public"), help: "A page for everyone: the release policy applies, sentences and links only.")
    var isPublic = false

    @Option(help: "The analyst's name in decisions.")
    var analyst: String = ProcessInfo.processInfo.environment["USER"] ?? "analyst"

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 1 to 65535, not \(port)")
        }
    }

    func run() async throws {
        let ledger = try options.open(readOnly: readOnly || isPublic)
        let server = DatelineServer(
            archive: ledger, web: try DataFolder.path(.web), basemap: try? DataFolder.path(.basemap),
            notice: try? DataFolder.path(.notice),
            configuration: ServerConfiguration(
                host: host, port: port, readOnly: readOnly, isPublic: isPublic, analyst: analyst))
        Terminal.complain(
            "dateline: \(options.ledger) at http://\(host.contains(":") ? "[\(host)]" : host):\(port) (stop with Ctrl-C)"
        )
        try await server.run()
    }
}
