import Foundation
import Language

/// The word clusters of `Training/Lists/clusters.txt`, a word and its cluster's path of bits a line, commonest first, and
/// of `own-clusters.txt`, a word and another of the same cluster a line.
struct ClusterList {
    let keys: [UInt32]
    let values: [UInt16]

    init(folder: String) throws {
        var numbers: [String: UInt16] = [:]
        var words: [(form: String, cluster: UInt16)] = []
        var known: [String: UInt16] = [:]
        for (word, path) in try Self.pairs(folder + "/clusters.txt") {
            guard let group = UInt16(path.prefix(Int(WordClusters.groupBits)), radix: 2) else { continue }
            let number = numbers[path] ?? UInt16(numbers.count + 1)
            numbers[path] = number
            known[word] = number << WordClusters.groupBits | group
            words.append((word, number << WordClusters.groupBits | group))
        }
        for (word, other) in try Self.pairs(folder + "/own-clusters.txt") {
            guard let cluster = known[other] else {
                throw TrainingError(path: folder + "/own-clusters.txt", reason: "clusters.txt has no word \(other)")
            }
            words.append((word, cluster))
        }
        guard numbers.count < 1 << Int(WordClusters.bits) else {
            throw TrainingError(
                path: folder + "/clusters.txt", reason: "it has \(numbers.count) clusters, at most 1023 fit")
        }
        (keys, values) = WordClusters.build(words)
    }

    /// The cells of a file's lines; lines that begin with "#" are remarks.
    private static func pairs(_ path: String) throws -> [(String, String)] {
        try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n").filter { !$0.hasPrefix("# ") }
            .compactMap { line in
                let cells = line.split(separator: "\t").map(String.init)
                return cells.count == 2 ? (cells[0], cells[1]) : nil
            }
    }

    /// The cluster and group of a form, packed as ``WordClusters`` does.
    func cluster(of form: String) -> UInt16 {
        keys.withUnsafeBufferPointer { keys in
            values.withUnsafeBufferPointer { values in
                WordClusters(keys: keys, values: values).cluster(of: TokenFeatures(form).lower)
            }
        }
    }
}
