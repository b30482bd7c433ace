import Foundation
import Intake
import Record

/// One run over the input: reads reports, works on them on several threads, emits in input order, reports what could
/// not be read and goes on.
struct InputRun {
    private let options: InputOptions

    init(_ options: InputOptions) { self.options = options }

    private enum Result: Sendable {
        case line(Data)
        case failure(id: String?, message: String)
    }

    /// Gives the number of reports that failed. `work` runs on many threads; `emit` on the caller's, in input order.
    /// `held` bounds the bytes of reports worked on at a time: less where `work` makes much of each.
    func each(
        held: Int = 8 << 20, _ work: @escaping @Sendable (RawReport) throws -> Data,
        emit: @escaping (Data) throws -> Void
    ) throws -> Int {
        var failures = 0
        var batches = Batches<Swift.Result<RawReport, IntakeError>, Result>(
            jobs: options.threads, weightLimit: held
        ) { item in
            switch item {
            case .failure(let error): return .failure(id: error.reportID, message: "\(error)")
            case .success(let raw):
                do { return .line(try work(raw)) } catch {
                    return .failure(id: raw.report.id, message: "\(raw.source): \(error)")
                }
            }
        } emit: { result in
            switch result {
            case .line(let data): try emit(data)
            case .failure(let id, let message):
                failures += 1
                Terminal.complain("dateline: \(message)")
                try emit(Self.errorLine(id: id, message: message))
            }
        }
        let reader = Reader(format: options.format)
        for source in options.sources {
            try reader.read(path: source) { item in
                let weight = (try? item.get().bytes.count) ?? 0
                try batches.add(item, weight: weight)
            }
        }
        try batches.finish()
        if failures > 0 { Terminal.complain("dateline: \(failures) report(s) could not be read") }
        return failures
    }

    private struct Failed: Encodable {
        struct Header: Encodable { var id: String? }
        var report: Header
        var error: String
    }

    private static func errorLine(id: String?, message: String) throws -> Data {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        return try encoder.encode(Failed(report: .init(id: id), error: message)) + Data("\n".utf8)
    }
}
