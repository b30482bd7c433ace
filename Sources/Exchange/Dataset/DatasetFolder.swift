import Crypto
public import Foundation
public import Record

/// A folder that says what it is: the data, a codebook, the licence, and a manifest with the hash of each file and the
/// query and versions that made it. The same ledger and the same query give the same bytes.
public struct DatasetFolder {
    /// What was asked, by name, for the manifest ("from": "2017-09-01", "policy": "public").
    public let query: [(name: String, value: String)]
    /// Who coded: the program's version and the coders of the ledger's reports.
    public let versions: [(name: String, value: String)]
    private let folder: URL
    private var files: [Part]

    private struct Part {
        var name: String
        var file: ExportFile
        var sink: HashingFile
    }

    /// Makes the folder, which must not be there or must be empty.
    ///
    /// - Throws: where it cannot be made, or has files already.
    public init(
        at folder: URL, query: [(name: String, value: String)], versions: [(name: String, value: String)]
    ) throws {
        (self.folder, self.query, self.versions) = (folder, query, versions)
        let manager = FileManager.default
        if let old = try? manager.contentsOfDirectory(atPath: folder.path), !old.isEmpty {
            throw ExportError("\(folder.path): has files already; name a new folder")
        }
        try manager.createDirectory(at: folder, withIntermediateDirectories: true)
        files = try Self.formats.map { name, format in
            let sink = try HashingFile(folder.appendingPathComponent(name))
            return Part(name: name, file: try ExportFile(Exporter(format), to: sink.write), sink: sink)
        }
    }

    /// One stretch of claims in each of the folder's formats, for ``add(_:)``: may be made on any thread.
    public struct Pieces: Sendable {
        fileprivate var parts = DatasetFolder.formats.map {
            (exporter: Exporter($0.format), piece: Exporter($0.format).piece())
        }

        /// No claims yet.
        public init() {}

        /// Adds a claim.
        public mutating func append(_ claim: ReleasedClaim) {
            for place in parts.indices { parts[place].exporter.append(claim, to: &parts[place].piece) }
        }
    }

    /// Adds the next stretch.
    public mutating func add(_ pieces: Pieces) throws {
        for (place, part) in pieces.parts.enumerated() { try files[place].file.add(part.piece) }
    }

    private static let formats: [(name: String, format: ExportFormat)] = [
        ("claims.csv", .csv), ("claims.ndjson", .ndjson), ("events.geojson", .geojson),
    ]

    /// Ends the files, adds the layers of control, codebook, licence and manifest; answers the number of claims.
    ///
    /// - Parameter control: the released claims of control; `date` the day that they are assessed for.
    public mutating func finish(
        control: [ReleasedClaim], on date: PartialDate, known: PartialDate?, licence: String
    ) throws -> Int {
        var entries: [Entry] = []
        var count = 0
        for place in files.indices {
            let records = try files[place].file.finish()
            if place == 0 { count = records }
            entries.append(Entry(name: files[place].name, records: records, sink: try files[place].sink.close()))
        }
        for layer in ControlLayer.allCases {
            let sink = try HashingFile(folder.appendingPathComponent(layer.rawValue + ".geojson"))
            let records = try layer.write(control, on: date, known: known, to: sink.write)
            entries.append(Entry(name: layer.rawValue + ".geojson", records: records, sink: try sink.close()))
        }
        for (name, text) in [("codebook.md", Codebook.text), ("LICENCE.txt", licence)] {
            let sink = try HashingFile(folder.appendingPathComponent(name))
            try sink.write(Array(text.utf8))
            entries.append(Entry(name: name, records: nil, sink: try sink.close()))
        }
        let sink = try HashingFile(folder.appendingPathComponent("manifest.json"))
        try sink.write(manifest(entries.sorted { $0.name < $1.name }))
        _ = try sink.close()
        return count
    }

    private struct Entry {
        var name: String
        var records: Int?
        var sink: (bytes: Int, sha256: String)
    }

    private func manifest(_ entries: [Entry]) -> [UInt8] {
        var out = Bytes()
        out.object { out in
            out.member("format", "dateline dataset 1")
            for (name, pairs) in [("query" as StaticString, query), ("versions", versions)] {
                out.key(name)
                out.array(pairs) { out, pair in
                    out.object { out in
                        out.member("name", pair.name)
                        out.member("value", pair.value)
                    }
                }
            }
            out.member("attribution", ExportAttribution.line)
            out.key("files")
            out.array(entries) { out, entry in
                out.byte(10)
                out.object { out in
                    out.member("name", entry.name)
                    out.member("records", entry.records)
                    out.member("bytes", entry.sink.bytes)
                    out.member("sha256", entry.sink.sha256)
                }
            }
        }
        out.byte(10)
        return out.storage
    }
}

/// What kept an export from being written.
public struct ExportError: Error, CustomStringConvertible, Equatable {
    public let description: String
    public init(_ description: String) { self.description = description }
}

/// A file that is hashed as it is written.
private final class HashingFile {
    private let handle: FileHandle
    private let path: String
    private var hash = SHA256()
    private var count = 0

    init(_ url: URL) throws {
        path = url.path
        guard FileManager.default.createFile(atPath: url.path, contents: nil),
            let handle = FileHandle(forWritingAtPath: url.path)
        else { throw ExportError("\(url.path): cannot be written") }
        self.handle = handle
    }

    func write(_ bytes: [UInt8]) throws {
        hash.update(data: bytes)
        count += bytes.count
        do { try handle.write(contentsOf: bytes) } catch { throw ExportError("\(path): cannot be written (\(error))") }
    }

    func close() throws -> (bytes: Int, sha256: String) {
        try handle.close()
        let hex = hash.finalize().map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
        return (count, hex)
    }
}
