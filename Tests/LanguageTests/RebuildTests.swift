import Language
import Record
import Testing

@Suite("No text is lost")
struct RebuildTests {
    /// Tokens in order, without overlap, and nothing but white space between them.
    private func rebuilds(_ text: String, _ sentences: [Sentence]) -> Bool {
        let bytes = Array(text.utf8)
        var at = 0
        var rebuilt: [UInt8] = []
        for token in sentences.flatMap(\.tokens) {
            guard token.range.start >= at, token.range.end > token.range.start, token.range.end <= bytes.count else {
                return false
            }
            let gap = String(decoding: bytes[at..<token.range.start], as: UTF8.self)
            guard gap.unicodeScalars.allSatisfy({ $0.properties.isWhitespace || $0 == "\u{FEFF}" || $0 == "\u{200B}" })
            else {
                return false
            }
            guard Array(token.form.utf8) == Array(bytes[token.range.range]) else { return false }
            rebuilt += bytes[at..<token.range.end]
            at = token.range.end
        }
        return rebuilt + bytes[at...] == bytes
    }

    @Test("tokens and gaps rebuild news and odd text", arguments: Samples.news + Samples.odd)
    func samples(_ text: String) throws {
        #expect(rebuilds(text, try Models.analyse(text)))
    }

    @Test("tokens and gaps rebuild random text")
    func random() throws {
        let analyser = Analyser(models: try Models.open())
        var state: UInt64 = 42
        func next(_ limit: Int) -> Int {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int(state >> 33) % limit
        }
        let pieces = [
            "a", "B", "é", "ß", "'", "’", "\"", "“", ".", ",", "-", "–", " ", "  ", "\n", "\t", "\u{A0}", "7", "0", "$",
            "€", "(",
            ")", "/", "@", "http://", "n't", "'s", "U.S.", "Mr.", "🙂", "ع", "\u{301}", "\u{200D}", "al-", "…", "&", "#",
            "%",
        ]
        for _ in 0..<400 {
            let text = (0..<next(60)).map { _ in pieces[next(pieces.count)] }.joined()
            #expect(rebuilds(text, analyser.analyse(text)), "\(text.debugDescription)")
        }
    }

    @Test("bytes that are no UTF-8 are repaired before, and analysed without a crash")
    func brokenBytes() throws {
        let bytes: [UInt8] = [0xFF, 0xC3, 0x28, 0xE2, 0x80, 0x41, 0xF0, 0x9F, 0x20, 0x80, 0x2E]
        let text = String(decoding: bytes, as: UTF8.self)
        #expect(rebuilds(text, try Models.analyse(text)))
    }

    @Test("random bytes are repaired and lose nothing")
    func randomBytes() throws {
        let analyser = Analyser(models: try Models.open())
        var state: UInt64 = 7
        for length in 0..<300 {
            let bytes = (0..<length).map { _ -> UInt8 in
                state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
                return UInt8(truncatingIfNeeded: state >> 56)
            }
            let text = String(decoding: bytes, as: UTF8.self)
            #expect(rebuilds(text, analyser.analyse(text)), "\(bytes)")
        }
    }

    @Test("a sentence of ten million bytes is cut, in time that grows with its length only")
    func endless() throws {
        let words = "interdepartmental counterinsurgency straightforwardness and misunderstandings "
        let count = 10_000_000 / words.utf8.count
        let sentences = try Models.analyse(String(repeating: words, count: count))
        #expect(sentences.allSatisfy { $0.tokens.count <= 240 })
        #expect(sentences.reduce(0) { $0 + $1.tokens.count } == count * 5)
    }

    @Test(
        "a run of a million bytes without a blank is read in time that grows with its length only",
        arguments: [
            "x", ".", "-", "'", "a.", "a.com.", "anti-", "1,", "1-", "ß", "x@", "http://", "n't", "(", "é'", ":-",
        ])
    func runs(_ unit: String) throws {
        let text = String(repeating: unit, count: 1_000_000 / unit.utf8.count)
        #expect(rebuilds(text, try Models.analyse(text)))
    }

    @Test("no sentence crosses a block")
    func blocks() throws {
        let text = "Headline without an end The report begins here."
        let cut = 23
        let sentences = Analyser(models: try Models.open()).analyse(
            text, blocks: [TextRange(0, cut), TextRange(cut, text.utf8.count)])
        #expect(sentences.allSatisfy { $0.range.end <= cut || $0.range.start >= cut })
    }
}
