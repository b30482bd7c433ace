package import Language
import Record

/// Sentences and tokens without models: enough for the gazetteer when a text comes with spans only.
package enum PlainTokenizer {
    package static func sentences(_ text: String) -> [Sentence] {
        var text = text
        return text.withUTF8 { sentences($0) }
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        switch byte {
        case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x80...0xFF: true
        default: false
        }
    }

    private static func sentences(_ bytes: UnsafeBufferPointer<UInt8>) -> [Sentence] {
        var result: [Sentence] = []
        var tokens: [Token] = []
        var at = 0
        var space = true
        func flush() {
            if !tokens.isEmpty { result.append(Sentence(tokens: tokens)) }
            tokens.removeAll(keepingCapacity: true)
        }
        func dash(_ index: Int) -> Bool {  // General punctuation: U+2010...U+201F.
            index + 2 < bytes.count && bytes[index] == 0xE2 && bytes[index + 1] == 0x80
        }
        while at < bytes.count {
            let byte = bytes[at]
            if byte <= 0x20 {
                if byte == 0x0A { flush() }
                space = true
                at += 1
                continue
            }
            var end = at + 1
            let quote = dash(at)
            if quote {
                end = at + 3
            } else if isWord(byte) {
                while end < bytes.count, isWord(bytes[end]), !dash(end) { end += 1 }
                // U.S., a.m.: single letters with full stops between.
                if end - at == 1, end + 1 < bytes.count, bytes[end] == 0x2E, isWord(bytes[end + 1]) {
                    while end + 1 < bytes.count, bytes[end] == 0x2E, isWord(bytes[end + 1]),
                        end + 2 >= bytes.count || !isWord(bytes[end + 2])
                    {
                        end += 2
                    }
                    if end < bytes.count, bytes[end] == 0x2E { end += 1 }
                }
            }
            let form = String(decoding: bytes[at..<end], as: UTF8.self)
            tokens.append(Token(range: TextRange(at, end), form: form, lemma: "", spaceBefore: space))
            space = false
            at = end
            if byte == 0x2E || byte == 0x21 || byte == 0x3F, at < bytes.count, bytes[at] <= 0x20, endsSentence(tokens) {
                flush()
            }
        }
        flush()
        return result
    }

    private static func endsSentence(_ tokens: [Token]) -> Bool {
        guard tokens.count >= 2, tokens[tokens.count - 1].form == "." else { return true }
        let last = tokens[tokens.count - 2].form
        return last.utf8.count > 3 || !(last.first?.isUppercase ?? false)
    }
}
