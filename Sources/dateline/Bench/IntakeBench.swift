import Foundation
import Intake
import Record

/// Intake alone: plain text and pages of the size that news sites send, on one thread, with the memory it takes.
struct IntakeBench {
    private let paragraphs: [String]
    /// Those of reports without captions.
    private let prose: [String]

    /// Takes the paragraphs of `reports` to build texts and pages from.
    init(reports: [Report]) {
        func paragraphs(of report: Report) -> [String] {
            report.text.split(separator: "\n").map(String.init).filter { $0.count > 80 }
        }
        self.paragraphs = reports.flatMap(paragraphs)
        prose = reports.filter { $0.captions.isEmpty }.flatMap(paragraphs)
    }

    /// Prints megabytes a second for 100 texts of 1 MB and for 300 pages of 150 KB, and the peak of memory before and
    /// after twice as many.
    func run() throws {
        let texts = (0..<10).map { text(prose, bytes: 1_000_000, from: $0 * 7) }
        let stories = (0..<10).map { text(paragraphs, bytes: 1_000_000, from: $0 * 7) }
        let pages = (0..<30).map { page(bytes: 150_000, from: $0 * 3) }
        try measure("intake: plain text", texts, rounds: 10)
        try measure("intake: plain text with photo stories", stories, rounds: 10)
        try measure("intake: HTML", pages, rounds: 10)
        let before = BenchTable.peakMemory()
        try measure("intake: HTML, twice as many pages", pages, rounds: 20)
        if let before, let after = BenchTable.peakMemory() {
            BenchTable.row("intake: peak memory", after, "MB", digits: 1)
            BenchTable.row("intake: of it for twice as many pages", after - before, "MB", digits: 1)
        }
    }

    private func measure(_ label: String, _ files: [Data], rounds: Int) throws {
        let watch = Stopwatch()
        var reports = 0
        for _ in 0..<rounds {
            for file in files {
                try Reader().read(file, name: label) { item in if (try? item.get()) != nil { reports += 1 } }
            }
        }
        let bytes = files.reduce(0) { $0 + $1.count } * rounds
        guard reports == files.count * rounds else {
            throw IntakeError(source: label, expected: "a report from each of \(files.count) files, not \(reports)")
        }
        BenchTable.row(label, Double(bytes) / watch.processor / 1e6, "MB/s", digits: 1)
    }

    /// A plain text of at least `bytes` bytes, its paragraphs taken in turn.
    private func text(_ paragraphs: [String], bytes: Int, from start: Int) -> Data {
        var text = ""
        var next = start
        while text.utf8.count < bytes {
            text += paragraphs[next % paragraphs.count] + "\n\n"
            next += 1
        }
        return Data(text.utf8)
    }

    /// A page of at least `bytes` bytes as news sites send them: an article of some thirty paragraphs among the
    /// scripts, styles, navigation and related links that make up the rest.
    private func page(bytes: Int, from start: Int) -> Data {
        func paragraph(_ index: Int) -> String {
            paragraphs[index % paragraphs.count].replacingOccurrences(of: "&", with: "&amp;")
                .replacingOccurrences(of: "<", with: "&lt;")
        }
        let article = (start..<start + 30).map { "<p class=\"story-text\">\(paragraph($0))</p>" }
        let links = (0..<120).map { "<li class=\"nav-item\"><a href=\"/section/\($0)\">Section \($0)</a></li>" }
        let related = (0..<40).map { index in
            "<div class=\"card\"><a href=\"/story/\(index)\"><img src=\"/thumbs/\(index).jpg\" alt=\"\"><span>"
                + paragraph(start + index).prefix(60) + "</span></a></div>"
        }
        let head = """
            <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Report \(start)</title>
            <meta property="article:published_time" content="2017-11-03T09:00:00Z">
            <meta property="og:site_name" content="Example Wire"></head><body>
            <nav><ul>\(links.joined(separator: "\n"))</ul></nav>
            <main><article><h1>Report \(start)</h1>\(article.joined(separator: "\n"))</article></main>
            <aside>\(related.joined(separator: "\n"))</aside>
            """
        let tail = "<footer><p>About us</p></footer></body></html>"
        let filler = """
            <script>window.settings.push({"slot": "top", "sizes": [[728, 90], [970, 250]]});</script>
            <div class="share"><a class="share-link" href="#"><svg viewBox="0 0 24 24"></svg></a></div>

            """
        let missing = max(0, bytes - head.utf8.count - tail.utf8.count)
        let rest = String(repeating: filler, count: missing / filler.utf8.count + 1)
        return Data((head + rest + tail).utf8)
    }
}
