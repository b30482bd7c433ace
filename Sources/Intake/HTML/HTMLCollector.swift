import CLibXML2
import Foundation

/// Takes libxml2's events of one page and keeps runs of text with what stands around them; no tree is built.
///
/// A run ends where a block element begins or ends. Deep nesting stops the parser instead of the program.
struct HTMLCollector {
    /// Elements may be nested this deep; real pages stay below 200.
    static let deepest = 4000

    /// A run of text between block elements.
    struct Run {
        /// The block element that holds it ("p", "h1", "figcaption", "li", …).
        var tag: HTMLTag
        var text: [UInt8] = []
        /// Bytes of the text inside links.
        var linked = 0
        /// Where an element for credits begins in the text.
        var creditAt: Int?
        /// Inside something that its name calls furniture (share bars, related links).
        var isFurniture = false
        /// Inside a figure or what its name calls a caption.
        var isCaption = false
        /// The innermost `article`, article body or `main` around it; 0 for none.
        var root = 0
        var isByline = false
    }

    private struct Open {
        var tag: HTMLTag
        var isSkipped = false
        var isFurniture = false
        var isCaption = false
        var isByline = false
        var isCredit = false
        var root = 0
    }

    private(set) var runs: [Run] = []
    private(set) var meta: [(name: String, content: String)] = []
    private(set) var linkedData: [[UInt8]] = []
    private(set) var title = ""
    private(set) var canonical: String?
    private(set) var language: String?
    private(set) var times: [String] = []
    private(set) var isTooDeep = false
    /// How strong each root is: 3 article body, 2 article, 1 main.
    private(set) var rootStrength: [Int] = [0]

    private var stack: [Open] = []
    private var run = Run(tag: .other)
    private var links = 0
    private var needsBlank = false
    private var context: htmlParserCtxtPtr?
    private var script: [UInt8]?
    private var titleBytes: [UInt8]?

    // MARK: - Parsing

    /// Parses UTF-8.
    mutating func parse(_ bytes: UnsafeBufferPointer<UInt8>) {
        guard let base = bytes.baseAddress, bytes.count > 0, let context = htmlNewParserCtxt() else { return }
        self.context = context
        defer {
            self.context = nil
            htmlFreeParserCtxt(context)
        }
        var handler = htmlSAXHandler()
        handler.startElement = { user, name, attributes in HTMLCollector.at(user)?.pointee.start(name, attributes) }
        handler.endElement = { user, name in HTMLCollector.at(user)?.pointee.end(name) }
        handler.characters = { user, text, count in HTMLCollector.at(user)?.pointee.characters(text, Int(count)) }
        handler.ignorableWhitespace = handler.characters
        handler.cdataBlock = handler.characters
        context.pointee.sax.pointee = handler
        let options =
            HTML_PARSE_RECOVER.rawValue | HTML_PARSE_NOERROR.rawValue | HTML_PARSE_NOWARNING.rawValue
            | HTML_PARSE_NONET.rawValue | HTML_PARSE_NODEFDTD.rawValue
        // The events go straight into this value: it does not move while libxml2 runs.
        withUnsafeMutablePointer(to: &self) { here in
            context.pointee.userData = UnsafeMutableRawPointer(here)
            base.withMemoryRebound(to: CChar.self, capacity: bytes.count) { text in
                let document = htmlCtxtReadMemory(
                    context, text, Int32(bytes.count), nil, "UTF-8", Int32(bitPattern: options))
                if let document { xmlFreeDoc(document) }
            }
        }
    }

    private static func at(_ user: UnsafeMutableRawPointer?) -> UnsafeMutablePointer<HTMLCollector>? {
        user?.assumingMemoryBound(to: HTMLCollector.self)
    }

    /// Closes the last run.
    mutating func finish() {
        flush()
        stack = []
    }

    // MARK: - Events

    private mutating func start(
        _ name: UnsafePointer<xmlChar>?, _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>?
    ) {
        guard let name, !isTooDeep else { return }
        guard stack.count < Self.deepest else {
            isTooDeep = true
            if let context { xmlStopParser(context) }
            return
        }
        let tag = HTMLTag(name)
        let parent = stack.last
        var open = Open(tag: tag)
        if let parent {
            open = parent
            open.tag = tag
        }
        if tag.isBlock { flush() }
        open.isSkipped = open.isSkipped || tag.isSkipped
        open.isFurniture = open.isFurniture || tag.isFurniture
        open.isCaption = open.isCaption || tag == .figcaption
        if tag == .a { links += 1 }
        if tag == .br { blank() }
        if let attributes { read(attributes, tag, &open) }
        if tag == .article || tag == .main { root(&open, tag == .article ? 2 : 1) }
        stack.append(open)
        if tag == .title, title.isEmpty, !open.isSkipped { titleBytes = [] }
        if tag.isBlock { begin(open) }
    }

