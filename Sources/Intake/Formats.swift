import Foundation
import Record

/// Tells formats apart by their content and hands the bytes to the reader of each.
enum Formats {
    /// A single report may have at most this many bytes; what is larger is no report but damage.
    static let largestReport = 16 << 20

    /// Reads all reports in `bytes`, inflating where they are compressed.
    static func read(_ bytes: Data, name: String, format: InputFormat, each: Reader.Receiver) throws {
        guard !bytes.isEmpty else {
            try each(
                .failure(IntakeError(source: name, expected: "expected a report, but the file is empty; remove it")))
            return
        }
        let stream = ByteStream(bytes, name: name)
        do {
            let found = format == .auto ? sniff(try stream.peek(4096)) : format
            switch found {
            case nil:
                try each(
                    .failure(
                        IntakeError(
                            source: name, place: "byte 0",
                            expected:
                                "expected text, HTML, Markdown, RSS, Atom, JSON lines or WARC, but these are binary data"
                        )))
            case .ndjson: try JSONLines.readAll(stream, name: name, each: each)
            case .warc: try WARC.readAll(stream, name: name, each: each)
            default:
                let whole = ByteStream.isGzip(bytes) ? try stream.bytes(largestReport + 1) : bytes
                if found != .rss, found != .atom, whole.count > largestReport {
                    throw tooLarge(name: name)
                }
                try readWhole(whole, name: name, format: found ?? .text, page: Page(), each: each)
            }
        } catch let error as IntakeError {
            try each(.failure(error))
        }
    }

    /// Reads JSON lines as they come out of a pipe, each report handed on before the next is waited for.
    static func read(lines pipe: FileHandle, name: String, each: Reader.Receiver) throws {
        let stream = ByteStream(pipe, name: name)
        do {
            let head = Data(try stream.peek(2))
            guard !head.isEmpty, !ByteStream.isGzip(head) else {
                return try read(try stream.bytes(.max / 2), name: name, format: .ndjson, each: each)
            }
            try JSONLines.readAll(stream, name: name, each: each)
        } catch let error as IntakeError {
            try each(.failure(error))
        }
    }

    private static func tooLarge(name: String) -> IntakeError {
        IntakeError(
            source: name, place: "byte \(largestReport)",
            expected:
                "expected a report of at most \(largestReport >> 20) MB, but it goes on here; split the file, or give JSON lines"
        )
    }

    /// Reads one document that is wholly in memory; `known` is what is known of it from outside (address, charset).
    static func readWhole(_ bytes: Data, name: String, format: InputFormat, page known: Page, each: Reader.Receiver)
        throws
    {
        switch format {
        case .rss, .atom:
            try Feed.readAll(bytes, name: name, each: each)
        case .html:
            try each(result { () throws(IntakeError) in try HTMLPage.read(bytes, name: name, known: known) })
        case .markdown:
            try each(result { () throws(IntakeError) in try Markdown.read(bytes, name: name) })
        default:
            try each(result { () throws(IntakeError) in try PlainText.read(bytes, name: name, known: known) })
        }
    }

    private static func result(_ work: () throws(IntakeError) -> RawReport) -> Result<RawReport, IntakeError> {
        do { return .success(try work()) } catch { return .failure(error) }
    }

    // MARK: - Sniffing

    /// The format that the first bytes show; nil for binary data.
    static func sniff(_ head: ArraySlice<UInt8>) -> InputFormat? {
        if head.starts(with: "WARC/".utf8) { return .warc }
        var bytes = head
        if bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF]) || isWide(head) {
            // The half of UTF-16 that shows ASCII is enough to tell markup.
            bytes = bytes.filter { $0 != 0 && $0 < 0xFE }[...]
        } else if head.prefix(1024).contains(0) {
            return nil
        }
        if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes = bytes.dropFirst(3) }
        let isMarkdown = bytes.starts(with: "---\n".utf8) || bytes.starts(with: "---\r\n".utf8)
        bytes = bytes.drop { $0 <= 0x20 }
        guard let first = bytes.first else { return head.contains(0) ? nil : .text }
        if first == 0x7B, isObject(bytes) { return .ndjson }
        if first == 0x3C { return markup(bytes) }
        if isMarkdown || bytes.starts(with: "# ".utf8) || bytes.starts(with: "## ".utf8) { return .markdown }
        return .text
    }

    private static func isWide(_ head: ArraySlice<UInt8>) -> Bool {
        let sample = head.prefix(64)
        guard sample.count >= 16 else { return false }
        let zeros = sample.reduce(0) { $0 + ($1 == 0 ? 1 : 0) }
        return zeros * 5 > sample.count * 2 && zeros * 10 < sample.count * 6
    }

    /// `{` and then a key: a JSON object, not a text that begins with a brace.
    private static func isObject(_ bytes: ArraySlice<UInt8>) -> Bool {
        let next = bytes.dropFirst().drop { $0 <= 0x20 }.first
        return next == 0x22 || next == 0x7D
    }

    private static func markup(_ bytes: ArraySlice<UInt8>) -> InputFormat {
        let head = String(decoding: bytes.prefix(2048), as: UTF8.self).lowercased()
        if head.contains("<rss") || head.contains("<rdf:rdf") { return .rss }
        if head.contains("<feed") { return .atom }
        let tags = [
            "<!doctype", "<html", "<head", "<body", "<div", "<p>", "<p ", "<article", "<meta", "<title", "<h1", "<!--",
            "<script", "<main", "<section", "<figure", "<span", "<a ", "<table", "<ul", "<center", "<font", "<b>",
            "<br",
        ]
        return tags.contains { head.contains($0) } ? .html : .text
    }
}
