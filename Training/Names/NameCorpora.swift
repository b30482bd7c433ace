import Foundation
import Language
import Record

/// Reads the named texts of `shared/data`, each in its own format and with its own kinds.
struct NameCorpora {
    let data: String
    let analyser: Analyser
    let demonyms: Set<String>

    static let all = Set(NameKind.allCases)

    /// UNER: person, organisation, location on UD English EWT (dev or test).
    func uner(_ part: String) throws -> [NamedSentence] {
        try columns(
            "names/uner-en_ewt-ud-\(part).iob2", separator: "\t", word: 1, label: 2,
            marked: [.person, .organisation, .location]
        ) { kind, _ in ["PER": .person, "ORG": .organisation, "LOC": .location][kind] }
    }

    /// CrossNER's politics: Wikipedia with fine kinds.
    func politics() throws -> [NamedSentence] {
        let kinds: [String: NameKind] = [
            "politician": .person, "person": .person, "organisation": .organisation, "politicalparty": .organisation,
            "country": .location, "location": .location, "election": .event, "event": .event,
        ]
        return try ["train", "dev", "test"].flatMap { part in
            try columns(
                "names/crossner-politics-\(part).txt", separator: "\t", word: 0, label: 1,
                marked: [.person, .organisation, .location, .event, .norp]
            ) { kind, words in
                kinds[kind] ?? (words.count == 1 && demonyms.contains(words[0]) ? .norp : .other)
            }
        }
    }

    /// The Worldwide Newswire (Shan and others, EMNLP 2023), an article an element: to measure on, never to train on.
    func worldwide() throws -> [[NamedSentence]] {
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("dateline-worldwide").path
        if !FileManager.default.fileExists(atPath: folder) {
            try FileManager.default.createDirectory(atPath: folder, withIntermediateDirectories: true)
            let tar = Process()
            tar.executableURL = URL(fileURLWithPath: "/bin/tar")
            tar.arguments = ["xzf", "\(data)/names/worldwide-newswire.tar.gz", "-C", folder]
            try tar.run()
            tar.waitUntilExit()
        }
        let kinds: [String: NameKind] = [
            "Person": .person, "Organization": .organisation, "Location": .location, "NORP": .norp,
            "Facility": .facility, "Date": .date, "Money": .money, "Product": .weapon, "Misc": .other,
        ]
        let articles = folder + "/processed_annotated"
        return try FileManager.default.contentsOfDirectory(atPath: articles).sorted().map { name in
            try columns(
                path: articles + "/" + name, separator: "\t", word: 0, label: 1, marked: Self.all
            ) { kind, _ in kinds[kind] }
        }
    }

    private func columns(
        _ file: String, separator: Character, word: Int, label: Int, marked: Set<NameKind>,
        kind: (String, [String]) -> NameKind?
    ) throws -> [NamedSentence] {
        try columns(
            path: data + "/" + file, separator: separator, word: word, label: label, marked: marked, kind: kind)
    }

    private func columns(
        path: String, separator: Character, word: Int, label: Int, marked: Set<NameKind>,
        kind: (String, [String]) -> NameKind?
    ) throws -> [NamedSentence] {
        var found: [NamedSentence] = []
        var words: [String] = []
        var labels: [Substring] = []
        func close() {
            defer { (words, labels) = ([], []) }
            guard !words.isEmpty else { return }
            var spans: [NamedSpan] = []
            var at = 0
            while at < labels.count {
                guard labels[at].count > 2, let name = labels[at].split(separator: "-").last else {
                    at += 1
                    continue
                }
                var end = at + 1
                while end < labels.count, labels[end] == "I-\(name)" { end += 1 }
                if let kind = kind(String(name), Array(words[at..<end])) {
                    spans.append(NamedSpan(kind: kind, tokens: at..<end))
                }
                at = end
            }
            found.append(NamedSentence(analyser.analyse(words: words), spans: spans, marked: marked))
        }
        let text = try String(contentsOfFile: path, encoding: .utf8)
        for line in text.split(separator: "\n", omittingEmptySubsequences: false) {
            let cells = line.split(separator: separator)
            if cells.isEmpty { close() }
            guard cells.count > max(word, label), !line.hasPrefix("# ") else { continue }
            words.append(cells[word].trimmingCharacters(in: .whitespaces))
            labels.append(Substring(cells[label].trimmingCharacters(in: .whitespaces)))
        }
        close()
        return found
    }
}