    private mutating func end(_ name: UnsafePointer<xmlChar>?) {
        guard let name, !isTooDeep else { return }
        let tag = HTMLTag(name)
        if tag == .script, let text = script {
            if linkedData.count < 20 { linkedData.append(text) }
            script = nil
        }
        if tag == .title, let bytes = titleBytes {
            title = String(decoding: bytes, as: UTF8.self)
            titleBytes = nil
        }
        if tag == .a { links = max(0, links - 1) }
        if tag.isBlock { flush() } else if tag == .td || tag == .th { blank() }
        _ = stack.popLast()
        if tag.isBlock, let open = stack.last { begin(open) }
    }

    private mutating func characters(_ text: UnsafePointer<xmlChar>?, _ count: Int) {
        guard let text, count > 0 else { return }
        let bytes = UnsafeBufferPointer(start: text, count: count)
        if script != nil {
            if (script?.count ?? 0) < 1 << 20 { script?.append(contentsOf: bytes) }
            return
        }
        if titleBytes != nil {
            titleBytes?.append(contentsOf: bytes)
            return
        }
        guard let open = stack.last, !open.isSkipped else { return }
        if open.isCredit, run.creditAt == nil, bytes.contains(where: { $0 > 0x20 }) {
            blank()
            run.creditAt = run.text.count + (needsBlank && !run.text.isEmpty ? 1 : 0)
        }
        if open.isByline { run.isByline = true }
        let before = run.text.count
        var from = 0
        while from < count {
            // Words are copied whole; blanks between them collapse to one.
            var to = from
            while to < count, bytes[to] > 0x20 { to += 1 }
            if to > from {
                if needsBlank, !run.text.isEmpty { run.text.append(0x20) }
                needsBlank = false
                run.text.append(contentsOf: UnsafeBufferPointer(rebasing: bytes[from..<to]))
            }
            if to < count { needsBlank = true }
            from = to + 1
        }
        if links > 0 { run.linked += run.text.count - before }
    }

    private mutating func blank() { needsBlank = true }

    private mutating func begin(_ open: Open) {
        run.isFurniture = open.isFurniture
        run.isCaption = open.isCaption
        run.root = open.root
        run.tag = open.tag
    }

    private mutating func flush() {
        needsBlank = false
        if !run.text.isEmpty { runs.append(run) }
        run = Run(tag: .other)
        if let open = stack.last { begin(open) }
    }

    private mutating func root(_ open: inout Open, _ strength: Int) {
        guard strength >= rootStrength[open.root] || open.root == 0 else { return }
        rootStrength.append(strength)
        open.root = rootStrength.count - 1
    }

    // MARK: - Attributes

    private mutating func read(
        _ attributes: UnsafeMutablePointer<UnsafePointer<xmlChar>?>, _ tag: HTMLTag, _ open: inout Open
    ) {
        var name = "", content = "", relation = "", address = ""
        var at = 0
        while let key = attributes[at] {
            defer { at += 2 }
            guard let value = attributes[at + 1] else { continue }
            switch HTMLTag.attribute(key) {
            case .label: for found in HTMLNames.marks(of: value) { mark(found, tag, &open) }
            case .property:
                for found in HTMLNames.marks(of: value) { mark(found, tag, &open) }
                if tag == .meta { name = String(cString: value) }
            case .name: if tag == .meta { name = String(cString: value) }
            case .content: if tag == .meta { content = String(cString: value) }
            case .rel: relation = String(cString: value).lowercased()
            case .href: if tag == .link { address = String(cString: value) }
            case .datetime: if tag == .time, times.count < 20 { times.append(String(cString: value)) }
            case .lang: if tag == .html { language = String(cString: value).prefix(2).lowercased() }
            case .type:
                if tag == .script, strstr(UnsafeRawPointer(value).assumingMemoryBound(to: CChar.self), "ld+json") != nil
                {
                    script = []
                }
            case .hidden: open.isSkipped = true
            case .other: break
            }
        }
        if tag == .meta, !name.isEmpty, !content.isEmpty, meta.count < 300 { meta.append((name.lowercased(), content)) }
        if relation == "canonical", !address.isEmpty { canonical = address }
        if relation.contains("author"), tag == .a { open.isByline = true }
    }

    private mutating func mark(_ mark: HTMLNames.Mark, _ tag: HTMLTag, _ open: inout Open) {
        guard tag != .body, tag != .html else { return }
        switch mark {
        case .furniture: if tag != .article, tag != .main { open.isFurniture = true }
        case .caption: open.isCaption = true
        case .credit: if open.isCaption { open.isCredit = true }
        case .byline: open.isByline = true
        case .body: root(&open, 3)
        }
    }
}
