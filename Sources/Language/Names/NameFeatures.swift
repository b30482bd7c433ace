/// The hashed features by which the linear name tagger judges one token.
package enum NameFeatures {
    /// How many there are.
    package static let count = 52
    /// Rows of the weight table, as a power of two.
    package static let rowBits: UInt64 = 16
    /// Columns of the weight table.
    package static let columns = 32

    /// Writes the rows of token `index` of `tokens`, after the labels `last` and `before`.
    @inline(__always)
    package static func rows(
        _ tokens: UnsafeBufferPointer<NameContext>, _ index: Int, last: Int, before: Int, bits: UInt64 = rowBits,
        into out: UnsafeMutablePointer<Int32>
    ) {
        let edge = Self.edge
        @inline(__always) func at(_ offset: Int) -> NameContext {
            let place = index + offset
            return place >= 0 && place < tokens.count ? tokens[place] : edge
        }
        let (a, b, c, z, d) = (tokens[index], at(-1), at(1), at(-2), at(2))
        let (f, g, h) = (a.features, b.features, c.features)
        let y1 = TokenFeatures.mix(UInt64(last + 2) &+ 0xABCD_0000)
        let y2 = TokenFeatures.mix(UInt64(before + 2) &+ 0xBCDE_0000)
        let m = UInt64(a.classes.rawValue), mb = UInt64(b.classes.rawValue), mc = UInt64(c.classes.rawValue)
        let person = UInt64(a.classes.intersection(.person).rawValue) | 1 << 20
        let personBefore = UInt64(b.classes.intersection(.person).rawValue) | 1 << 20
        let personAfter = UInt64(c.classes.intersection(.person).rawValue) | 1 << 20
        let place = UInt64(a.classes.intersection(.place).rawValue) | 1 << 21
        let ahead = UInt64(a.ahead.rawValue) | 1 << 22
        var slot = 0
        @inline(__always) func emit(_ x: UInt64, _ y: UInt64 = 0, _ z: UInt64 = 0) {
            let seed = UInt64(slot &+ 1) &* 0x9E37_79B9_7F4A_7C15
            var mixed = (x ^ seed) &* 0xBF58_476D_1CE4_E5B9
            mixed = ((mixed ^ (mixed &>> 29)) &+ y) &* 0x94D0_49BB_1331_11EB
            mixed = ((mixed ^ (mixed &>> 31)) &+ z) &* 0xD6E8_FEB8_6659_FD93
            out[slot] = Int32(truncatingIfNeeded: ((mixed ^ (mixed &>> 32)) &* 0x9E37_79B9_7F4A_7C15) &>> (64 - bits))
            slot &+= 1
        }
        emit(f.word); emit(f.lower); emit(f.suffix2); emit(f.suffix3); emit(f.suffix4); emit(f.prefix3); emit(f.shape)
        emit(a.tag, f.shape); emit(g.lower); emit(h.lower); emit(z.features.lower); emit(d.features.lower)
        emit(g.lower, f.lower); emit(f.lower, h.lower)
        emit(g.shape, f.shape); emit(f.shape, h.shape); emit(g.shape, f.shape, h.shape)
        emit(y1); emit(y1, y2); emit(y1, f.lower); emit(y1, f.shape); emit(y1, a.tag); emit(y1, g.lower)
        emit(y1, h.shape, f.shape); emit(y1, f.suffix3); emit(y1, h.lower)
        emit(m, f.shape); emit(m, y1); emit(m, mb); emit(m, mc); emit(m, mb, mc)
        emit(person, personBefore, y1); emit(person, personAfter, f.shape); emit(person, personBefore, personAfter)
        emit(place, y1, f.shape); emit(place, g.lower); emit(place, h.lower); emit(m, g.lower); emit(m, h.lower)
        emit(a.tag, b.tag, c.tag); emit(a.tag, b.tag, f.shape); emit(ahead, y1); emit(ahead, f.shape, m)
        emit(ahead, place, person); emit(a.lead, m); emit(a.lead, y1, f.shape); emit(a.relation, f.shape)
        emit(a.relation, m); emit(a.relation, a.head); emit(a.head, m); emit(g.word, f.shape, h.lower)
        emit(g.suffix3, f.shape)
    }

    private static let edge = NameContext(
        features: TokenFeatures("\u{1}"), tag: 0, relation: 0, head: 0, isCapital: false)
}
