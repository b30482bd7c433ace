import Crypto
import Foundation
public import Record

/// Formats of other data sets that can be read as sources.
public enum ImportFormat: String, Sendable, CaseIterable {
    /// By the file's columns.
    case auto
    case acled, ucdp, geojson
    /// A table with columns for day, place and counts.
    case table
    /// The JSON lines of `dateline export ndjson`.
    case ndjson
    /// The JSON lines of `dateline code` (SCHEMA.md), as the Spark job hands them on.
    case coded
    /// The JSON lines of `dateline link`: an incident a row.
    case incidents
}

/// One row of a data set made ready for the ledger.
public struct ImportedReport: Sendable {
    public var coded: CodedReport
    /// The row as the file has it.
    public var bytes: [UInt8]

    /// What the ledger archives: the row and after it the data set's name, so that the same row of two data sets is two
    /// reports.
    public var archived: [UInt8] { bytes + Array((coded.report.coder ?? "").utf8) }

    /// Of the archived bytes.
    public var sha256: String {
        SHA256.hash(data: archived).map { byte in
            (byte < 16 ? "0" : "") + String(byte, radix: 16)
        }.joined()
    }
}

/// Reads the rows of another data set as reports, each with its claims: they stay apart from what was coded from text,
/// and leave again only where the data set's licence says so (``ReleasePolicy/republished``).
///
///     let importer = Importer(format: .auto, dataset: try DataSet(name: "ucdp-ged"))
///     try importer.read(bytes, file: "ged.csv") { row in … }
public struct Importer: Sendable {
    private let format: ImportFormat
    private let dataset: DataSet
    /// Names of columns by the names that ``TableImport`` knows.
    private let columns: [String: String]

    /// - Parameter columns: the file's own name of a column, by the name known here ("date" → "Tag").
    public init(format: ImportFormat, dataset: DataSet, columns: [String: String] = [:]) {
        (self.format, self.dataset) = (format, dataset)
        self.columns = Dictionary(columns.map { ($0.value.lowercased(), $0.key) }, uniquingKeysWith: { $1 })
    }

    /// Hands on the file's rows in their order; one that cannot be read is handed on as its error, and the rest goes on.
    ///
    /// - Throws: ``ImportError`` where the file as a whole is none of these formats.
    public func read(
        _ bytes: [UInt8], file: String, each: (Result<ImportedReport, ImportError>) throws -> Void
    ) throws {
        let format = format == .auto ? try Self.guess(bytes, file: file) : format
        switch format {
        case .geojson:
            for record in try GeoJSONImport.records(bytes, file: file) {
                try each(
                    record.map { record in
                        let coded = dataset.report(record)
                        return ImportedReport(coded: coded, bytes: Array("\(file) \(record.id) \(record.text)".utf8))
                    })
            }
        case .ndjson, .coded, .incidents: try lines(bytes, file: file, format, each: each)
        case .acled: try rows(bytes, file, ACLEDImport.self, each)
        case .ucdp: try rows(bytes, file, UCDPImport.self, each)
        case .table, .auto: try rows(bytes, file, TableImport.self, each)
        }
    }

    /// By the first bytes and the columns.
    static func guess(_ bytes: [UInt8], file: String) throws -> ImportFormat {
        let head = bytes.prefix(4096)
        if let first = head.first(where: { ![32, 9, 10, 13, 0xEF, 0xBB, 0xBF].contains($0) }), first == 123 {
            let text = String(decoding: head, as: UTF8.self)
            if text.contains("\"FeatureCollection\"") { return .geojson }
            let line = text.prefix { $0 != "\n" }
            if line.contains("\"members\":["), line.contains("\"conflicts\":[") { return .incidents }
            return line.contains("\"claims\"") || text.contains("\"captions\"") ? .coded : .ndjson
        }
        var reader = TableReader(bytes, separator: separator(head))
        guard let header = reader.next() else { throw ImportError("\(file): empty; expected a table or GeoJSON") }
        let columns = Set(header.cells.map { $0.trimmed.lowercased() })
        if ACLEDImport.columns.isSubset(of: columns) { return .acled }
        if UCDPImport.columns.isSubset(of: columns) { return .ucdp }
        return .table
    }

    private static func separator(_ head: some Sequence<UInt8>) -> UInt8 {
        let line = head.prefix { $0 != 10 }
        let counts = [UInt8(44), 9, 59].map { unit in (unit, line.count { $0 == unit }) }
        return counts.max { $0.1 < $1.1 }?.0 ?? 44
    }

    private func rows(
        _ bytes: [UInt8], _ file: String, _ kind: any RowImport.Type,
        _ each: (Result<ImportedReport, ImportError>) throws -> Void
    ) throws {
        var reader = TableReader(bytes, separator: Self.separator(bytes.prefix(4096)))
        guard let header = reader.next() else { throw ImportError("\(file): empty; expected a row of column names") }
        let names = header.cells.map { name in
            let plain = name.trimmed.lowercased()
            return columns[plain] ?? plain
        }
        if let lacking = kind.columns.first(where: { !names.contains($0) }) {
            throw ImportError(
                "\(file): line 1: no column \(lacking); it has \(names.prefix(12).joined(separator: ", "))")
        }
        for row in reader {
            // HXL's row of tags under the header.
            if row.line == 2, row.cells.allSatisfy({ $0.isEmpty || $0.hasPrefix("#") }) { continue }
            let position = "\(file): line \(row.line)"
            let result = Result { () throws(ImportError) in
                guard row.cells.count == names.count else {
                    throw ImportError("\(position): \(row.cells.count) cells, expected \(names.count) as in the header")
                }
                let fields = Dictionary(zip(names, row.cells), uniquingKeysWith: { first, _ in first })
                let record = try Self.record(kind, ImportRow(position: position, fields: fields))
                return ImportedReport(coded: dataset.report(record), bytes: Array(bytes[row.bytes]))
            }
            try each(result)
        }
    }

    private static func record(_ kind: any RowImport.Type, _ row: ImportRow) throws(ImportError) -> RowRecord {
        do { return try kind.record(row) } catch let error as ImportError { throw error } catch {
            throw ImportError("\(row.position): \(error)")
        }
    }

    private func lines(
        _ bytes: [UInt8], file: String, _ format: ImportFormat,
        each: (Result<ImportedReport, ImportError>) throws -> Void
    ) throws {
        for (number, line) in bytes.split(separator: 10).enumerated() {
            let position = "\(file): line \(number + 1)"
            try each(Result { () throws(ImportError) in try self.line(line, format, position: position) })
        }
    }

    private func line(
        _ line: ArraySlice<UInt8>, _ format: ImportFormat, position: String
    ) throws(ImportError) -> ImportedReport {
        do {
            let coded: CodedReport
            switch format {
            case .coded: coded = try CodedReport(json: Data(line))
            case .incidents: coded = dataset.report(try IncidentImport.record(Data(line), position: position))
            default:
                guard let object = try JSONSerialization.jsonObject(with: Data(line)) as? [String: Any] else {
                    throw ImportError("\(position): expected a JSON object")
                }
                coded = dataset.report(try GeoJSONImport.ours(object, position: position))
            }
            return ImportedReport(coded: coded, bytes: Array(line))
        } catch let error as ImportError { throw error } catch {
            throw ImportError("\(position): \(error)")
        }
    }
}

/// A format whose rows are read one by one.
protocol RowImport: Sendable {
    /// Columns that its files have.
    static var columns: Set<String> { get }
    static func record(_ row: ImportRow) throws -> RowRecord
}
