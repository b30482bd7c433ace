import CLibXML2

/// What the words in class, id, role and itemprop say of an element, by habits that most sites share.
enum HTMLNames {
    enum Mark { case furniture, caption, credit, byline, body }

    private static let marks: [String: Mark] = {
        var table: [String: Mark] = [:]
        let furniture =
            "nav navbar navigation menu breadcrumb breadcrumbs share sharing sharebar social related recirc sidebar footer "
            + "comment comments disqus newsletter signup subscribe subscription promo promoted sponsored advert advertisement ad ads "
            + "banner cookie cookies consent popup modal toolbar pagination pager tags taglist topics trending popular mostread "
            + "mostpopular recommended recommendations outbrain taboola widget paywall login search skip masthead ticker rail "
            + "contentinfo complementary dropdown carousel teaser teasers readmore morestories"
        for word in furniture.split(separator: " ") { table[String(word)] = .furniture }
        for word in ["caption", "figcaption", "captiontext", "imagecaption", "photocaption", "cutline"] {
            table[word] = .caption
        }
        for word in ["credit", "credits", "copyright", "imagecredit", "photocredit", "photographer"] {
            table[word] = .credit
        }
        for word in ["byline", "author", "authors", "writer"] { table[word] = .byline }
        for word in [
            "articlebody", "storybody", "entrycontent", "articlecontent", "articletext", "postcontent", "storytext",
        ] {
            table[word] = .body
        }
        return table
    }()

    /// What a value says, in order.
    static func marks(of value: UnsafePointer<xmlChar>) -> [Mark] {
        var found: [Mark] = []
        note(value) { found.append($0) }
        return found
    }

    /// Calls `found` for each word of an attribute's value that says something; words are parted at blanks and at "-",
    /// "_"; a whole name without its hyphens is looked up too ("article-body", "articleBody").
    private static func note(_ value: UnsafePointer<xmlChar>, found: (Mark) -> Void) {
        var whole: [UInt8] = []
        var piece: [UInt8] = []
        var at = 0
        func look(_ word: [UInt8]) -> Mark? {
            guard (2...16).contains(word.count), word.count != 2 || word == [0x61, 0x64] else { return nil }
            return marks[String(decoding: word, as: UTF8.self)]
        }
        var pieces: [Mark] = []
        func closePiece() {
            if let mark = look(piece) { pieces.append(mark) }
            piece.removeAll(keepingCapacity: true)
        }
        func closeName() {
            closePiece()
            if let mark = look(whole) { found(mark) } else { for mark in pieces where mark != .body { found(mark) } }
            pieces.removeAll(keepingCapacity: true)
            whole.removeAll(keepingCapacity: true)
        }
        while value[at] != 0, at < 400 {
            let byte = value[at]
            at += 1
            if byte <= 0x20 {
                closeName()
            } else if byte == 0x2D || byte == 0x5F || byte == 0x3A {
                closePiece()
            } else {
                let small = (65...90).contains(byte) ? byte | 0x20 : byte
                whole.append(small)
                piece.append(small)
            }
        }
        closeName()
    }
}
