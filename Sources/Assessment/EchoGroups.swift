public import Record

/// Which reports are copies of which: each copy points to the earliest report, known no later than itself, that it
/// resembles, and through it to the first of its group.
public enum EchoGroups {
    /// Copies are looked for within so many days.
    public static let window = 30

    /// A report as this needs it.
    public struct Item: Sendable {
        /// The report's id.
        public var id: String
        /// Day of knowledge.
        public var known: PartialDate
        /// MinHash of its text.
        public var signature: EchoSignature

        /// A report with its full text, which is reduced to a signature.
        public init(id: String, known: PartialDate, text: String) {
            (self.id, self.known) = (id, known)
            signature = EchoSignature(text)
        }
    }

    /// The first report of each report's group, by id. A report known later never changes it.
    public static func assess(_ items: [Item]) -> [String: String] {
        let sorted = items.sorted { ($0.known.lastDay, $0.id) < ($1.known.lastDay, $1.id) }
        var table: [UInt64: [Int]] = [:]
        var first: [String: String] = [:]
        for (index, item) in sorted.enumerated() {
            first[item.id] = item.id
            guard item.signature.isTelling else { continue }
            var parent: Int?
            for key in item.signature.bandKeys {
                for other in table[key, default: []] where other < parent ?? .max {
                    guard item.known.lastDay - sorted[other].known.lastDay <= window,
                        item.signature.similarity(sorted[other].signature) >= EchoSignature.threshold
                    else { continue }
                    parent = other
                }
                table[key, default: []].append(index)
            }
            if let parent { first[item.id] = first[sorted[parent].id] }
        }
        return first
    }
}
