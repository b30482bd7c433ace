import Foundation
import Language

/// Sentences of CoNLL-U files, with tags and trees as numbers.
struct Treebank {
    struct Word {
        var form: String
        var lemma: String
        var upos: String
        var xpos: String
        /// Index of the head in the sentence; the sentence's length for the root.
        var head: Int
        var relation: String
    }

    var sentences: [[Word]] = []

    /// Without sentences.
    init() {}

    init(_ paths: [String]) throws {
        for path in paths { try read(path) }
    }

    private mutating func read(_ path: String) throws {
        let text = try String(contentsOfFile: path, encoding: .utf8)
        var words: [Word] = []
        func close(_ sentences: inout [[Word]]) {
            if !words.isEmpty {
                for index in words.indices where words[index].head < 0 { words[index].head = words.count }
                sentences.append(words)
            }
            words = []
        }
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            if line.isEmpty { close(&sentences) }
            if line.hasPrefix("#") { continue }
            let cells = line.split(separator: "\t", omittingEmptySubsequences: false)
            guard cells.count == 10, Int(cells[0]) != nil, let head = Int(cells[6]) else { continue }
            words.append(
                Word(
                    form: String(cells[1]), lemma: String(cells[2]), upos: String(cells[3]), xpos: String(cells[4]),
                    head: head - 1, relation: String(cells[7])))
        }
        close(&sentences)
    }

    /// Fine tags ("VERB_VBD") that occur at least `least` times, by name.
    func fineTags(least: Int) -> [String] {
        var counts: [String: Int] = [:]
        for word in sentences.joined() { counts["\(word.upos)_\(word.xpos)", default: 0] += 1 }
        return counts.filter { $0.value >= least }.keys.sorted()
    }

    /// Counts of something about each word.
    func counts(_ key: (Word) -> String) -> [String: Int] {
        var counts: [String: Int] = [:]
        for word in sentences.joined() { counts[key(word), default: 0] += 1 }
        return counts
    }
}
