import Assessment
import Crypto
import Foundation
import Record

/// A report made ready for the database: everything that needs no database, so that it can be done on all cores.
struct Prepared: Sendable {
    /// What of a claim is written beside the columns, in the order of the claims.
    struct Row: Sendable {
        var body: [UInt8]
        var sentence: String
        var digest: Data
        /// What the assessment of control needs of it.
        var seen: [UInt8]?
        var parties: [(party: Party, hash: UInt64)]
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
        rows = Self.rows(coded, id: id, known: known)
        digest = Digests.report(
            meta: Digests.meta(
                id: id, sha256: recording.sha256, source: recording.source, known: known.description, header: header),
            text: Digests.text(coded.text), extras: Digests.bytes(extras), claims: rows.map(\.digest))
    }

    private static func rows(_ coded: CodedReport, id: String, known: PartialDate) -> [Row] {
        var text = coded.text
        return text.withUTF8 { bytes in
            coded.claims.map { claim in
                let low = min(max(0, claim.evidence.start), bytes.count)
                let high = min(max(low, claim.evidence.end), bytes.count)
                let sentence = String(decoding: bytes[low..<high], as: UTF8.self)
                let body = ClaimCodec.encode(claim)
                var row = Row(
                    body: body, sentence: sentence, digest: Digests.claim(id: claim.id, sentence: sentence, body: body),
                    seen: nil, parties: [])
                guard claim.kind == .control else { return row }
                let sourced = SourcedClaim(
                    key: id + "#" + claim.id, claim: claim, report: id, publisher: coded.report.publisher,
                    url: coded.report.url, known: known, sentence: "", echoOf: id)
                row.seen = Observation(sourced, ref: 0).map { SeenCodec.encode($0) }
                row.parties = Party.of(claim).map { ($0, NameKey.hash($0.key)) }
                return row
            }
        }
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
        var bytes: [UInt8] = []
        bytes.reserveCapacity(id.utf8.count + sentence.utf8.count + body.count + 2)
        for text in [id, sentence] {
            bytes.append(contentsOf: text.utf8)
            bytes.append(0)
        }
        bytes.append(contentsOf: body)
        return Data(SHA256.hash(data: bytes))
    }

    static func report(meta: Data, text: Data, extras: Data, claims: [Data]) -> Data {
        bytes(([meta, text, extras] + claims).reduce(into: Data()) { $0.append($1) })
    }

    static func link(_ previous: Data, _ digest: Data) -> Data { bytes(previous + digest) }
}
