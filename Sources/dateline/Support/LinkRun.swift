import Exchange
import Foundation
import Record

/// The working parts of `dateline link`: reads lines on several threads and takes what they give in their order.
struct LinkRun {
    private let jobs: Int
    private var linker = IncidentLinker()
    private var held: [BlockLine] = []
    /// Lines that could not be read.
    private(set) var failures = 0

    init(jobs: Int) { self.jobs = jobs }

    private typealias Read = @Sendable ([UInt8], String) -> Result<[BlockLine], ImportError>

    /// Reads lines of `dateline code`, whose claims are printed with their blocks, or held for ``finish()``.
    mutating func read(coded reader: LineReader, printing: Bool) throws {
        try each(reader) { bytes, position in
            Result { () throws(ImportError) in try BlockLine.lines(json: bytes, position: position) }
        } take: { run, lines, _ in
            if printing { run.print(lines.map(\.bytes)) } else { run.held += lines }
        }
    }

    /// Reads lines of `--split`, and prints the incidents of each block when it has ended.
    mutating func link(blocks reader: LineReader) throws {
        try each(reader) { bytes, position in
            Result { () throws(ImportError) in [try BlockLine(json: bytes, position: position)] }
        } take: { run, lines, position in
            for line in lines {
                do throws(ImportError) {
                    let done = try run.linker.add(line, position: position)
                    run.print(done)
                } catch { run.fail(error) }
            }
        }
    }

    /// Prints the incidents that are left.
    mutating func finish() {
        print(linker.finish())
        print(IncidentLinker.link(held))
        held.removeAll()
    }

    private mutating func each(
        _ reader: LineReader, _ read: @escaping Read, take: (inout LinkRun, [BlockLine], String) -> Void
    ) throws {
        struct Line: Sendable {
            var bytes: [UInt8]
            var position: String
        }
        var reader = reader
        var done: [(lines: Result<[BlockLine], ImportError>, position: String)] = []
        var batches = Batches<Line, (lines: Result<[BlockLine], ImportError>, position: String)>(jobs: jobs) { line in
            (read(line.bytes, line.position), line.position)
        } emit: {
            done.append($0)
        }
        func takeDone() {
            for (lines, position) in done {
                switch lines {
                case .success(let lines): take(&self, lines, position)
                case .failure(let error): fail(error)
                }
            }
            done.removeAll(keepingCapacity: true)
        }
        while let bytes = try reader.next() {
            try batches.add(Line(bytes: bytes, position: "\(reader.name): line \(reader.number)"), weight: bytes.count)
            takeDone()
        }
        try batches.finish()
        takeDone()
    }

    private func print(_ lines: [[UInt8]]) {
        guard !lines.isEmpty else { return }
        Terminal.write(Data(lines.joined(separator: [10])) + Data([10]))
    }

    private mutating func fail(_ error: ImportError) {
        failures += 1
        Terminal.complain("dateline: \(error)")
        var line = JSONLine(OffsetIndex(""))
        line.object { $0.value("error", error.description) }
        print([line.bytes])
    }
}
