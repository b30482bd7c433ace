import Record
import Testing

@Suite("Offsets")
struct OffsetTests {
    @Test(
        "code points and bytes agree at every place",
        arguments: ["", "plain", "é", "🕊️ dove", "الميادين fell", String(repeating: "aبc🕊", count: 200), "\u{0301}x"])
    func index(_ text: String) {
        let index = OffsetIndex(text)
        var byte = 0
        for (point, scalar) in text.unicodeScalars.enumerated() {
            #expect(index.codePoint(atByte: byte) == point)
            #expect(index.byte(atCodePoint: point) == byte)
            byte += String(scalar).utf8.count
        }
        #expect(index.codePoints == text.unicodeScalars.count)
        #expect(index.byte(atCodePoint: index.codePoints) == byte)
        #expect(index.codePoint(atByte: byte + 99) == index.codePoints)
        #expect(index.byte(atCodePoint: index.codePoints + 99) == byte)
        #expect(index.codePoint(atByte: -5) == 0)
    }

    @Test("an empty map is the identity")
    func identity() {
        let map = OffsetMap()
        #expect(map.isIdentity)
        #expect(map.original(TextRange(3, 9)) == TextRange(3, 9))
    }

    @Test("the way back from a copy with pieces removed gives the same letters")
    func removal() {
        // Takes every '#' away; the random numbers are the same in each run.
        var seed: UInt64 = 42
        func next(_ below: UInt64) -> Int {
            seed = seed &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return Int((seed >> 33) % below)
        }
        for _ in 0..<200 {
            let original = (0..<next(60) + 1).map { _ in "ab#c#"[next(5)] }
            var clean: [Character] = []
            var map = OffsetMap()
            var gap = true
            for (offset, letter) in original.enumerated() {
                if letter == "#" {
                    gap = true
                } else {
                    if gap { map.append(clean: clean.count, original: offset) }
                    gap = false
                    clean.append(letter)
                }
            }
            for start in clean.indices {
                for end in start + 1..<clean.count + 1 {
                    let range = map.original(TextRange(start, end))
                    let back = original[range.start..<range.end]
                    #expect(back.filter { $0 != "#" } == Array(clean[start..<end]))
                    #expect(back.first != "#" && back.last != "#")
                }
            }
        }
    }

    @Test("ranges join, shift and contain")
    func ranges() {
        let a = TextRange(2, 5)
        #expect(a.union(TextRange(4, 9)) == TextRange(2, 9))
        #expect(a.overlaps(TextRange(4, 9)) && !a.overlaps(TextRange(5, 9)))
        #expect(a.shifted(by: 3) == TextRange(5, 8) && TextRange(0, 9).contains(a))
        #expect(TextRange(0, 99).text(in: "abc") == "abc")
    }
}

extension String {
    fileprivate subscript(_ offset: Int) -> Character { self[index(startIndex, offsetBy: offset)] }
}
