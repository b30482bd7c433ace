import Language

/// The cleaned names of the spans that begin at one token, with their hashes: made in one go, and copied only where the
/// gazetteer has them.
struct SpanNames {
    /// One span.
    struct Span {
        /// The token after its last.
        let end: Int
        /// Bytes of its name.
        let length: Int
        /// Of the exact name.
        let hash: UInt64
    }

    private(set) var spans: [Span] = []
    private var name: [UInt8] = []

    /// The names from a token to each of some ends, ascending.
    init(_ tokens: [Token], _ start: Int, _ ends: [Int]) {
        spans.reserveCapacity(ends.count)
        var state = NameFolding.start(NameFolding.exactSalt)
        var (at, hashed) = (start, 0)
        for end in ends {
            while at < end {
                if tokens[at].spaceBefore, let last = name.last, last != 0x20 { name.append(0x20) }
                NameFolding.append(tokens[at].form, to: &name)
                at += 1
            }
            let length = name.last == 0x20 ? name.count - 1 : name.count
            for byte in name[hashed..<max(hashed, length)] { state = NameFolding.step(state, byte) }
            hashed = max(hashed, length)
            spans.append(Span(end: end, length: length, hash: NameFolding.finish(state, [])))
        }
    }

    func key(_ span: Span) -> [UInt8] { Array(name[..<span.length]) }
}
