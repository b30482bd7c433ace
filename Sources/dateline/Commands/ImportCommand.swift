public import ArgumentParser
public import Exchange
import Foundation
import Ledger
import Record

/// `dateline import`: other data sets as sources.
struct ImportCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "import", abstract: "Record the rows of another data set as claims by it.",
        discussion: """
            ACLED, UCDP GED, GeoJSON and plain tables come in beside what was coded from text, each row a report with its \
            claims, with the data set's own precision. Rows are exported again only with --republish. A row that cannot be \
            read is told on standard error, and the rest goes on (status 1 at the end).
            """)

    @Argument(help: "The file; - for standard input.", completion: .file())
    var path: String

    @OptionGroup var set: DataSetOptions

    @Option(help: "Under which licence the data set stands, for the ledger.")
    var licence: String?

    @Flag(help: "The licence lets the rows be published again.")
    var republish = false

    @Option(help: "The ledger file; made where it is not there.", completion: .file(extensions: ["sqlite"]))
    var ledger: String = "dateline.sqlite"

    func validate() throws {
        if republish, licence == nil { throw ValidationError("--republish needs the --licence that allows it") }
    }

    func run() throws {
        let (importer, name, bytes) = try set.open(path)
        let ledger = try Ledger(path: self.ledger)
        if let licence { try ledger.setLicence(name, licence: licence, mayRepublish: republish) }
        var (added, there, failed, claims) = (0, 0, 0, 0)
        var waiting: [Recording] = []
        func store() throws {
            for outcome in try ledger.recordBatch(waiting, at: Date()) {
                if case .added = outcome { added += 1 } else { there += 1 }
            }
            waiting.removeAll(keepingCapacity: true)
        }
        try importer.read(bytes, file: path) { result in
            switch result {
            case .failure(let error):
                failed += 1
                Terminal.complain("dateline: \(error)")
            case .success(let row):
                claims += row.coded.claims.count
                waiting.append(
                    Recording(
                        coded: row.coded, bytes: Data(row.archived), sha256: row.sha256,
                        source: "\(path)#\(row.coded.report.id)", format: "row"))
                if waiting.count >= 500 { try store() }
            }
        }
        try store()
        var sum = "\(added) row(s) recorded as \(name), \(claims) claim(s)"
        if there > 0 { sum += ", \(there) there before" }
        if failed > 0 { sum += ", \(failed) unreadable" }
        Terminal.complain("dateline: " + sum + (republish ? "" : "; they are not exported again"))
        if failed > 0 { throw ExitCode(1) }
    }
}

/// Which data set a file is, and how it is read.
struct DataSetOptions: ParsableArguments {
    @Option(
        help: """
            auto, acled, ucdp, geojson, table, ndjson (of `export ndjson`), coded (of `dateline code`) or incidents (of \
            `dateline link`).
            """)
    var format: ImportFormat = .auto

    @Option(help: "A short name for the data set; the file's name where absent.")
    var name: String?

    @Option(help: "Columns of a plain table by the names known here: place=Ort,date=Tag.")
    var columns: String = ""

    /// Reads the file and makes its reader.
    func open(_ path: String) throws -> (Importer, name: String, bytes: [UInt8]) {
        let bytes: [UInt8]
        if path == "-" {
            bytes = Array(FileHandle.standardInput.readDataToEndOfFile())
        } else {
            guard let data = FileManager.default.contents(atPath: path) else {
                throw ValidationError("there is no file \(path)")
            }
            bytes = Array(data)
        }
        let stem = URL(fileURLWithPath: path == "-" ? "input" : path).deletingPathExtension().lastPathComponent
        let plain = String(stem.lowercased().map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        let dataset = try DataSet(name: name ?? plain)
        var names: [String: String] = [:]
        for pair in columns.split(separator: ",") {
            let parts = pair.split(separator: "=", maxSplits: 1).map(String.init)
            guard parts.count == 2 else { throw ValidationError("--columns takes NAME=COLUMN,…; found \"\(pair)\"") }
            names[parts[0]] = parts[1]
        }
        return (Importer(format: format, dataset: dataset, columns: names), dataset.name, bytes)
    }
}

extension ImportFormat: ExpressibleByArgument {}
