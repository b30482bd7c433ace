import Foundation
import Record

/// Reads web archives (WARC 1.0 and 1.1, ISO 28500) record by record: the pages among their responses, resources and
/// conversions. Requests, metadata, redirects, pictures and scripts are passed over.
enum WARC {
    /// What the head of a record says.
    private struct Head {
        var fields: [String: String] = [:]
        var length = 0
        var type: String { fields["warc-type"]?.lowercased() ?? "" }
        var address: String? {
            fields["warc-target-uri"].map { $0.trimmingCharacters(in: CharacterSet(charactersIn: "<> ")) }
        }
    }

    /// Every page in the archive; a damaged record ends it with one error, since lengths lead from record to record.
    static func readAll(_ stream: ByteStream, name: String, each: Reader.Receiver) throws {
        while true {
            let start = stream.position
            guard let head = try head(stream, name: name, at: start) else { return }
            let wanted = ["response", "resource", "conversion"].contains(head.type)
            if !wanted || head.length > Formats.largestReport {
                if wanted {
                    try each(
                        .failure(
                            IntakeError(
                                source: name, place: "byte \(start)",
                                expected:
                                    "expected a page of at most \(Formats.largestReport >> 20) MB; the record is passed over"
                            )))
                }
                if try stream.skip(head.length) < head.length { throw cut(name, stream.position) }
                continue
            }
            let body = try stream.bytes(head.length)
            if body.count < head.length { throw cut(name, stream.position) }
            try page(body, head: head, name: "\(name), byte \(start)", each: each)
        }
    }

    private static func cut(_ name: String, _ at: Int) -> IntakeError {
        IntakeError(
            source: name, place: "byte \(at)",
            expected: "expected the rest of a WARC record, but the archive breaks off here; fetch it again")
    }

    // MARK: - Heads

    private static func head(_ stream: ByteStream, name: String, at start: Int) throws(IntakeError) -> Head? {
        var line = try stream.line(limit: 1 << 16)
        while let found = line, found.bytes.allSatisfy({ $0 == 0x0D || $0 == 0x20 }) {
            line = try stream.line(limit: 1 << 16)
        }
        guard let first = line else { return nil }
        guard first.bytes.starts(with: "WARC/".utf8) else {
            throw IntakeError(
                source: name, place: "byte \(start)",
                expected: "expected the head of a WARC record (WARC/1.0) here; the archive is damaged, fetch it again")
        }
        var head = Head()
        while let (bytes, isWhole) = try stream.line(limit: 1 << 16) {
            let text = String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines)
            if text.isEmpty {
                guard let length = head.fields["content-length"].flatMap({ Int($0) }), length >= 0, length < 1 << 40
                else {
                    throw IntakeError(
                        source: name, place: "byte \(start)",
                        expected:
                            "expected a WARC record with its Content-Length; the archive is damaged, fetch it again")
                }
                head.length = length
                return head
            }
            guard isWhole, let colon = text.firstIndex(of: ":"), head.fields.count < 200 else { continue }
            let value = text[text.index(after: colon)...].trimmingCharacters(in: .whitespaces)
            head.fields[text[..<colon].lowercased()] = value
        }
        throw cut(name, stream.position)
    }

    // MARK: - Pages

    private static func page(_ body: Data, head: Head, name: String, each: Reader.Receiver) throws {
        var known = Page()
        known.url = head.address
        known.publisher = head.address.flatMap(host)
        known.crawled = head.fields["warc-date"].flatMap { PartialDate($0) }
        var content = body
        var type = head.fields["content-type"]?.lowercased() ?? ""
        if head.type == "response" {
            guard type.isEmpty || type.contains("http") else { return }
            guard let response = HTTPResponse(body) else {
                try each(
                    .failure(
                        IntakeError(
                            source: name, expected: "expected an HTTP response in the WARC record; it is passed over")))
                return
            }
            guard response.status == 200 else { return }
            type = response.fields["content-type"]?.lowercased() ?? ""
            known.charset = response.charset
            do throws(IntakeError) { content = try response.content(name: name) } catch {
                try each(.failure(error))
                return
            }
        }
        guard content.count > 0, content.count <= Formats.largestReport else { return }
        let sniffed = Formats.sniff(content.prefix(4096).map { $0 }[...])
        let format: InputFormat
        switch type {
        case _ where type.contains("html"): format = .html
        case _ where type.contains("rss") || type.contains("atom") || type.contains("/xml"):
            guard let sniffed, sniffed == .rss || sniffed == .atom || sniffed == .html else { return }
            format = sniffed
        case _ where type.hasPrefix("text/plain"): format = .text
        case "": format = sniffed ?? .warc
        default: return
        }
        guard sniffed != nil, format != .warc, format != .ndjson else { return }
        try Formats.readWhole(content, name: name, format: format, page: known, each: each)
    }

    /// The host of an address, without "www.".
    static func host(_ address: String) -> String? {
        guard let start = address.firstRange(of: "://")?.upperBound else { return nil }
        let host = address[start...].prefix { $0 != "/" && $0 != ":" && $0 != "?" && $0 != "#" }.lowercased()
        return host.hasPrefix("www.") ? String(host.dropFirst(4)) : host.isEmpty ? nil : host
    }
}
