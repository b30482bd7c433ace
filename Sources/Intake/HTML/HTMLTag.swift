import CLibXML2
import Foundation

/// The elements that matter to reading; all others are inline text.
enum HTMLTag: UInt8 {
    case other, html, body, head, title, meta, link, script, a, br, p, div, h1, h2, h3, h4, li, ul, td, th, tr, table
    case article, main, section, header, footer, nav, aside, form, figure, figcaption, blockquote, pre, time, skipped,
        block

    private static let names: [String: HTMLTag] = [
        "html": .html, "body": .body, "head": .head, "title": .title, "meta": .meta, "link": .link, "script": .script,
        "a": .a, "br": .br, "p": .p, "div": .div, "h1": .h1, "h2": .h2, "h3": .h3, "h4": .h4, "h5": .h4, "h6": .h4,
        "li": .li, "ul": .ul, "ol": .ul, "td": .td, "th": .th, "tr": .tr, "table": .table, "article": .article,
        "main": .main, "section": .section, "header": .header, "footer": .footer, "nav": .nav, "aside": .aside,
        "form": .form, "figure": .figure, "figcaption": .figcaption, "blockquote": .blockquote, "pre": .pre,
        "time": .time, "style": .skipped, "noscript": .skipped, "svg": .skipped, "iframe": .skipped,
        "button": .skipped, "select": .skipped, "template": .skipped, "object": .skipped, "textarea": .skipped,
        "canvas": .skipped, "video": .skipped, "audio": .skipped, "dl": .block, "dt": .block, "dd": .block,
        "hr": .block,
        "center": .block, "address": .block, "fieldset": .block, "tbody": .block, "thead": .block,
        "caption": .figcaption,
    ]

    /// Names by length and first letters, so that the usual ones need no string.
    init(_ name: UnsafePointer<xmlChar>) {
        let first = name[0]
        if name[1] == 0 {
            self = first == 0x70 ? .p : first == 0x61 ? .a : .other
            return
        }
        if first == 0x64, name[1] == 0x69, name[2] == 0x76, name[3] == 0 {
            self = .div
            return
        }
        if first == 0x73, name[1] == 0x70, name[2] == 0x61, name[3] == 0x6E, name[4] == 0 {
            self = .other
            return
        }
        if first == 0x6C, name[1] == 0x69, name[2] == 0 {
            self = .li
            return
        }
        self = Self.names[String(cString: name)] ?? .other
    }

    /// Text before and after it belongs to different paragraphs.
    var isBlock: Bool {
        switch self {
        case .p, .div, .h1, .h2, .h3, .h4, .li, .ul, .tr, .table, .article, .main, .section, .header, .footer, .nav,
            .aside, .form, .figure, .figcaption, .blockquote, .pre, .block, .body:
            true
        default: false
        }
    }

    /// Its content is no text of the page.
    var isSkipped: Bool { self == .script || self == .skipped || self == .head }
    /// By its role no part of the story.
    var isFurniture: Bool { self == .nav || self == .aside || self == .footer || self == .form }

    /// The attributes that matter.
    enum Attribute { case label, property, name, content, rel, href, datetime, lang, type, hidden, other }

    static func attribute(_ key: UnsafePointer<xmlChar>) -> Attribute {
        switch key[0] {
        case 0x63: same(key, "class") ? .label : same(key, "content") ? .content : .other
        case 0x69: same(key, "id") ? .label : same(key, "itemprop") ? .property : .other
        case 0x72: same(key, "role") ? .label : same(key, "rel") ? .rel : .other
        case 0x70: same(key, "property") ? .property : .other
        case 0x6E: same(key, "name") ? .name : .other
        case 0x68: same(key, "href") ? .href : same(key, "hidden") ? .hidden : .other
        case 0x64: same(key, "datetime") ? .datetime : .other
        case 0x6C: same(key, "lang") ? .lang : .other
        case 0x74: same(key, "type") ? .type : .other
        default: .other
        }
    }

    private static func same(_ key: UnsafePointer<xmlChar>, _ word: StaticString) -> Bool {
        let count = word.utf8CodeUnitCount
        return memcmp(
            key, word.utf8Start, min(count, strnlen(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), count)))
            == 0
            && strnlen(UnsafeRawPointer(key).assumingMemoryBound(to: CChar.self), count + 1) == count
    }
}
