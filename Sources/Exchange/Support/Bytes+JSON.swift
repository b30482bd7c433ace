import Record

/// JSON with its keys in the order written: the same bytes for the same record. A member with nothing to say is left
/// out.
extension Bytes {
    /// An object as the next value.
    mutating func object(_ members: (inout Bytes) -> Void) {
        byte(123)
        isFirst = true
        members(&self)
        byte(125)
        isFirst = false
    }

    /// An array as the next value; `write` writes one of its values.
    mutating func array<Value>(_ values: [Value], _ write: (inout Bytes, Value) -> Void) {
        byte(91)
        for (place, value) in values.enumerated() {
            if place > 0 { byte(44) }
            write(&self, value)
        }
        byte(93)
        isFirst = false
    }

    /// The name of a member, with what must stand before it.
    mutating func key(_ name: StaticString) {
        let count = name.utf8CodeUnitCount
        // In one piece: a record has forty (`dateline bench --only exchange`).
        withUnsafeTemporaryAllocation(of: UInt8.self, capacity: count + 4) { piece in
            piece[0] = 44
            piece[1] = 34
            UnsafeMutableBufferPointer(rebasing: piece[2...]).baseAddress?.update(from: name.utf8Start, count: count)
            piece[count + 2] = 34
            piece[count + 3] = 58
            storage.append(contentsOf: UnsafeBufferPointer(rebasing: piece[(isFirst ? 1 : 0)...]))
        }
        isFirst = false
    }

    mutating func member(_ name: StaticString, _ text: String?) {
        guard let text else { return }
        key(name)
        quoted(text)
    }
    mutating func member(_ name: StaticString, _ value: Double?) {
        guard let value else { return }
        key(name)
        number(value)
    }
    mutating func member(_ name: StaticString, _ value: Int?) {
        guard let value else { return }
        key(name)
        whole(value)
    }
    mutating func member(_ name: StaticString, _ flag: Bool?) {
        guard let flag else { return }
        key(name)
        raw(flag ? "true" : "false")
    }
    mutating func member(_ name: StaticString, _ date: PartialDate?) {
        guard let date else { return }
        key(name)
        byte(34)
        self.date(date)
        byte(34)
    }
    mutating func member(_ name: StaticString, _ values: [String]?) {
        guard let values else { return }
        key(name)
        array(values) { $0.quoted($1) }
    }
    /// An object, where there is a value to make it of.
    mutating func member<Value>(_ name: StaticString, _ value: Value?, _ members: (inout Bytes, Value) -> Void) {
        guard let value else { return }
        key(name)
        object { members(&$0, value) }
    }

    /// A string with its quotes.
    mutating func quoted(_ text: String) {
        byte(34)
        var text = text
        text.withUTF8 { bytes in
            guard Self.has(34, 92, orControlIn: bytes) else {
                storage.append(contentsOf: bytes)
                return
            }
            for unit in bytes { escape(unit) }
        }
        byte(34)
    }

    private mutating func escape(_ unit: UInt8) {
        switch unit {
        case 34: raw("\\\"")
        case 92: raw("\\\\")
        case 10: raw("\\n")
        case 13: raw("\\r")
        case 9: raw("\\t")
        case 0..<32:
            raw("\\u00")
            for digit in [unit >> 4, unit & 15] { byte(digit < 10 ? 48 + digit : 87 + digit) }
        default: byte(unit)
        }
    }
}
