import Foundation
import Record
import Testing

/// The exports of a fixed ledger, byte for byte as `Goldens/` has them. The claims are written for this test
/// (`Goldens/reports.jsonl`), so that a rule of the coder changes nothing here; what the program makes of the demo's
/// reports is read back by other programs in `Scripts/test-exchange`. `Scripts/renew-goldens` writes them anew.
@Suite("Golden exports")
struct GoldenTests {
    private static let folder = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appending(path: "Goldens")

    private static let products = [
        "csv", "ndjson", "geojson", "kml", "acled", "ucdp", "gdelt", "plover", "hxl", "timemap", "timemap-sources",
        "control", "changes", "captions-csv", "ninjs",
    ]

    private func ledger(in program: Program) throws -> String {
        let claims = Self.folder.appending(path: "reports.jsonl").path
        let outcome = try program.run(
            ["import", claims, "--format", "coded", "--name", "goldens", "--ledger", "ledger.sqlite"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        return "ledger.sqlite"
    }

    @Test("every format, by both policies, has the golden's bytes", arguments: ["public", "desk"])
    func same(_ policy: String) throws {
        let program = try Program()
        let ledger = try ledger(in: program)
        for product in Self.products {
            let outcome = try program.run(
                ["export", product, "--ledger", ledger, "--policy", policy, "--as-of", "2018-03-10"])
            #expect(outcome.status == 0, "\(product): \(outcome.errors)")
            let golden = try String(contentsOf: Self.folder.appending(path: "\(policy)/\(product)"), encoding: .utf8)
            let lines = (
                golden.split(separator: "\n", omittingEmptySubsequences: false),
                outcome.output.split(separator: "\n", omittingEmptySubsequences: false)
            )
            let first = zip(lines.0, lines.1).first { $0 != $1 }
            #expect(
                outcome.output == golden,
                "\(policy)/\(product) differs; golden: \(first?.0 ?? "(its end)"), now: \(first?.1 ?? "(its end)")")
        }
    }

    @Test("the dataset folder holds the same files as the single exports")
    func dataset() throws {
        let program = try Program()
        let ledger = try ledger(in: program)
        let outcome = try program.run(
            ["export", "dataset", "--ledger", ledger, "--as-of", "2018-03-10", "--output", "set"])
        #expect(outcome.status == 0, "\(outcome.errors)")
        let files = [
            "claims.csv": "csv", "claims.ndjson": "ndjson", "events.geojson": "geojson", "control.geojson": "control",
            "changes.geojson": "changes",
        ]
        for (file, product) in files {
            let made = try Data(contentsOf: program.folder.appending(path: "set/\(file)"))
            #expect(made == (try Data(contentsOf: Self.folder.appending(path: "public/\(product)"))), "\(file)")
        }
    }

    @Test("an export of many stretches has the same bytes on one thread, two and five")
    func threads() throws {
        let program = try Program()
        let reports = try String(contentsOf: Self.folder.appending(path: "reports.jsonl"), encoding: .utf8)
            .split(separator: "\n").map { try CodedReport(json: Data($0.utf8)) }
        let lines = try (0..<600).flatMap { number in
            try reports.map { report in
                var copy = report
                copy.report.id += "-\(number)"
                return String(decoding: try copy.json(), as: UTF8.self)
            }
        }
        try Data(lines.joined(separator: "\n").utf8).write(to: program.folder.appending(path: "many.jsonl"))
        let read = try program.run(["import", "many.jsonl", "--format", "coded", "--ledger", "many.sqlite"])
        #expect(read.status == 0, "\(read.errors)")
        for product in ["csv", "geojson", "timemap"] {
            let outputs = try ["1", "2", "5"].map { jobs in
                try program.run(
                    ["export", product, "--ledger", "many.sqlite", "--as-of", "2018-03-10", "--jobs", jobs]
                ).output
            }
            // Stretches have 2,048 claims: several, or the test says nothing.
            #expect(outputs[0].utf8.count { $0 == 10 } > 4096, "\(product)")
            #expect(outputs[0] == outputs[1] && outputs[0] == outputs[2], "\(product)")
        }
    }
}
