public import Foundation

/// The addresses of a feed's items, in the feed's order; titles and texts are `Intake`'s to read.
public enum FeedLinks {
    /// Links of RSS items and Atom entries; none where the bytes are no feed.
    public static func find(in bytes: Data, base: URL) -> [URL] {
        let text = String(decoding: bytes, as: UTF8.self)
        var found: [URL] = []
        var seen: Set<String> = []
        for tag in ["item", "entry"] {
            for item in elements(tag, in: text[...]) {
                guard let link = link(of: item), let url = URL(string: link, relativeTo: base)?.absoluteURL,
                    ["http", "https"].contains(url.scheme ?? ""), url.host != nil,
                    seen.insert(url.absoluteString).inserted
                else { continue }
                found.append(url)
            }
        }
        return found
    }

    private static func elements(_ tag: String, in text: Substring) -> [Substring] {
        var found: [Substring] = []
        var rest = text
        while let open = rest.range(of: "<" + tag) {
            let after = rest[open.upperBound...]
            guard let next = after.first, next == ">" || next.isWhitespace else {
                rest = after
                continue
            }
            guard let close = after.range(of: "</\(tag)>") else { break }
            found.append(after[..<close.lowerBound])
            rest = after[close.upperBound...]
        }
        return found
    }

    private static func link(of item: Substring) -> String? {
        // Atom: the alternate link's href; RSS: the element's text, or a guid that is an address.
        var rest = item
        while let open = rest.range(of: "<link") {
            let after = rest[open.upperBound...]
            guard let end = after.firstIndex(of: ">") else { break }
            let tag = after[..<end]
            rest = after[after.index(after: end)...]
            if let href = attribute("href", of: tag) {
                let relation = attribute("rel", of: tag) ?? "alternate"
                if relation == "alternate" { return href }
            } else if let close = rest.range(of: "</link>") {
                return plain(rest[..<close.lowerBound])
            }
        }
        guard let guid = elements("guid", in: item).first, let start = guid.firstIndex(of: ">") else { return nil }
        let address = plain(guid[guid.index(after: start)...])
        return address.hasPrefix("http") ? address : nil
    }

    private static func attribute(_ name: String, of tag: Substring) -> String? {
        for quote in ["\"", "'"] {
            if let start = tag.range(of: name + "=" + quote) {
                let value = tag[start.upperBound...]
                if let end = value.range(of: quote) { return plain(value[..<end.lowerBound]) }
            }
        }
        return nil
    }

    private static func plain(_ text: Substring) -> String {
        text.replacing("<![CDATA[", with: "").replacing("]]>", with: "").replacing("&amp;", with: "&")
            .trimmingCharacters(in: .whitespacesAndNewlines)
    }
}
