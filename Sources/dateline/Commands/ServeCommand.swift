import ArgumentParser
import Exchange
import Foundation
import Ledger
import Logging
import Record
import Server

/// `dateline serve`: the page and the API.
struct ServeCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "serve", abstract: "Serve the map, the timeline and the API.",
        discussion: """
            On the loopback one analyst needs no password. With --accounts, or on any other address, people log in; \
            the first start prints a link with which the first administrator makes an account. --public serves \
            everyone a read-only page of what the release policy lets out.
            """)

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

    @Option(help: "With --public: the release policy, instead of the standard one (see Documentation/Exchange.md).")
    var policy: String?

    @Option(help: "The file of accounts; people log in. Without it, and not on the loopback: beside the ledger.")
    var accounts: String?

    @Flag(
        name: .customLong("behind-tls"),
        help: "A proxy in front speaks TLS: cookies are Secure, X-Forwarded-For is believed.")
    var behindProxy = false

    @Option(help: "The analyst's name in decisions, where there are no accounts.")
    var analyst: String = ProcessInfo.processInfo.environment["USER"] ?? "analyst"

    @Option(
        help: ArgumentHelp(
            "A tile server for the ground of the map; the page may then ask this one other host.",
            valueName: "https://host/{z}/{x}/{y}.png"))
    var tiles: String?

    @Option(name: .customLong("tiles-credit"), help: "With --tiles: what its owner asks to be shown on the map.")
    var tilesCredit: String?

    @Flag(name: .customLong("log-requests"), help: "Write a line of JSON to standard error for each request.")
    var logRequests = false

    func validate() throws {
        guard (1...65_535).contains(port) else {
            throw ValidationError("--port takes a number from 1 to 65535, not \(port)")
        }
        if policy != nil, !isPublic { throw ValidationError("--policy belongs to --public") }
        if let tiles, TileAddress(tiles) == nil {
            throw ValidationError("--tiles takes an address such as https://host/{z}/{x}/{y}.png, not \(tiles)")
        }
        if accounts != nil, isPublic { throw ValidationError("--public needs no accounts: leave --accounts out") }
    }

    func run() async throws {
        let ledger = try options.open(readOnly: readOnly || isPublic, frugal: true)
        let archive: any Archive = isPublic ? ReleasedArchive(ledger, policy: try releasePolicy(ledger)) : ledger
        let accounts = try openAccounts()
        var logger = Logger(label: "dateline.server") { _ in JSONLog() }
        logger.logLevel = logRequests ? .info : .error
        let server = DatelineServer(
            archive: archive, accounts: accounts, web: try DataFolder.path(.web),
            basemap: try? DataFolder.path(.basemap), notice: try? DataFolder.path(.notice),
            configuration: ServerConfiguration(
                host: host, port: port, readOnly: readOnly, isPublic: isPublic, analyst: analyst,
                behindProxy: behindProxy, tiles: tiles.flatMap { TileAddress($0, credit: tilesCredit) }), logger: logger
        )
        Terminal.complain("dateline: \(options.ledger) at \(address) (stop with Ctrl-C)")
        if let accounts, try accounts.isEmpty() {
            let invitation = try accounts.invite(.administrator, by: "first start")
            Terminal.complain(
                "dateline: nobody has an account yet. Whoever opens this link within a week becomes administrator:\n"
                    + "  \(address)/?invitation=\(invitation)")
        }
        try await server.run()
    }

    private var address: String { "http://\(host.contains(":") ? "[\(host)]" : host):\(port)" }

    private func releasePolicy(_ ledger: Ledger) throws -> ReleasePolicy {
        var rules = ReleasePolicy.standard
        if let policy { rules = try ReleasePolicy(yaml: String(contentsOfFile: policy, encoding: .utf8), name: policy) }
        rules.republished.formUnion(try ledger.republishable())
        return rules
    }

    /// Nil for one analyst on the loopback, and for the public page.
    private func openAccounts() throws -> Accounts? {
        guard !isPublic else { return nil }
        let isLocal = ["127.0.0.1", "::1", "localhost"].contains(host)
        if isLocal, accounts == nil { return nil }
        let beside = (options.ledger as NSString).deletingLastPathComponent
        return try Accounts(path: accounts ?? (beside as NSString).appendingPathComponent("accounts.sqlite"))
    }
}
