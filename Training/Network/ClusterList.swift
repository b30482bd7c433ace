import Foundation
import Language

/// The word clusters of `Training/Lists/clusters.txt`, a word and its cluster's path of bits a line, commonest first.
struct ClusterList {
    let keys: [UInt32]
    let values: [UInt16]

    init(folder: String) throws {
        var numbers: [Substring: UInt16] = [:]
        let words = try String(contentsOfFile: folder + "/clusters.txt", encoding: .utf8).split(separator: "\n")
            .compactMap { line -> (form: String, cluster: UInt16)? in
                let cells = line.split(separator: "\t")
                guard cells.count == 2, let group = UInt16(cells[1].prefix(Int(WordClusters.groupBits)), radix: 2)
                else {
                    return nil
                }
                let number = numbers[cells[1]] ?? UInt16(numbers.count + 1)
                numbers[cells[1]] = number
                return (String(cells[0]), number << WordClusters.groupBits | group)
            }
        guard numbers.count < 1 << Int(WordClusters.bits) else {
            throw TrainingError(
                path: folder + "/clusters.txt", reason: "it has \(numbers.count) clusters, at most 1023 fit")
        }
        (keys, values) = WordClusters.build(words)
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
