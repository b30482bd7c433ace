import Foundation
import Record

/// Title, author, dates, publisher, address and language of a page: JSON-LD first, then OpenGraph and meta, then the
/// page's own elements.
struct HTMLParticulars {
    private let collector: HTMLCollector

    init(_ collector: HTMLCollector) { self.collector = collector }

    /// Fills what `page` does not know yet; what the page itself says wins over what is known from outside.
    func fill(_ page: inout Page) {
        var found = Page()
        for data in collector.linkedData {
            if let json = try? JSONSerialization.jsonObject(with: Data(data)) { linked(json, &found, depth: 0) }
        }
        let heading = collector.runs.first { $0.tag == .h1 && !$0.text.isEmpty }.map {
            String(decoding: $0.text, as: UTF8.self)
        }
        page.title =
            clean(found.title ?? heading ?? meta("og:title", "twitter:title", "dc.title") ?? siteless(collector.title))
            ?? page.title
        page.author =
            clean(
                found.author ?? meta("author", "article:author", "dc.creator", "byl", "parsely-author").flatMap(person)
                    ?? byline) ?? page.author
        page.publisher =
            clean(found.publisher ?? meta("og:site_name", "application-name", "dc.publisher")) ?? page.publisher
        page.url = page.url ?? clean(collector.canonical) ?? clean(meta("og:url"))
        if page.publisher == nil { page.publisher = page.url.flatMap(WARC.host) }
        let published =
            found.publishedTime
            ?? meta(
                "article:published_time", "datepublished", "og:published_time", "date", "pubdate", "publishdate",
                "dc.date", "dc.date.issued", "dcterms.created", "parsely-pub-date", "sailthru.date", "publication_date",
                "article.published")
            ?? collector.times.first
        if let published, let date = DateScanner.date(of: published) {
            page.published = date
            page.publishedTime = published.contains("T") && published.count >= 19 ? published : nil
        }
        if let updated = (found.updated?.description)
            ?? meta("article:modified_time", "datemodified", "og:updated_time", "lastmod", "dcterms.modified")
        {
            page.updated = DateScanner.date(of: updated)
        }
        if let language = collector.language
            ?? meta("og:locale", "content-language", "language").map({ String($0.prefix(2)).lowercased() }),
            language.count == 2
        {
            page.language = language
        }
    }

    private func clean(_ text: String?) -> String? {
        guard let text else { return nil }
        let words = Cleaner.clean(text).text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        return words.isEmpty || words.count > 500 ? nil : words
    }

    private func meta(_ names: String...) -> String? {
        for name in names {
            if let found = collector.meta.first(where: { $0.name == name && !$0.content.isEmpty }) {
                return found.content
            }
        }
        return nil
    }

    /// A title without the name of the site after a bar or dash.
    private func siteless(_ title: String) -> String? {
        let plain = title.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        for bar in [" | ", " – ", " — ", " - "] {
            guard let at = plain.ranges(of: bar).last, plain[..<at.lowerBound].count >= 20,
                plain[at.upperBound...].count <= 40
            else { continue }
            return String(plain[..<at.lowerBound])
        }
        return plain.isEmpty ? nil : plain
    }

    private var byline: String? {
        guard let run = collector.runs.first(where: { $0.isByline && (4..<120).contains($0.text.count) }) else {
            return nil
        }
        let text = String(decoding: run.text, as: UTF8.self)
        for start in ["By ", "by ", "BY "] where text.hasPrefix(start) { return person(String(text.dropFirst(3))) }
        return person(text)
    }

    /// A name, not an address of a profile.
    private func person(_ text: String) -> String? { text.hasPrefix("http") || text.isEmpty ? nil : text }

    // MARK: - JSON-LD

    private static let stories: Set<String> = [
        "NewsArticle", "Article", "ReportageNewsArticle", "BlogPosting", "Report", "LiveBlogPosting",
        "AnalysisNewsArticle",
        "WebPage", "BackgroundNewsArticle", "OpinionNewsArticle", "PressRelease",
    ]

    private func linked(_ json: Any, _ page: inout Page, depth: Int) {
        guard depth < 6 else { return }
        if let list = json as? [Any] {
            for item in list.prefix(50) { linked(item, &page, depth: depth + 1) }
            return
        }
        guard let object = json as? [String: Any] else { return }
        if let graph = object["@graph"] { linked(graph, &page, depth: depth + 1) }
        let types =
            (object["@type"] as? [Any])?.compactMap { $0 as? String } ?? [object["@type"] as? String].compactMap { $0 }
        guard types.contains(where: Self.stories.contains) else { return }
        page.title = page.title ?? object["headline"] as? String
        page.author = page.author ?? name(object["author"])
        page.publisher = page.publisher ?? name(object["publisher"])
        page.publishedTime = page.publishedTime ?? object["datePublished"] as? String
        page.updated = page.updated ?? (object["dateModified"] as? String).flatMap { DateScanner.date(of: $0) }
    }

    private func name(_ value: Any?) -> String? {
        if let text = value as? String { return person(text) }
        if let list = value as? [Any] {
            let names = list.prefix(8).compactMap { name($0) }
            return names.isEmpty ? nil : names.joined(separator: ", ")
        }
        return (value as? [String: Any])?["name"] as? String
    }
}
