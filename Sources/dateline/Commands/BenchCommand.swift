import ArgumentParser
import Foundation
import Intake
import Record

/// `dateline bench`: the speeds that the documentation quotes, measured in one run.
struct BenchCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "bench", abstract: "Measure the speed of each room over a folder of reports.",
        discussion: """
            Rates are by processor time where one thread works, by the clock where several do; both in release builds \
            only. The pages that intake is measured on are made from the folder's texts.
            """)

    @Argument(help: "A folder of reports to measure on.", completion: .directory)
    var folder: String = "Examples"

    @Option(help: "Rooms to measure: \(Part.allCases.map(\.rawValue).joined(separator: ", ")); all by default.")
    var only: [Part] = []

    @Option(help: "Claims in the generated ledgers; 10000, 100000 and 1000000 by default.")
    var claims: [Int] = []

    @Option(help: ArgumentHelp("A folder to keep the generated ledgers in.", valueName: "folder"))
    var keep: String?

    @Option(
        help: ArgumentHelp(
            "A folder of prose for language, places and coding, where it is there.", valueName: "folder"))
    var prose = "../shared/data/wikipedia"

    @OptionGroup var data: DataOptions

    /// What can be measured alone.
    enum Part: String, CaseIterable, ExpressibleByArgument {
        case intake, language, places, reading, coding, ledger, exchange
    }

    func run() throws {
        let reports = try Self.reports(below: folder)
        guard reports.contains(where: { !$0.text.isEmpty }) else {
            throw ValidationError("\(folder) holds no report to measure on")
        }
        for part in only.isEmpty ? Part.allCases : only {
            switch part {
            case .intake: try IntakeBench(reports: reports).run()
            case .language: try LanguageBench(folder: prose, data: data).run()
            case .places: try PlacesBench(reports: reports, folder: prose, data: data).run()
            case .reading: try ReadingBench(reports: reports, data: data).run()
            case .coding: try CodingBench(folder: prose, data: data).run()
            case .ledger: try (claims.isEmpty ? LedgerBench(keep: keep) : LedgerBench(sizes: claims, keep: keep)).run()
            case .exchange: try ExchangeBench(claims: claims.first ?? 1_000_000).run()
            }
        }
    }

    private static func reports(below folder: String) throws -> [Report] {
        var reports: [Report] = []
        try Reader().read(path: folder) { item in if let raw = try? item.get() { reports.append(raw.report) } }
        return reports
    }
}
