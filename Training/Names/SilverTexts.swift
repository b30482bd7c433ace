import Foundation
import Language

/// Raw prose read by the models themselves, for self-training: only sentences with names, in documents whose names
/// agree.
struct SilverTexts {
    let data: String

    func read(_ analyser: Analyser, most: Int = 30_000) throws -> [NamedSentence] {
        let folder = data + "/wikipedia"
        var found: [NamedSentence] = []
        for file in try FileManager.default.contentsOfDirectory(atPath: folder).sorted() {
            let text = try String(contentsOfFile: folder + "/" + file, encoding: .utf8)
            for sentence in analyser.analyse(text)
            where (6...60).contains(sentence.tokens.count) && !sentence.names.isEmpty {
                found.append(NamedSentence(sentence, spans: sentence.names, marked: NameCorpora.all))
            }
        }
        guard found.count > most else { return found }
        var random = Random(seed: 23)
        return Array(found.shuffled(using: &random).prefix(most))
    }
}
