import Foundation

/// A response as an archive keeps it: status line, fields, body with its transfer and content codings.
struct HTTPResponse {
    private(set) var status = 0
    private(set) var fields: [String: String] = [:]
    private let body: Data

    /// Nil where the bytes do not begin as a response does.
    init?(_ bytes: Data) {
        guard bytes.starts(with: "HTTP/".utf8) else { return nil }
        var end = bytes.endIndex
        var next = bytes.endIndex
        var at = bytes.startIndex
        while at < bytes.endIndex {
            guard let feed = bytes[at...].firstIndex(of: 0x0A) else { break }
            let after = feed + 1
            if after < bytes.endIndex, bytes[after] == 0x0A {
                (end, next) = (feed, after + 1)
                break
            }
            if after + 1 < bytes.endIndex, bytes[after] == 0x0D, bytes[after + 1] == 0x0A {
                (end, next) = (feed, after + 2)
                break
            }
            at = after
        }
        body = bytes[next...]
        let lines = String(decoding: bytes[bytes.startIndex..<end], as: UTF8.self).split(whereSeparator: \.isNewline)
        let words = lines.first?.split(separator: " ") ?? []
        status = words.count > 1 ? Int(words[1]) ?? 0 : 0
        for line in lines.dropFirst().prefix(300) {
            guard let colon = line.firstIndex(of: ":") else { continue }
            fields[line[..<colon].lowercased()] = line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
    }

    /// The charset that the content type names.
    var charset: String? {
        guard let type = fields["content-type"]?.lowercased(), let at = type.firstRange(of: "charset=") else {
            return nil
        }
        return type[at.upperBound...].prefix { $0 != ";" }.trimmingCharacters(in: CharacterSet(charactersIn: " \"'"))
    }

    /// The body without chunks and compression; archives often keep the fields of codings that are already undone.
    func content(name: String) throws(IntakeError) -> Data {
        var content = body
        if fields["transfer-encoding"]?.lowercased().contains("chunked") == true, let joined = Self.joined(body) {
            content = joined
        }
        let flat = Data(content)
        guard ByteStream.isGzip(flat) else { return flat }
        return try ByteStream(flat, name: name).bytes(Formats.largestReport)
    }

    /// The chunks put together; nil where the body is not in chunks after all.
    private static func joined(_ body: Data) -> Data? {
        var out = Data()
        var at = body.startIndex
        while at < body.endIndex {
            guard let feed = body[at...].prefix(40).firstIndex(of: 0x0A) else { return out.isEmpty ? nil : out }
            let line = String(decoding: body[at..<feed], as: UTF8.self)
            let digits = line.prefix { $0.isHexDigit }
            guard !digits.isEmpty, let size = Int(digits, radix: 16) else { return out.isEmpty ? nil : out }
            if size == 0 { return out }
            let start = feed + 1
            guard size <= body.endIndex - start else {
                out += body[start...]
                return out
            }
            out += body[start..<(start + size)]
            at = start + size
            while at < body.endIndex, body[at] == 0x0D || body[at] == 0x0A { at += 1 }
        }
        return out
    }
}
