import Foundation
import Language
import Record

/// Learns `sentences.model`: logistic regression over the gaps of the treebanks' raw text, sentences of one
/// paragraph side by side.
struct BoundaryTraining {
    private let options: Options

    init(_ options: Options) { self.options = options }

    private struct Gap {
        var rows: [Int32]
        var ends: Bool
    }

    func run() throws {
        let paths = ["ewt-train", "gum-train"].map { "\(options.data)/treebank/\($0).conllu" }
        var gaps = try paths.flatMap { try read($0) }
        let dev = try read("\(options.data)/treebank/ewt-dev.conllu")
        print("sentences: \(gaps.count) gaps, \(gaps.filter(\.ends).count) of them ends")
        var weights = [Float](repeating: 0, count: 1 << Int(BoundaryModel.rowBits))
        var squares = weights
        var random = Random(seed: 3)
        let rate = Float(options.number("rate", 0.03))
        for round in 0..<options.number("rounds", 2) {
            gaps.shuffle(using: &random)
            for gap in gaps {
                let score = gap.rows.reduce(Float(0)) { $0 + weights[Int($1)] }
                let slope = 1 / (1 + exp(-score)) - (gap.ends ? 1 : 0)
                for row in gap.rows {
                    let at = Int(row)
                    let pull = slope + 0.00002 * weights[at]
                    squares[at] += pull * pull
                    weights[at] -= rate * pull / (squares[at].squareRoot() + 0.1)
                }
            }
            print("  round \(round): F1 of judged gaps on dev \(f1(dev, weights).short)")
        }
        let numbers = weights.map { Int16(max(-32_000, min(32_000, ($0 * 512).rounded()))) }
        try ModelFile.write(
            [
                ("threshold", withUnsafeBytes(of: Int32(options.number("threshold", 0.0) * 512)) { Array($0) }),
                ("weights", numbers.withUnsafeBytes { Array($0) }),
            ], to: options.models + "/sentences.model")
    }

    private func f1(_ gaps: [Gap], _ weights: [Float]) -> Double {
        var (right, found, gold) = (0, 0, 0)
        for gap in gaps {
            let ends = gap.rows.reduce(Float(0)) { $0 + weights[Int($1)] } > 0
            found += ends ? 1 : 0
            gold += gap.ends ? 1 : 0
            right += ends && gap.ends ? 1 : 0
        }
        return 200 * Double(right) / Double(max(1, found + gold))
    }

    /// The gaps of a treebank's text, once with a line for each paragraph, once with lines broken at 72 columns and blank
    /// lines between paragraphs.
    private func read(_ path: String) throws -> [Gap] {
        var documents: [[[String]]] = []
        for line in try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("# newdoc") { documents.append([]) }
            if line.hasPrefix("# newpar") || documents.last?.isEmpty ?? true {
                if documents.isEmpty { documents.append([]) }
                documents[documents.count - 1].append([])
            }
            guard line.hasPrefix("# text = "), let last = documents.last else { continue }
            documents[documents.count - 1][last.count - 1].append(String(line.dropFirst(9)))
        }
        return documents.flatMap {
            gaps(of: $0, columns: .max, between: "\n") + gaps(of: $0, columns: 72, between: "\n\n")
        }
    }

    private func gaps(of paragraphs: [[String]], columns: Int, between: String) -> [Gap] {
        var text: [UInt8] = []
        var ends: Set<Int> = []
        for paragraph in paragraphs where !paragraph.isEmpty {
            var lineStart = text.count
            for sentence in paragraph {
                for word in sentence.split(separator: " ") {
                    if text.count + word.utf8.count - lineStart > columns, text.last == 32 {
                        text[text.count - 1] = 10
                        lineStart = text.count
                    }
                    text += Array(word.utf8) + [32]
                }
                ends.insert(text.count - 1)
            }
            text += Array(between.utf8)
        }
        return gaps(String(decoding: text, as: UTF8.self), ends)
    }

    private func gaps(_ text: String, _ ends: Set<Int>) -> [Gap] {
        var copy = text
        return copy.withUTF8 { bytes in
            let pieces = Tokenizer(bytes).pieces(in: TextRange(0, bytes.count))
            let features = pieces.map { TokenFeatures(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])) }
            var found: [Gap] = []
            SentenceSplitter(bytes).gaps(pieces, isEnd: { ends.contains(pieces[$0 - 1].end) }) { gap in
                var rows = [Int32](repeating: 0, count: BoundaryModel.count)
                BoundaryModel.rows(features, gap, into: &rows)
                found.append(Gap(rows: rows, ends: ends.contains(pieces[gap.index - 1].end)))
            }
            return found
        }
    }
}
