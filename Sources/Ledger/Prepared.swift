import Assessment
import Crypto
import Foundation
import Record

/// A report made ready for the database: everything that needs no database, so that it can be done on all cores.
struct Prepared: Sendable {
    struct Row: Sendable {
        var claim: Claim
        var body: [UInt8]
        var sentence: String
        var digest: Data
        var first: Int
        var last: Int
        var seen: [UInt8]?
        var parties: [Party]
    }

    var recording: Recording
    var id: String
    var known: PartialDate
    var raw: Data
    var header: Data
    var extras: Data
    var rows: [Row]
    var sketch: EchoSignature?
    var digest: Data

    init(_ recording: Recording, at: Date) throws {
        self.recording = recording
        let coded = recording.coded
        id = coded.report.id
        known =
            coded.report.published
            // An undated picture story was known when its last picture had been taken.
            ?? coded.captions.compactMap(\.date).max()
            ?? PartialDate(daysSince1970: Int((at.timeIntervalSince1970 / 86_400).rounded(.down)))
        raw = Compression.deflate(recording.bytes)
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        header = try encoder.encode(coded.report)
        extras = try encoder.encode(
            Extras(captions: coded.captions, places: coded.places, primary: coded.primary))
        let sketch = EchoSignature(coded.text)
        self.sketch = sketch.isTelling ? sketch : nil
        var text = coded.text
        let knownDay = known.lastDay
        let (id, known, publisher, url) = (id, known, coded.report.publisher, coded.report.url)
        rows = text.withUTF8 { bytes in
            coded.claims.enumerated().map { index, claim in
                let low = min(max(0, claim.evidence.start), bytes.count)
                let high = min(max(low, claim.evidence.end), bytes.count)
                let sentence = String(decoding: bytes[low..<high], as: UTF8.self)
                let body = ClaimCodec.encode(claim)
                let observation = Observation(
                    SourcedClaim(
                        key: id + "#" + claim.id, claim: claim, report: id, publisher: publisher, url: url,
                        known: known, sentence: "", echoOf: id), ref: index)
                return Row(
                    claim: claim, body: body, sentence: sentence,
                    digest: Digests.claim(id: claim.id, sentence: sentence, body: body),
                    first: (claim.when?.start ?? claim.when?.end)?.firstDay ?? knownDay,
                    last: (claim.when?.end ?? (claim.when?.start).map { $0 })?.lastDay ?? knownDay,
                    seen: observation.map(SeenCodec.encode), parties: Party.of(claim))
            }
        }
        digest = Digests.report(
            meta: Digests.meta(
                id: id, sha256: recording.sha256, source: recording.source, known: known.description, header: header),
            text: Digests.text(coded.text), extras: Digests.bytes(extras), claims: rows.map(\.digest))
    }

    /// What of a coded report is neither header nor text nor claim.
    struct Extras: Codable {
        var captions: [Caption]
        var places: [Place]
        var primary: CodedReport.Primary?
    }
}

/// The hashes of the chain.
enum Digests {
    static func bytes(_ data: Data) -> Data { Data(SHA256.hash(data: data)) }
    static func text(_ text: String) -> Data { bytes(Data(text.utf8)) }

    static func meta(id: String, sha256: String, source: String, known: String, header: Data) -> Data {
        text([id, sha256, source, known].joined(separator: "\0") + "\0" + String(decoding: header, as: UTF8.self))
    }

    static func claim(id: String, sentence: String, body: [UInt8]) -> Data {
        var hash = SHA256()
        hash.update(data: Data(id.utf8))
        hash.update(data: [0])
        hash.update(data: Data(sentence.utf8))
        hash.update(data: [0])
        hash.update(data: body)
        return Data(hash.finalize())
    }

    static func report(meta: Data, text: Data, extras: Data, claims: [Data]) -> Data {
        var hash = SHA256()
        for part in [meta, text, extras] + claims { hash.update(data: part) }
        return Data(hash.finalize())
    }

    static func link(_ previous: Data, _ digest: Data) -> Data { bytes(previous + digest) }
}
