extension Tokenizer {
    /// The end of a number, with its separators and the letters glued to it ("1,200.50", "20th", "5km").
    func numberEnd(_ start: Int, _ limit: Int) -> Int {
        var at = start
        while at < limit {
            if classOf(bytes[at]) == .digit {
                at += 1
                continue
            }
            let inside: [UInt8] = [0x2E, 0x2C, 0x3A, 0x2F]  // . , : /
            if inside.contains(bytes[at]), at + 1 < limit, classOf(bytes[at + 1]) == .digit {
                at += 1
                continue
            }
            break
        }
        if let end = dashedNumberEnd(start, at, limit) { return end }
        // "1990s", "20th", "5km", "3rd": letters glued to digits stay with them.
        var end = at
        while end < limit, isWordByte(end, limit), classOf(bytes[end]) == .letter { end += 1 }
        return end
    }

    /// Telephone numbers and dates with hyphens are one token ("555-0199", "2017-11-03", "03-Nov-17"); spans of years
    /// and scores are not.
    private func dashedNumberEnd(_ start: Int, _ end: Int, _ limit: Int) -> Int? {
        var groups = [end - start]
        var letters = 0
        var at = end
        while at + 1 < limit, bytes[at] == 0x2D, groups.count < 4 {
            var next = at + 1
            while next < limit, classOf(bytes[next]) == .digit { next += 1 }
            if next == at + 1 {
                while next < limit, (bytes[next] | 0x20) >= 97, (bytes[next] | 0x20) <= 122 { next += 1 }
                guard next - at == 4, groups.count == 1 else { break }
                letters += 1
            }
            groups.append(next - at - 1)
            at = next
        }
        guard at >= limit || !isWordByte(at, limit) else { return nil }
        let phone = groups == [3, 4] || groups == [3, 3, 4] || groups == [1, 3, 3, 4]
        let date = groups == [4, 2, 2] || (letters == 1 && groups.count == 3 && groups[0] <= 2)
        return phone && letters == 0 || date ? at : nil
    }
}
