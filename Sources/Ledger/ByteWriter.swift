import Record

/// Builds the bytes of ``ClaimCodec``.
struct ByteWriter {
    var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(512) }

    mutating func byte(_ value: UInt8) { bytes.append(value) }
    mutating func flag(_ value: Bool) { bytes.append(value ? 1 : 0) }

    /// LEB128 of the zigzag form.
    mutating func integer(_ value: Int) {
        var rest = UInt64(bitPattern: Int64((value << 1) ^ (value >> 63)))
        while rest >= 0x80 {
            bytes.append(UInt8(rest & 0x7F) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    mutating func double(_ value: Double) {
        withUnsafeBytes(of: value.bitPattern.littleEndian) { bytes.append(contentsOf: $0) }
    }

    mutating func string(_ value: String) {
        var value = value
        value.withUTF8 { utf8 in
            integer(utf8.count)
            bytes.append(contentsOf: utf8)
        }
    }

    mutating func optionalString(_ value: String?) {
        guard let value else { return byte(0) }
        byte(1)
        string(value)
    }

    mutating func optional<Value>(_ value: Value?, _ write: (inout ByteWriter, Value) -> Void) {
        guard let value else { return byte(0) }
        byte(1)
        write(&self, value)
    }

    mutating func list<Value>(_ values: [Value], _ write: (inout ByteWriter, Value) -> Void) {
        integer(values.count)
        for value in values { write(&self, value) }
    }

    mutating func range(_ range: TextRange) {
        integer(range.start)
        integer(range.count)
    }

    mutating func date(_ date: PartialDate?) {
        guard let date else { return integer(0) }
        integer(date.year * 10_000 + (date.month ?? 0) * 100 + (date.day ?? 0))
    }
}

/// Reads what ``ByteWriter`` wrote; every step checks the end.
struct ByteReader {
    private let bytes: UnsafeRawBufferPointer
    private var position = 0
    /// The form's version, where the bytes name one.
    var version = ClaimCodec.version

    init(_ bytes: UnsafeRawBufferPointer) { self.bytes = bytes }

    /// The bytes are cut short or of another form.
    static let broken = LedgerError("a stored claim cannot be read: its bytes are cut short or of another version")

    mutating func byte() throws -> UInt8 {
        guard position < bytes.count else { throw Self.broken }
        defer { position += 1 }
        return bytes[position]
    }

    mutating func flag() throws -> Bool { try byte() != 0 }

    mutating func integer() throws -> Int {
        // Most are lengths of names: one byte.
        if position < bytes.count, bytes[position] < 0x80 {
            let short = Int(bytes[position])
            position += 1
            return (short >> 1) ^ -(short & 1)
        }
        var value: UInt64 = 0
        var shift: UInt64 = 0
        while true {
            let next = try byte()
            value |= UInt64(next & 0x7F) << shift
            if next < 0x80 { break }
            shift += 7
            guard shift < 64 else { throw Self.broken }
        }
        return Int(bitPattern: UInt(value >> 1)) ^ -Int(value & 1)
    }

    mutating func double() throws -> Double {
        guard bytes.count - position >= 8 else { throw Self.broken }
        defer { position += 8 }
        return Double(bitPattern: UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)))
    }

    mutating func string() throws -> String { String(decoding: try text(), as: UTF8.self) }

    /// The bytes of a string.
    private mutating func text() throws -> UnsafeRawBufferPointer {
        let count = try integer()
        guard count >= 0, count <= bytes.count - position else { throw Self.broken }
        defer { position += count }
        return UnsafeRawBufferPointer(rebasing: bytes[position..<position + count])
    }

    mutating func optionalString() throws -> String? { try flag() ? try string() : nil }

    mutating func optional<Value>(_ read: (inout ByteReader) throws -> Value) throws -> Value? {
        try flag() ? try read(&self) : nil
    }

    mutating func list<Value>(_ read: (inout ByteReader) throws -> Value) throws -> [Value] {
        let count = try integer()
        guard count >= 0, count <= bytes.count - position else { throw Self.broken }
        return try (0..<count).map { _ in try read(&self) }
    }

    mutating func range() throws -> TextRange {
        let start = try integer()
        let count = try integer()
        return TextRange(start, start + count)
    }

    mutating func date() throws -> PartialDate? {
        let number = try integer()
        guard number != 0 else { return nil }
        let (month, day) = (number / 100 % 100, number % 100)
        return PartialDate(year: number / 10_000, month: month == 0 ? nil : month, day: day == 0 ? nil : day)
    }

    mutating func word<Word: StoredWord>(_ type: Word.Type) throws -> Word {
        guard let value = Word.table.word(try text()) else { throw Self.broken }
        return value
    }

    /// A word, where there is one; nil for one that this version does not know.
    mutating func optionalWord<Word: StoredWord>(_ type: Word.Type) throws -> Word? {
        try flag() ? Word.table.word(try text()) : nil
    }
}
