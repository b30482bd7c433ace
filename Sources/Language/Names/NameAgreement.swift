/// Makes the names of one text agree: one kind for one spelling, surnames after whole names, short forms in brackets.
struct NameAgreement {
    private typealias Tally = [NameKind: Int]

    /// Kinds that are settled by the whole text.
    private static let settled: Set<NameKind> = [.person, .organisation, .location, .facility]

    func apply(to sentences: inout [Sentence], lists: NameLists) {
        shortForms(&sentences)
        var kinds: [String: Tally] = [:]
        var surnames: [String: Int] = [:]
        for sentence in sentences {
            for name in sentence.names where Self.settled.contains(name.kind) {
                kinds[key(name, sentence), default: [:]][name.kind, default: 0] += 1
                if name.kind == .person, name.tokens.count > 1 {
                    surnames[sentence.tokens[name.tokens.upperBound - 1].form, default: 0] += 1
                }
            }
        }
        for index in sentences.indices {
            for at in sentences[index].names.indices {
                let name = sentences[index].names[at]
                guard Self.settled.contains(name.kind) else { continue }
                let text = key(name, sentences[index])
                if name.tokens.count == 1, surnames[text] != nil,
                    kinds[text]?[.location] ?? 0 <= kinds[text]?[.person] ?? 0 + 1
                {
                    sentences[index].names[at].kind = .person
                } else if let tally = kinds[text], tally.count > 1 {
                    sentences[index].names[at].kind = majority(tally, name.kind)
                }
            }
        }
        fillIn(&sentences, surnames: surnames)
    }

    private func key(_ name: NamedSpan, _ sentence: Sentence) -> String {
        name.tokens.count == 1
            ? sentence.tokens[name.tokens.lowerBound].form
            : sentence.tokens[name.tokens].map(\.form).joined(separator: " ")
    }

    private func majority(_ tally: Tally, _ own: NameKind) -> NameKind {
        let most = tally.values.max() ?? 0
        if tally[own] == most { return own }
        return NameKind.allCases.first { tally[$0] == most } ?? own
    }

    /// "Syrian Democratic Forces (SDF)": the short form is of the long form's kind, here and everywhere after.
    private func shortForms(_ sentences: inout [Sentence]) {
        var known: [String: NameKind] = [:]
        for sentence in sentences {
            let tokens = sentence.tokens
            for name in sentence.names where name.kind == .organisation && name.tokens.count > 1 {
                let open = name.tokens.upperBound
                guard open + 2 < tokens.count, tokens[open].form == "(", tokens[open + 2].form == ")",
                    isShortForm(tokens[open + 1].form)
                else { continue }
                known[tokens[open + 1].form] = .organisation
            }
        }
        guard !known.isEmpty else { return }
        for index in sentences.indices {
            add(&sentences[index]) { token in isShortForm(token.form) ? known[token.form] : nil }
        }
    }

    private func isShortForm(_ form: String) -> Bool {
        form.utf8.count >= 2 && form.utf8.count <= 8 && form.utf8.allSatisfy { (65...90).contains($0) || $0 == 45 }
    }

    /// Surnames of people named in full, where the tagger saw no name.
    private func fillIn(_ sentences: inout [Sentence], surnames: [String: Int]) {
        guard !surnames.isEmpty else { return }
        for index in sentences.indices {
            add(&sentences[index]) { token in
                token.upos == .propn && token.form.utf8.count > 2 && surnames[token.form] != nil ? .person : nil
            }
        }
    }

    /// Names single tokens that belong to no span yet.
    private func add(_ sentence: inout Sentence, _ kind: (Token) -> NameKind?) {
        var added: [NamedSpan] = []
        for index in sentence.tokens.indices {
            guard let kind = kind(sentence.tokens[index]),
                !sentence.names.contains(where: { $0.tokens.contains(index) })
            else { continue }
            added.append(NamedSpan(kind: kind, tokens: index..<(index + 1)))
        }
        guard !added.isEmpty else { return }
        sentence.names = (sentence.names + added).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound }
    }
}
