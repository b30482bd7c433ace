/// Writes one line of JSON into bytes. Keys stand in the order in which they are written: callers keep them sorted, as
/// `JSONEncoder` does under `.sortedKeys`, and give the same bytes as it at a fraction of its time.
package struct JSONLine {
    package private(set) var bytes: [UInt8] = []
    /// The first number that JSON cannot hold (not finite), with its key.
    package private(set) var unwritable: (key: StaticString, value: Double)?
    private let offsets: OffsetIndex
    private var needsComma = false

    /// A line about a text, whose offsets go out as code points.
    init(_ text: String) {
        offsets = OffsetIndex(text)
        bytes.reserveCapacity(2 * text.utf8.count + 512)
    }

    /// A short line about a text whose offsets were counted before.
    package init(_ offsets: OffsetIndex) {
        self.offsets = offsets
        bytes.reserveCapacity(1024)
    }

    // MARK: Shapes

    package mutating func object(_ key: StaticString? = nil, _ body: (inout JSONLine) -> Void) {
        open(key, UInt8(ascii: "{"))
        body(&self)
        close(UInt8(ascii: "}"))
    }

    package mutating func list<Item>(_ key: StaticString, _ items: [Item], _ write: (inout JSONLine, Item) -> Void) {
        open(key, UInt8(ascii: "["))
        for item in items { write(&self, item) }
        close(UInt8(ascii: "]"))
    }

    private mutating func open(_ key: StaticString?, _ mark: UInt8) {
        begin(key)
        bytes.append(mark)
        needsComma = false
    }

    private mutating func close(_ mark: UInt8) {
        bytes.append(mark)
        needsComma = true
    }

    private mutating func begin(_ key: StaticString?) {
        if needsComma { bytes.append(UInt8(ascii: ",")) }
        needsComma = true
        guard let key else { return }
        bytes.append(UInt8(ascii: "\""))
        bytes.append(contentsOf: UnsafeBufferPointer(start: key.utf8Start, count: key.utf8CodeUnitCount))
        bytes.append(UInt8(ascii: "\""))
        bytes.append(UInt8(ascii: ":"))
    }

    // MARK: Values; nil leaves the key out

    package mutating func value(_ key: StaticString?, _ text: String?) {
        guard var text else { return }
        begin(key)
        bytes.append(UInt8(ascii: "\""))
        text.withUTF8 { escape($0) }
        bytes.append(UInt8(ascii: "\""))
    }

    package mutating func value(_ key: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        begin(key)
        bytes.append(contentsOf: (flag ? "true" : "false").utf8)
    }

    package mutating func value(_ key: StaticString, _ number: Int?) {
        guard let number else { return }
        begin(key)
        bytes.append(contentsOf: String(number).utf8)
    }

    package mutating func value(_ key: StaticString, _ number: Double?) {
        guard let number else { return }
        begin(key)
        if !number.isFinite { unwritable = unwritable ?? (key, number) }
        let digits = number.description.utf8
        // Whole numbers go without their ".0".
        bytes.append(contentsOf: digits.suffix(2).elementsEqual([46, 48]) ? digits.dropLast(2) : digits[...])
    }

    mutating func null(_ key: StaticString) {
        begin(key)
        bytes.append(contentsOf: "null".utf8)
    }

    /// The code point at which a byte of the text stands.
    mutating func offset(_ key: StaticString, _ byte: Int) { value(key, offsets.codePoint(atByte: byte)) }

    /// A value that is JSON already.
    package mutating func raw(_ key: StaticString?, _ json: some Sequence<UInt8>) {
        begin(key)
        bytes.append(contentsOf: json)
    }

    // MARK: Text

    private mutating func escape(_ text: UnsafeBufferPointer<UInt8>) {
        var start = 0
        for (index, byte) in text.enumerated() where byte < 0x20 || byte == 0x22 || byte == 0x5C {
            bytes.append(contentsOf: text[start..<index])
            start = index + 1
            switch byte {
            case 0x22, 0x5C: mark(byte)
            case 0x08: mark(UInt8(ascii: "b"))
            case 0x09: mark(UInt8(ascii: "t"))
            case 0x0A: mark(UInt8(ascii: "n"))
            case 0x0C: mark(UInt8(ascii: "f"))
            case 0x0D: mark(UInt8(ascii: "r"))
            default:
                let digits = Array("0123456789abcdef".utf8)
                bytes.append(contentsOf: "\\u00".utf8)
                bytes.append(digits[Int(byte >> 4)])
                bytes.append(digits[Int(byte & 15)])
            }
        }
        bytes.append(contentsOf: text[start...])
    }

    private mutating func mark(_ letter: UInt8) {
        bytes.append(UInt8(ascii: "\\"))
        bytes.append(letter)
    }
}
