import Language
import Record

/// The dead who are counted as bodies.
extension MeasureReader {
    private static let finding = WordClasses.set(
        "receive take recover find retrieve count pull bury see bring collect exhume transfer leave")

    /// "Received 87 bodies", "had taken in 13 bodies".
    func bodies(_ count: Count) -> Reading? {
        guard !count.isBare, lemma(count.noun) == "body" else { return nil }
        let before = max(0, count.start - 5)..<count.start
        let after = count.end..<min(tokens.count, count.end + 5)
        return (before.last { Self.finding.contains(lemma($0)) } ?? after.first { Self.finding.contains(lemma($0)) })
            .map { (.killed, $0) }
    }

    /// "The bodies of 53 people were found".
    func bodiesOf(_ count: Count) -> Reading? {
        guard count.isPersonal, count.start >= 2, tokens[count.start - 1].form == "of",
            ["body", "remains", "corpse"].contains(lemma(count.start - 2))
        else { return nil }
        let near = max(0, count.start - 7)..<min(tokens.count, count.end + 12)
        return near.first { Self.finding.contains(lemma($0)) || lemma($0) == "discover" }.map { (.killed, $0) }
    }
}
