public import ArgumentParser
import Foundation
import Ledger
public import Record

extension PartialDate: ExpressibleByArgument {
    /// An ISO 8601 date from the command line.
    public init?(argument: String) { self.init(argument) }
}

/// Which ledger a command asks.
struct LedgerOptions: ParsableArguments {
    @Option(help: "The ledger file.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    /// Opens a ledger that must be there.
    ///
    /// - Parameter frugal: as ``Ledger`` has it.
    func open(readOnly: Bool = true, frugal: Bool = false) throws -> Ledger {
        guard FileManager.default.fileExists(atPath: ledger) else {
            throw ValidationError(
                "there is no ledger \(ledger); name one with --ledger, or make it with `dateline read FOLDER --ledger \(ledger)`"
            )
        }
        return try Ledger(path: ledger, readOnly: readOnly, frugal: frugal)
    }
}

/// The two clocks of every read.
struct ClockOptions: ParsableArguments {
    @Option(help: "Valid time: what was so on this day (ISO date; today where absent).")
    var on: PartialDate?

    @Option(help: "Knowledge time: what had been reported by this day (ISO date; today where absent).")
    var known: PartialDate?

    /// The day asked for.
    var day: PartialDate { on ?? Self.today }

    /// The current date, UTC.
    static var today: PartialDate { PartialDate(daysSince1970: Int(Date().timeIntervalSince1970 / 86_400)) }
}

/// Of which place and time an answer is.
struct ScopeOptions: ParsableArguments {
    @Option(help: "Only at this place, by name or gazetteer id.")
    var place: String?

    @Option(help: "Valid from this day.")
    var from: PartialDate?

    @Option(help: "Valid to this day.")
    var to: PartialDate?

    @Option(help: "Reported by this day.")
    var known: PartialDate?

    @Option(help: "At most so many.")
    var limit: Int = 200

    /// The claims meant.
    ///
    /// - Throws: where the ledger does not know the place.
    func filter(in ledger: Ledger) throws -> ClaimFilter {
        var filter = ClaimFilter()
        (filter.from, filter.to, filter.known) = (from, to, known)
        filter.place = try place.map { try PlaceLookup.place($0, in: ledger).key }
        return filter
    }
}

/// Who decides.
struct AnalystOptions: ParsableArguments {
    @Option(help: "The analyst's name in decisions.")
    var analyst: String = ProcessInfo.processInfo.environment["USER"] ?? "analyst"
}

/// How an answer is printed.
struct OutputOptions: ParsableArguments {
    @Flag(help: "Print JSON instead of a table.")
    var json = false
}

extension ParsableCommand {
    /// Prints a value as one line of JSON, keys sorted.
    func printJSON(_ value: some Encodable) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        Terminal.write(try encoder.encode(value) + Data("\n".utf8))
    }
}
