import Foundation
import Record

/// The words of the field: who the parties are, and which words tell what they do.
///
/// In comes a folder with `actors/*.yaml` and `events/*.yaml`, and a second one that an analyst adds (`--lexicon DIR`);
/// out come the look-up tables that the coder works with. The room knows no text and no report.
public final class Lexicon: Sendable {
    /// Changes whenever a file of the lexicon changes: sixteen hexadecimal digits.
    public let hash: String
    /// The world's parties, their offices, media and monitors.
    public let actors: ActorLexicon
    /// The words of events, control, figures and relations.
    public let events: EventLexicon
    /// The models learned from texts, `learned/*.model`.
    package let learned: LearnedModels

    /// Reads a lexicon; entries of `overlay` replace those with the same id and add others.
    /// Throws ``LexiconError`` with file and line where a file cannot be read.
    /// `learns: false` leaves the learned models out: the rules alone.
    public init(folder: String, overlay: String? = nil, learns: Bool = true) throws {
        actors = try ActorLexicon(
            folder: folder + "/actors", overlay: overlay.map { Self.part("actors", of: $0) })
        events = try EventLexicon(
            folder: folder + "/events", overlay: overlay.map { Self.part("events", of: $0) })
        learned = learns ? try LearnedModels(folder: folder + "/learned") : LearnedModels()
        var hash = 0xCBF2_9CE4_8422_2325 ^ learned.checksum
        for root in [folder, overlay].compactMap({ $0 }) {
            for file in LexiconFolder.files(under: root) {
                for byte in file.utf8.dropFirst(root.utf8.count) { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
                guard let data = FileManager.default.contents(atPath: file) else { continue }
                data.withUnsafeBytes { for byte in $0 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 } }
            }
        }
        let digits = String(hash, radix: 16)
        self.hash = String(repeating: "0", count: 16 - digits.count) + digits
    }

    /// What is wrong in the actors' files, in a fixed order; empty for a sound lexicon.
    public func problems() -> [LexiconProblem] { actors.problems() }

    /// An overlay may keep its files in `actors/` and `events/` like the lexicon, or need only one of the two.
    private static func part(_ name: String, of overlay: String) -> String { overlay + "/" + name }
}

/// Finds the files of a lexicon folder.
enum LexiconFolder {
    /// All YAML files below a folder, sorted by path; empty where there is no such folder.
    static func files(under folder: String) -> [String] {
        guard let names = try? FileManager.default.subpathsOfDirectory(atPath: folder) else { return [] }
        return names.filter { $0.hasSuffix(".yaml") || $0.hasSuffix(".yml") }.sorted().map { folder + "/" + $0 }
    }
}
