import ArgumentParser
import Coding
import Foundation
import Intake
import Record

/// `dateline code`: reports in, one JSON object a report out (SCHEMA.md).
struct CodeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "code", abstract: "Print the claims of reports as JSON lines (SCHEMA.md).",
        discussion: """
            Output keeps the order of the input. A report that cannot be read yields a line with its error; the others \
            go on, and the run ends with status 1.
            """)

    @OptionGroup var input: InputOptions
    @OptionGroup var data: DataOptions

    @Option(name: .customLong("min-confidence"), help: "Leave out claims less certain than this, 0 to 1.")
    var minimumConfidence: Double = 0

    func validate() throws {
        guard (0...1).contains(minimumConfidence) else {
            throw ValidationError("--min-confidence takes a number from 0 to 1, not \(minimumConfidence)")
        }
    }

    func run() throws {
        let pipeline = try data.pipeline()
        let minimum = minimumConfidence
        let failures = try InputRun(input).each { raw in
            var coded = pipeline.code(raw.report)
            if minimum > 0 { coded.keep(confidence: minimum) }
            return try coded.json() + Data("\n".utf8)
        } emit: {
            Terminal.write($0)
        }
        if failures > 0 { throw ExitCode(1) }
    }
}

extension CodedReport {
    /// Drops the claims below `confidence`, and a primary that points to one of them.
    mutating func keep(confidence: Double) {
        claims.removeAll { $0.confidence < confidence }
        if let main = primary?.claim, !claims.contains(where: { $0.id == main }) { primary = nil }
    }
}
