import Foundation
import Record
import Testing

/// The program as a user runs it, on texts written for these tests. Needs the built program, models and gazetteer.
@Suite(.serialized)
struct CommandTests {
    private let program: Program

    init() throws { program = try Program() }

    private func dateline(_ arguments: String..., input: String = "") throws -> Program.Outcome {
        try program.run(arguments, input: input)
    }

    private let story = """
        {"id":"t1","published":"2017-10-15","publisher":"Desk","text":"Government forces captured the town of Mayadin from Islamic State on Saturday, the British-based Syrian Observatory for Human Rights said."}
        """

    @Test("the version names the program")
    func version() throws {
        #expect(try dateline("--version").output.hasPrefix("dateline \(Version.program)"))
    }

    @Test("a report on standard input comes out as one line that reads back, its claims inside the text")
    func codes() throws {
        let outcome = try dateline("code", input: story)
        #expect(outcome.status == 0)
        let coded = try CodedReport(json: Data(outcome.output.utf8.dropLast()))
        #expect(coded.report.id == "t1")
        let capture = try #require(coded.claims.first { $0.kind == .control })
        #expect(capture.trigger.text(in: coded.text) == "captured")
        #expect(capture.place?.name == "Mayadin")
        #expect(capture.modality == .asserted)
    }

    @Test("a broken line yields a line with its error, the others go on, and the run ends with status 1")
    func brokenLine() throws {
        let outcome = try dateline("code", input: "{\"id\":\"bad\",\"text\":3}\n" + story)
        #expect(outcome.status == 1)
        let lines = outcome.output.split(separator: "\n")
        #expect(lines.count == 2)
        #expect(lines.first?.contains("\"error\"") == true)
        #expect(outcome.errors.contains("line 1"))
    }

    @Test("the output is the same for any number of threads")
    func deterministic() throws {
        let many = (0..<40).map { story.replacing("\"t1\"", with: "\"t\($0)\"") }.joined(separator: "\n")
        let one = try dateline("code", "--jobs", "1", input: many)
        let four = try dateline("code", "--jobs", "4", input: many)
        #expect(one.output == four.output)
        #expect(one.output.split(separator: "\n").count == 40)
    }

    @Test("reading the same bytes again adds nothing, and the ledger answers who holds a place on both clocks")
    func readsOnce() throws {
        try Data(story.utf8).write(to: program.folder.appending(path: "reports.ndjson"))
        #expect(try dateline("read", "reports.ndjson").errors.contains("1 report(s) recorded"))
        #expect(try dateline("read", "reports.ndjson").errors.contains("0 report(s) recorded"))
        let after = try dateline("holds", "Mayadin", "--on", "2017-10-20")
        #expect(after.status == 0)
        #expect(after.output.contains("held by"))
        let before = try dateline("holds", "Mayadin", "--on", "2017-10-20", "--known", "2017-10-01")
        #expect(before.output.contains("unknown"))
        let key = try #require(
            try dateline("claims", "--kind", "control").output.split(whereSeparator: \.isWhitespace).last)
        #expect(try dateline("explain", String(key)).output.contains("captured"))
        #expect(try dateline("show", "t1").output.contains("[captured]"))
    }

    @Test("rows of another data set are archived so that verify passes, and stand once")
    func importsVerify() throws {
        try Data("date,place,killed\n2017-10-20,Raqqa,5\n".utf8).write(to: program.folder.appending(path: "set.csv"))
        for rows in [1, 0] {
            let outcome = try dateline(
                "import", "set.csv", "--format", "table", "--name", "set", "--ledger", "set.sqlite")
            #expect(outcome.errors.contains("\(rows) row(s) recorded"))
        }
        #expect(try dateline("verify", "--ledger", "set.sqlite").status == 0)
    }

    @Test("a file of plain text is parsed word for word, as from standard input")
    func parsesFiles() throws {
        let text = "Home\n\nBEIRUT (Agency) - Rebels left the town.\n\nRead more: the road\n\nShare this\n"
        try Data(text.utf8).write(to: program.folder.appending(path: "plain.txt"))
        let file = try dateline("parse", "plain.txt").output.split(separator: "\n").filter { !$0.hasPrefix("# newdoc") }
        let piped = try dateline("parse", input: text).output.split(separator: "\n")
        #expect(file == piped)
        #expect(file.contains { $0.contains("\tShare\t") })
    }

    @Test("a ledger that is not there is told plainly")
    func noLedger() throws {
        let outcome = try dateline("holds", "Mayadin", "--ledger", "none.sqlite")
        #expect(outcome.status != 0)
        #expect(outcome.errors.contains("there is no ledger none.sqlite"))
    }

    @Test("a sport page yields no claim")
    func sport() throws {
        let page =
            "{\"id\":\"s\",\"text\":\"United captured the title on Sunday after a brutal clash with City at the Emirates. The striker fired twice from close range and the visitors surrendered a two-goal lead.\"}"
        let coded = try CodedReport(json: Data(try dateline("code", input: page).output.utf8.dropLast()))
        #expect(coded.claims.filter { $0.kind != .relation }.isEmpty)
    }
}
