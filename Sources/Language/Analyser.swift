public import Record

/// Text in, sentences out: tokens with lemma, tags and tree, and the names among them. Knows nothing of conflict.
///
///     let analyser = Analyser(models: try LanguageModels(folder: path))
///     for sentence in analyser.analyse("Rebels shelled the town.") { print(sentence.tokens.map(\.lemma)) }
///
/// A value over shared models: copies cost nothing, and each call works in buffers of its own, so that any number of
/// threads may analyse at once with the same result.
public struct Analyser: Sendable {
    private let models: LanguageModels

    /// An analyser over shared models.
    public init(models: LanguageModels) { self.models = models }

    /// The sentences of a text.
    public func analyse(_ text: String) -> [Sentence] {
        analyse(text, blocks: [TextRange(0, text.utf8.count)])
    }

    /// The sentences of some stretches of a text (UTF-8 bytes, ascending); no sentence crosses a stretch.
    public func analyse(_ text: String, blocks: [TextRange]) -> [Sentence] {
        var copy = text
        return copy.withUTF8 { bytes in
            var parser = Parser(models.network)
            defer { parser.finish() }
            let tokenizer = Tokenizer(bytes)
            let splitter = SentenceSplitter(bytes, model: models.boundaries)
            var sentences: [Sentence] = []
            for block in blocks {
                let pieces = tokenizer.pieces(in: TextRange(max(0, block.start), min(bytes.count, block.end)))
                let features = pieces.map { TokenFeatures(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])) }
                for range in splitter.sentences(pieces, features) {
                    sentences.append(sentence(pieces[range], features[range], bytes, &parser))
                }
            }
            if let names = models.names { names.find(in: &sentences) }
            return sentences
        }
    }

    /// Tags and parses words that are tokenised already.
    public func analyse(words: [String]) -> Sentence {
        var text = words.joined(separator: " ")
        var pieces: [Tokenizer.Piece] = []
        var at = 0
        for word in words {
            pieces.append(.init(start: at, end: at + word.utf8.count, spaceBefore: true, lines: 0))
            at += word.utf8.count + 1
        }
        return text.withUTF8 { bytes in
            var parser = Parser(models.network)
            defer { parser.finish() }
            let features = pieces.map { TokenFeatures(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])) }
            var found = [sentence(pieces[...], features[...], bytes, &parser)]
            if let names = models.names { names.find(in: &found) }
            return found[0]
        }
    }

    /// One sentence, wherever it would be split; for training.
    package func analyse(_ text: String, whole: Bool) -> Sentence {
        var copy = text
        return copy.withUTF8 { bytes in
            var parser = Parser(models.network)
            defer { parser.finish() }
            let pieces = Tokenizer(bytes).pieces(in: TextRange(0, bytes.count))
            let features = pieces.map { TokenFeatures(UnsafeBufferPointer(rebasing: bytes[$0.start..<$0.end])) }
            return sentence(pieces[...], features[...], bytes, &parser)
        }
    }

    /// The tokens of a text, without analysis; for training.
    package func tokens(_ text: String) -> [String] {
        var copy = text
        return copy.withUTF8 { bytes in
            Tokenizer(bytes).pieces(in: TextRange(0, bytes.count)).map {
                String(decoding: bytes[$0.start..<$0.end], as: UTF8.self)
            }
        }
    }

    /// The sentences of one text with their names found anew; for measuring.
    package func named(_ sentences: [Sentence]) -> [Sentence] {
        var copy = sentences
        models.names?.find(in: &copy)
        return copy
    }

    private func sentence(
        _ pieces: ArraySlice<Tokenizer.Piece>, _ features: ArraySlice<TokenFeatures>,
        _ bytes: UnsafeBufferPointer<UInt8>, _ parser: inout Parser
    ) -> Sentence {
        var tokens = pieces.map { piece in
            Token(
                range: TextRange(piece.start, piece.end),
                form: String(decoding: bytes[piece.start..<piece.end], as: UTF8.self), spaceBefore: piece.spaceBefore)
        }
        let tables = models.tables
        parser.parse(features) { index, tag, head, relation in
            tokens[index].upos = tables.upos[tag]
            tokens[index].set(tables.xpos[tag])
            tokens[index].head = head
            tokens[index].relation = head < 0 ? .root : tables.relations[relation]
            tokens[index].lemma = models.lemmatizer.lemma(of: tokens[index].form, tag: tables.lemmaTags[tag])
        }
        WarRepair.apply(to: &tokens)
        RelativeRepair.apply(to: &tokens)
        PhraseRepair.apply(to: &tokens)
        TreeRepair.apply(to: &tokens)
        var sentence = Sentence(tokens: tokens)
        TagRepair.apply(to: &sentence) { models.lemmatizer.lemma(of: $0, tag: Lemmatizer.Tag($1)) }
        return sentence
    }
}
