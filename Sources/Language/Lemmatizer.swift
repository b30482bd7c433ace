import Record

/// Dictionary forms by known words and longest-suffix rules, learned from the treebanks for each fine tag.
///
/// One hash table in a mapped file holds both; the key is a tag with the end of a word, read backwards.
package struct Lemmatizer: Sendable {
    /// Replace the last `cut` bytes of the form by `add`.
    package struct Rule: Hashable, Comparable, Sendable {
        package var cut: Int
        package var add: String

        /// The rule that makes `lemma` of `form`.
        package init(from form: String, to lemma: String) {
            let same = zip(form.unicodeScalars, lemma.unicodeScalars).prefix { $0 == $1 }.count
            cut = form.unicodeScalars.dropFirst(same).reduce(0) { $0 + $1.utf8.count }
            add = String(String.UnicodeScalarView(lemma.unicodeScalars.dropFirst(same)))
        }

        package static func < (a: Rule, b: Rule) -> Bool { (a.cut, a.add) < (b.cut, b.add) }
    }

    /// Bytes in the longest suffix that has rules.
    package static let longestSuffix = 6

    // Pointers into the mapped file, which `file` keeps alive; nothing writes through them.
    nonisolated(unsafe) private let keys: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let values: UnsafeBufferPointer<UInt32>
    nonisolated(unsafe) private let pool: UnsafeBufferPointer<UInt8>
    private let file: ModelFile

    init(file: ModelFile) throws {
        self.file = file
        keys = try file.array("keys", of: UInt32.self)
        values = try file.array("values", of: UInt32.self)
        pool = try file.array("endings", of: UInt8.self)
        guard keys.count == values.count, keys.count.nonzeroBitCount == 1 else {
            throw ModelFile.Broken(path: file.path, reason: "its table is incomplete")
        }
    }

    /// What a tag adds to the keys of its words.
    package struct Tag: Sendable {
        let salt: UInt64
        let keepsCase: Bool
        let hasRules: Bool

        package init(_ name: String) {
            salt = name.utf8.reduce(0x51ED_270B) { ($0 ^ UInt64($1)) &* 0x100_0000_01B3 }
            (keepsCase, hasRules) = (Lemmatizer.keepsCase(name), Lemmatizer.hasRules(name))
        }
    }

    /// The lemma of a form with a fine tag.
    func lemma(of form: String, tag: Tag) -> String {
        if form.utf8.count == 7, form == "sorties" { return "sortie" }  // not as "parties"
        if !tag.keepsCase, form.utf8.contains(where: { ($0 >= 65 && $0 <= 90) || $0 >= 128 }) {
            return search(Self.folded(form), tag)
        }
        return search(form, tag)
    }

    private func search(_ form: String, _ tag: Tag) -> String {
        var copy = form
        return copy.withUTF8 { bytes in
            var hash = tag.salt
            var rule: UInt32?
            if tag.hasRules, let found = lookup(Self.finish(hash)) { rule = found }
            var at = bytes.count - 1
            while at >= 0 {
                hash = Self.extend(hash, bytes[at])
                if tag.hasRules, bytes.count - at <= Self.longestSuffix, let found = lookup(Self.finish(hash)) {
                    rule = found
                }
                at -= 1
            }
            if let word = lookup(Self.finish(hash ^ Self.wholeWord)) { rule = word }
            guard let rule else { return form }
            return replaced(bytes, rule) ?? form
        }
    }

    private func replaced(_ bytes: UnsafeBufferPointer<UInt8>, _ rule: UInt32) -> String? {
        let (cut, offset) = (Int(rule >> 24), Int(rule & 0xFF_FFFF))
        guard cut <= bytes.count, offset < pool.count else { return nil }
        let length = Int(pool[offset])
        let kept = bytes.count - cut
        guard kept + length > 0, offset + 1 + length <= pool.count else { return nil }
        return String(unsafeUninitializedCapacity: kept + length) { out in
            for index in 0..<kept { out[index] = bytes[index] }
            for index in 0..<length { out[kept + index] = pool[offset + 1 + index] }
            return kept + length
        }
    }

    private func lookup(_ hash: UInt64) -> UInt32? {
        let key = max(1, UInt32(truncatingIfNeeded: hash &>> 32))
        let mask = keys.count - 1
        var slot = Int(truncatingIfNeeded: hash) & mask
        while keys[slot] != 0 {
            if keys[slot] == key { return values[slot] }
            slot = (slot + 1) & mask
        }
        return nil
    }

    private static let wholeWord: UInt64 = 0xA5A5_5A5A_0F0F_F0F0

    @inline(__always)
    private static func extend(_ hash: UInt64, _ byte: UInt8) -> UInt64 {
        (hash ^ UInt64(byte)) &* 0x100_0000_01B3 ^ (hash &>> 47)
    }

    @inline(__always)
    private static func finish(_ hash: UInt64) -> UInt64 { TokenFeatures.mix(hash) }

    // MARK: - Spelling

    /// Tags whose lemma is the form as it stands, unless the word is known.
    package static func keepsCase(_ tag: String) -> Bool {
        ["PROPN_", "X_", "SYM_", "NUM_", "PUNCT_"].contains { tag.hasPrefix($0) }
    }

    /// Tags whose words follow suffix rules.
    package static func hasRules(_ tag: String) -> Bool { !keepsCase(tag) || tag == "PROPN_NNPS" }

    /// The form as the tables spell it.
    package static func folded(_ form: String, tag: String) -> String {
        keepsCase(tag) ? form.replacing("\u{2019}", with: "'") : folded(form)
    }

    private static func folded(_ form: String) -> String {
        let lower = form.lowercased()
        return lower.utf8.contains(0xE2)
            ? lower.replacing("\u{2019}", with: "'").replacing("\u{2018}", with: "'") : lower
    }

    // MARK: - Building

    /// The lemma by rules alone, as analysis would give it.
    package static func apply(rules: (String) -> Rule?, to form: String, tag: String) -> String {
        guard hasRules(tag) else { return form }
        let bytes = Array(form.utf8)
        for length in (0...min(longestSuffix, bytes.count)).reversed() {
            guard let suffix = String(validating: bytes.suffix(length), as: UTF8.self), let rule = rules(suffix) else {
                continue
            }
            guard rule.cut <= bytes.count else { return form }
            return String(decoding: bytes.dropLast(rule.cut), as: UTF8.self) + rule.add
        }
        return form
    }

    /// The sections of a model file.
    package static func build(
        rules: [(suffix: String, tag: String, rule: Rule)], words: [(form: String, tag: String, rule: Rule)]
    ) -> [(name: String, bytes: [UInt8])] {
        var pool: [UInt8] = []
        var places: [String: UInt32] = [:]
        var entries: [(hash: UInt64, value: UInt32)] = []
        func add(_ text: String, _ tag: String, _ rule: Rule, whole: Bool) {
            guard rule.cut < 256, rule.add.utf8.count < 256 else { return }
            let hash = text.utf8.reversed().reduce(Tag(tag).salt) { extend($0, $1) }
            let place = places[rule.add] ?? UInt32(pool.count)
            if places[rule.add] == nil {
                places[rule.add] = place
                pool += [UInt8(rule.add.utf8.count)] + Array(rule.add.utf8)
            }
            entries.append((finish(whole ? hash ^ wholeWord : hash), UInt32(rule.cut) << 24 | place))
        }
        for (text, tag, rule) in rules.sorted(by: { ($0.suffix, $0.tag) < ($1.suffix, $1.tag) }) {
            add(text, tag, rule, whole: false)
        }
        for (text, tag, rule) in words.sorted(by: { ($0.form, $0.tag) < ($1.form, $1.tag) }) {
            add(text, tag, rule, whole: true)
        }
        var size = 1024
        while size < entries.count * 8 / 5 { size *= 2 }
        var keys = [UInt32](repeating: 0, count: size)
        var values = keys
        for entry in entries {
            var slot = Int(truncatingIfNeeded: entry.hash) & (size - 1)
            let key = max(1, UInt32(truncatingIfNeeded: entry.hash &>> 32))
            while keys[slot] != 0, keys[slot] != key { slot = (slot + 1) & (size - 1) }
            (keys[slot], values[slot]) = (key, entry.value)
        }
        return [
            ("keys", keys.withUnsafeBytes { Array($0) }), ("values", values.withUnsafeBytes { Array($0) }),
            ("endings", pool),
        ]
    }
}
