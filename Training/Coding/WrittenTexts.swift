import Foundation

/// The project's own labelled texts: lines under headings (`= label`), with slots (`{town}`) that lists of names fill.
struct WrittenTexts {
    struct Line {
        var label: String
        var text: String
    }

    private let fillers: [String: [String]]
    private let folder: String

    init(folder: String) throws {
        self.folder = folder
        var fillers: [String: [String]] = [:]
        for line in try String(contentsOfFile: folder + "/fillers.txt", encoding: .utf8).split(separator: "\n")
        where !line.hasPrefix("#") {
            let cells = line.split(separator: "\t")
            if cells.count == 2 { fillers[String(cells[0])] = cells[1].split(separator: "|").map(String.init) }
        }
        self.fillers = fillers
    }

    /// The lines of a file; where `subject` is given, those without it begin with it.
    func lines(_ file: String, subject: String? = nil) throws -> [Line] {
        var label = ""
        var lines: [Line] = []
        for line in try String(contentsOfFile: "\(folder)/\(file)", encoding: .utf8).split(separator: "\n") {
            if line.hasPrefix("#") { continue }
            if line.hasPrefix("= ") { label = String(line.dropFirst(2)); continue }
            let plain = subject == nil || line.contains(subject ?? "")
            lines.append(Line(label: label, text: plain ? String(line) : (subject ?? "") + " " + line))
        }
        return lines
    }

    /// A line with its slots filled at random, and a capital at its beginning.
    func filled(_ text: String, _ random: inout Random) -> String {
        var out = ""
        var rest = Substring(text)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            out += rest[..<open]
            let slot = String(rest[rest.index(after: open)..<close])
            out += fillers[slot].map { random.pick($0) } ?? slot
            rest = rest[rest.index(after: close)...]
        }
        out += rest
        return out.prefix(1).uppercased() + out.dropFirst()
    }
}
