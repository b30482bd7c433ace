import CKernels

/// Finds names in parsed sentences: a greedy linear tagger (averaged perceptron, whole numbers, so that every machine
/// gives the same answer) over words, shapes, tags, trees and lists of names, then agreement within the text.
package struct NameModel: Sendable {
    /// One label of a token.
    package struct Label: Sendable, Equatable {
        package var kind: NameKind?
        package var begins: Bool
        /// "B-person", "I-person", "O".
        package var name: String { kind.map { (begins ? "B-" : "I-") + $0.rawValue } ?? "O" }
    }

    /// All labels; the first is "no name".
    package static let labels: [Label] =
        [Label(kind: nil, begins: false)]
        + NameKind.allCases.flatMap { [Label(kind: $0, begins: true), Label(kind: $0, begins: false)] }

    package let lists: NameLists
    private let file: ModelFile
    nonisolated(unsafe) private let table: UnsafePointer<kernel_table> = kernels(KERNEL_BEST)
    // Points into the mapped file, which `file` keeps alive; nothing writes through it.
    nonisolated(unsafe) private let weights: UnsafePointer<Int16>

    /// From the model folder; nil where it holds no `names.model`.
    init?(folder: String) throws {
        let path = folder + "/names.model"
        guard ModelFile.exists(path) else { return nil }
        try self.init(file: ModelFile(path: path))
    }

    package init(file: ModelFile) throws {
        self.file = file
        lists = NameLists(
            keys: try file.array("keys", of: UInt32.self), classes: try file.array("classes", of: UInt16.self))
        let table = try file.array("weights", of: Int16.self)
        guard let base = table.baseAddress, table.count == NameFeatures.columns << Int(NameFeatures.rowBits) else {
            throw ModelFile.Broken(path: file.path, reason: "it has \(table.count) weights")
        }
        guard try file.lines("labels") == Self.labels.map(\.name) else {
            throw ModelFile.Broken(path: file.path, reason: "its labels are not this version's")
        }
        weights = base
    }

    /// Adds the names to sentences of one text.
    func find(in sentences: inout [Sentence]) {
        for index in sentences.indices {
            sentences[index].names = Self.spans(labels(of: sentences[index]))
        }
        NameAgreement().apply(to: &sentences, lists: lists)
    }

    /// The label of each token.
    package func labels(of sentence: Sentence) -> [Int] {
        let contexts = NameContext.contexts(of: sentence, lists: lists)
        var found: [Int] = []
        found.reserveCapacity(contexts.count)
        withUnsafeTemporaryAllocation(of: Int32.self, capacity: NameFeatures.count) { rows in
            guard let rows = rows.baseAddress else { return }
            contexts.withUnsafeBufferPointer { contexts in
                for index in contexts.indices {
                    let last = found.last ?? -1
                    NameFeatures.rows(
                        contexts, index, last: last, before: index > 1 ? found[index - 2] : -1, into: rows)
                    found.append(best(rows, after: last))
                }
            }
        }
        return found
    }

    private func best(_ rows: UnsafeMutablePointer<Int32>, after last: Int) -> Int {
        withUnsafeTemporaryAllocation(of: Int16.self, capacity: NameFeatures.columns) { sums in
            guard let sums = sums.baseAddress else { return 0 }
            table.pointee.rows16(weights, rows, NameFeatures.count, sums)
            var best = 0
            var score = Int16.min
            for label in 0..<Self.labels.count where sums[label] > score && Self.mayFollow(label, last) {
                (best, score) = (label, sums[label])
            }
            return best
        }
    }

    /// An inside label follows only its own kind.
    @inline(__always)
    package static func mayFollow(_ label: Int, _ last: Int) -> Bool {
        label == 0 || label & 1 == 1 || (last > 0 && (last == label || last == label - 1))
    }

    /// The spans of a sequence of labels.
    package static func spans(_ sequence: [Int]) -> [NamedSpan] {
        var spans: [NamedSpan] = []
        for (index, label) in sequence.enumerated() {
            guard let kind = labels[label].kind else { continue }
            if !labels[label].begins, let last = spans.last, last.tokens.upperBound == index, last.kind == kind {
                spans[spans.count - 1].tokens = last.tokens.lowerBound..<(index + 1)
            } else {
                spans.append(NamedSpan(kind: kind, tokens: index..<(index + 1)))
            }
        }
        return spans
    }
}
