/// What a site's robots.txt allows (RFC 9309).
public struct Robots: Sendable, Equatable {
    private var rules: [(allow: Bool, pattern: String)] = []

    /// The same rules in the same order.
    public static func == (a: Robots, b: Robots) -> Bool {
        a.rules.elementsEqual(b.rules) { $0.allow == $1.allow && $0.pattern == $1.pattern }
    }

    /// Everything is allowed: the site has no such file.
    public static let none = Robots()
    /// Nothing is: the file could not be read.
    public static let all = Robots(text: "User-agent: *\nDisallow: /", agent: "")

    private init() {}

    /// The group that names `agent` (a product's name in lower case), else the group for all.
    public init(text: String, agent: String) {
        var groups: [(agents: [String], rules: [(allow: Bool, pattern: String)])] = []
        var readingAgents = false
        for line in text.split(whereSeparator: \.isNewline) {
            let plain = line.prefix { $0 != "#" }
            guard let colon = plain.firstIndex(of: ":") else { continue }
            let key = plain[..<colon].filter { !$0.isWhitespace }.lowercased()
            let value = String(plain[plain.index(after: colon)...].filter { !$0.isWhitespace })
            switch key {
            case "user-agent":
                if readingAgents, !groups.isEmpty {
                    groups[groups.count - 1].agents.append(value.lowercased())
                } else {
                    groups.append(([value.lowercased()], []))
                }
                readingAgents = true
            case "allow", "disallow":
                readingAgents = false
                if !groups.isEmpty, !value.isEmpty { groups[groups.count - 1].rules.append((key == "allow", value)) }
            default: readingAgents = false
            }
        }
        let own = groups.filter { $0.agents.contains { !agent.isEmpty && $0 == agent } }
        rules = (own.isEmpty ? groups.filter { $0.agents.contains("*") } : own).flatMap(\.rules)
    }

    /// True where a path with its query may be asked: the longest rule that fits decides, allow before disallow.
    public func allows(_ path: String) -> Bool {
        if path == "/robots.txt" { return true }
        var best: (length: Int, allow: Bool)?
        for rule in rules where Self.fits(Array(rule.pattern.utf8), Array(path.utf8)) {
            let length = rule.pattern.utf8.count
            if best.map({ length > $0.length || (length == $0.length && rule.allow) }) ?? true {
                best = (length, rule.allow)
            }
        }
        return best?.allow ?? true
    }

    /// `*` stands for anything, `$` at the end for the end; linear in time but for the stars' retries.
    private static func fits(_ pattern: [UInt8], _ path: [UInt8]) -> Bool {
        let anchored = pattern.last == UInt8(ascii: "$")
        let pattern = anchored ? Array(pattern.dropLast()) : pattern + [UInt8(ascii: "*")]
        var (p, t, star, mark) = (0, 0, -1, 0)
        while t < path.count {
            if p < pattern.count, pattern[p] == UInt8(ascii: "*") {
                (star, mark) = (p, t)
                p += 1
            } else if p < pattern.count, pattern[p] == path[t] {
                p += 1
                t += 1
            } else if star >= 0 {
                p = star + 1
                mark += 1
                t = mark
            } else {
                return false
            }
        }
        return pattern[p...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
