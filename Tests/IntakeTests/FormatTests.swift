import Foundation
import Intake
import Record
import Testing

@Suite("Formats")
struct FormatTests {
    @Test("a page gives its story, particulars and caption, and none of its furniture")
    func html() throws {
        let report = try report(page)
        #expect(report.title == "Army enters border town")
        #expect(report.author == "Lena Haddad")
        #expect(report.publisher == "Gulf Daily")
        #expect(report.published?.description == "2017-11-08")
        #expect(report.dateline?.place == "Beirut")
        #expect(report.captions.map(\.text) == ["Soldiers ride a tank near the border post"])
        #expect(report.captions.first?.photographer == "Omar Said")
        #expect(report.captions.first?.agency == "AFP")
        #expect(report.text.contains("café owners"))
        for word in ["Share", "Home", "Another headline", "Copyright", "color"] {
            #expect(!report.text.contains(word), "\(word)")
        }
        for block in report.reading.blocks { #expect(!block.range.text(in: report.reading.text).isEmpty) }
    }

    @Test("a wire's head in capitals gives place and day, the year in two digits")
    func capitals() throws {
        let report = try report(
            "LIMA, 4 MAR 87 -- [TEXT] [NATIONAL RADIO]\nTHREE POLICEMEN WERE KILLED YESTERDAY IN A CLASH NEAR AYACUCHO.\n\nTHE MINISTER SAID THAT THE GUERRILLAS FLED."
        )
        #expect(report.dateline?.place == "Lima")
        #expect(report.dateline?.date?.description == "1987-03-04")
        #expect(report.title == nil)
    }

    @Test("JSON lines in the names of three tools keep their ids, and a bad line does not stop the rest")
    func jsonLines() throws {
        let found = try read(
            """
            {"id": "a", "text": "Troops moved on Monday.", "published": "2017-11-03", "publisher": "P"}
            {"id": "b", "raw_text": "Troops moved.", "date": "2017-11-04", "source": "S"}
            {"id": "c", "title": 3}
            not json
            {"id": 7, "maintext": "Troops moved.", "date_publish": "2017-11-05 10:00:00", "hostname": "h.example"}
            """, format: .ndjson)
        let reports = found.map { try? $0.get().report }
        #expect(reports.map { $0?.id } == ["a", "b", nil, nil, "7"])
        #expect(reports.map { $0?.published?.description } == ["2017-11-03", "2017-11-04", nil, nil, "2017-11-05"])
        #expect(reports.map { $0?.publisher } == ["P", "S", nil, nil, "h.example"])
        guard case .failure(let error) = found[2] else { return }
        #expect(error.reportID == "c" && error.place == "line 3")
    }

    @Test("front matter and marks of Markdown leave plain text")
    func markdown() throws {
        let report = try report(
            "---\ntitle: Bridge falls\ndate: 2019-05-02\nsource: River Post\n---\n# Bridge falls\n\nThe **old** bridge [fell](http://x.example).\n\n- One lane is open\n"
        )
        #expect(report.text == "Bridge falls\n\nThe old bridge fell.\n\nOne lane is open")
        #expect(report.published?.description == "2019-05-02" && report.publisher == "River Post")
        #expect(report.reading.blocks.map(\.kind) == [.headline, .paragraph, .listItem])
    }

    @Test("an article's front matter says its subject and when it was published, not when its battle was fought")
    func article() throws {
        let report = try report(
            "---\nsubject: Battle of the bridge\npubDate: 2023-09-23 21:09\ndate:\n  - 4 October 2017\n---\nThe bridge fell.\n"
        )
        #expect(report.title == "Battle of the bridge")
        #expect(report.published?.description == "2023-09-23")
    }

    @Test("RSS and Atom give their items")
    func feeds() throws {
        let rss = try read(
            "<?xml version=\"1.0\"?><rss version=\"2.0\"><channel><title>River Post</title><item><title>One</title><link>http://x.example/1</link>"
                + "<pubDate>Wed, 08 Nov 2017 10:00:00 GMT</pubDate><description>&lt;p&gt;Troops entered the town.&lt;/p&gt;</description></item></channel></rss>"
        )
        let first = try rss[0].get().report
        #expect(
            first.title == "One" && first.url == "http://x.example/1" && first.published?.description == "2017-11-08")
        #expect(first.text.hasSuffix("Troops entered the town.") && first.publisher == "River Post")
        let atom = try read(
            "<feed xmlns=\"http://www.w3.org/2005/Atom\"><title>F</title><entry><title>Two</title><link href=\"http://x.example/2\"/>"
                + "<published>2017-11-09T01:02:03Z</published><content type=\"html\">Shells hit the bridge.</content></entry></feed>"
        )
        let second = try atom[0].get().report
        #expect(
            second.title == "Two" && second.url == "http://x.example/2" && second.published?.description == "2017-11-09"
        )
    }

    @Test("archives of many gzip members give their pages; the story's date wins over the crawl's")
    func warc() throws {
        let found = try read(gzip(warcRecord(page)) + gzip(warcRecord(page, url: "http://b.example/")))
        let reports = try found.map { try $0.get().report }
        #expect(reports.map(\.url) == ["http://www.gulf-daily.example/a", "http://b.example/"])
        #expect(reports[0].published?.description == "2017-11-08")
    }

    @Test(
        "encodings are told by mark, charset or content",
        arguments: [
            Data([0xFF, 0xFE])
                + Data("Café opens in the old town.".utf16.flatMap { [UInt8($0 & 255), UInt8($0 >> 8)] }),
            Data("Caf".utf8) + [0xE9] + Data(" opens in the old town.".utf8),
            Data([0xEF, 0xBB, 0xBF]) + Data("Café opens in the old town.".utf8),
        ])
    func encodings(bytes: Data) throws {
        #expect(try read(bytes)[0].get().report.text == "Café opens in the old town.")
    }

    @Test("cleaning happens on a copy: the printed text stays the input's, and offsets lead back to it")
    func cleaning() throws {
        let text = "Troops\u{200B} took the town\u{7}. It\u{E2}\u{20AC}\u{2122}s quiet &amp; calm."
        let report = try report(text, format: .text)
        #expect(report.text == text)
        #expect(report.reading.text == "Troops took the town. It’s quiet & calm.")
        let clean = report.reading.text.utf8.map { $0 }
        let at = try #require(clean.indices.first { clean[$0...].starts(with: Array("calm".utf8)) })
        #expect(report.reading.offsets.original(TextRange(at, at + 4)).text(in: text) == "calm")
    }

    @Test("other languages are kept and marked")
    func language() throws {
        let french = try report(
            "Les soldats sont entrés dans la ville et le maire a quitté la région avec sa famille pour le sud du pays.")
        #expect(french.language == "fr")
        #expect(
            try report("The soldiers entered the town and the mayor left the region with his family for the south.")
                .language == "en")
    }

    @Test("lines broken at a fixed width are joined to paragraphs")
    func hardWrapped() throws {
        let line = "Soldiers moved along the river on Tuesday and took two small villages"
        let report = try report(
            (0..<4).map { _ in line }.joined(separator: "\n") + ".\n\n"
                + (0..<4).map { _ in line }.joined(separator: "\n") + ".")
        #expect(report.reading.blocks.filter { $0.kind == .paragraph }.count == 2)
    }
}
