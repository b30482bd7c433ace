import Assessment
import Record

/// An ``Assessment/Observation`` as 75 bytes: what `control.seen` holds, so that a whole map is read without decoding
/// claims.
enum SeenCodec {
    private static let states: [Control.State] = [.captured, .held, .lost, .contested, .divided, .besieged]

    private static let size = 75

    /// - Parameter decided: true where an analyst said which report the claim copies, or that it copies none; else the
    ///   echo groups say so when it is read.
    static func encode(_ o: Observation, decided: Bool = false) -> [UInt8] {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(size)
        func put<Number: FixedWidthInteger>(_ number: Number) {
            withUnsafeBytes(of: number.littleEndian) { bytes.append(contentsOf: $0) }
        }
        for number in [o.order, o.side, o.other, o.voice, o.publisher, o.echo] { put(number) }
        for number in [o.first, o.last, o.earliest, o.known, o.until] { put(number) }
        put(o.weight.bitPattern)
        put(UInt8(states.firstIndex(of: o.state) ?? 0))
        let flags = (o.negative ? 1 : 0) | (o.part ? 2 : 0) | (decided ? 4 : 0) | (o.original ? 8 : 0)
        put(UInt8(flags | (o.isHistory ? 16 : 0)))
        put(o.interest.rawValue | o.crowd.rawValue << 2 | o.sort.rawValue << 4)
        return bytes
    }

    /// - Parameter echo: hash of the report that the claim's report copies; nil where it is no copy.
    static func decode(_ bytes: UnsafeRawBufferPointer, ref: Int, echo: UInt64?) -> Observation? {
        guard bytes.count == size else { return nil }
        func u64(_ at: Int) -> UInt64 { UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: UInt64.self)) }
        func i32(_ at: Int) -> Int32 { Int32(littleEndian: bytes.loadUnaligned(fromByteOffset: at, as: Int32.self)) }
        let state = Int(bytes[72])
        let isDecided = bytes[73] & 4 != 0
        guard state < states.count, let interest = Observation.Interest(rawValue: bytes[74] & 3),
            let crowd = Observation.Crowd(rawValue: bytes[74] >> 2 & 3),
            let sort = Observation.Sort(rawValue: bytes[74] >> 4)
        else { return nil }
        return Observation(
            ref: ref, order: u64(0), first: i32(48), last: i32(52), earliest: i32(56), known: i32(60),
            state: states[state], negative: bytes[73] & 1 != 0, part: bytes[73] & 2 != 0, side: u64(8), other: u64(16),
            voice: u64(24), publisher: u64(32), echo: (isDecided ? nil : echo) ?? u64(40),
            original: isDecided ? bytes[73] & 8 != 0 : echo == nil, interest: interest,
            weight: Float(bitPattern: UInt32(bitPattern: i32(68))), until: i32(64), isHistory: bytes[73] & 16 != 0,
            crowd: crowd, sort: sort)
    }
}
