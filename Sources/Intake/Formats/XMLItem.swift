import CLibXML2
import Foundation

/// The children of a feed's item by their local names, with their text.
struct XMLItem {
    private var values: [(name: String, text: String)] = []
    /// The address of the item: RSS's text or Atom's `href`.
    private(set) var link: String?
    /// The item as it stands in the feed.
    let bytes: Data

    /// Copies what is needed out of `node`, which the reader frees when it goes on.
    init(_ node: xmlNodePtr) {
        bytes = Self.dump(node)
        var child = node.pointee.children
        var count = 0
        while let current = child, count < 200 {
            child = current.pointee.next
            guard current.pointee.type == XML_ELEMENT_NODE, let found = current.pointee.name else { continue }
            count += 1
            let name = String(cString: found)
            if name == "link" {
                let relation = Self.attribute(current, "rel") ?? "alternate"
                let address = Self.attribute(current, "href") ?? Self.text(current)
                if relation == "alternate", link == nil, !address.isEmpty { link = address }
                continue
            }
            if name == "content", let type = Self.attribute(current, "type"), type == "xhtml" {
                values.append((name, String(decoding: Self.dump(current), as: UTF8.self)))
            } else if name == "author", let person = Self.child(current, "name") {
                values.append((name, person))
            } else if name == "content", Self.attribute(current, "url") != nil {
                continue  // media:content
            } else {
                values.append((name, Self.text(current)))
            }
        }
    }

    /// The first of the named children that has text, in the order of the names.
    func first(_ names: String...) -> String? {
        for name in names {
            if let found = values.first(where: { $0.name == name && !$0.text.isEmpty }) { return found.text }
        }
        return nil
    }

    /// All text below a node.
    static func text(_ node: xmlNodePtr) -> String {
        guard let content = xmlNodeGetContent(node) else { return "" }
        defer { free(content) }
        return String(cString: content).trimmingCharacters(in: .whitespacesAndNewlines)
    }

    private static func child(_ node: xmlNodePtr, _ name: String) -> String? {
        var child = node.pointee.children
        while let current = child {
            if let found = current.pointee.name, String(cString: found) == name { return text(current) }
            child = current.pointee.next
        }
        return nil
    }

    private static func attribute(_ node: xmlNodePtr, _ name: String) -> String? {
        guard let value = xmlGetProp(node, name) else { return nil }
        defer { free(value) }
        return String(cString: value)
    }

    private static func dump(_ node: xmlNodePtr) -> Data {
        guard let buffer = xmlBufferCreate() else { return Data() }
        defer { xmlBufferFree(buffer) }
        guard xmlNodeDump(buffer, node.pointee.doc, node, 0, 0) > 0, let content = xmlBufferContent(buffer) else {
            return Data()
        }
        return Data(bytes: content, count: Int(xmlBufferLength(buffer)))
    }
}
