import Record
import Testing

@Suite("Dates as coarse as their source")
struct PartialDateTests {
    @Test(
        "read and written as ISO 8601",
        arguments: ["2014", "2017-11", "2017-11-03", "2016-02-29", "0099-01-01"])
    func iso(_ text: String) throws { #expect(try #require(PartialDate(text)).description == text) }

    @Test(
        "what is no date is none",
        arguments: ["", "17", "2017-13", "2017-02-29", "2017-1-3", "2017-11-31", "yesterday", "2017-11-03-01", "+017"])
    func none(_ text: String) { #expect(PartialDate(text) == nil) }

    @Test("every day of four centuries counts on by one and comes back")
    func days() throws {
        let first = try #require(PartialDate("1800-01-01"))
        var weekday = try #require(first.weekday)
        #expect(weekday == 2)
        for offset in 1...146_097 {
            let day = PartialDate(daysSince1970: first.firstDay + offset)
            weekday = (weekday + 1) % 7
            guard day.firstDay == first.firstDay + offset, day.lastDay == day.firstDay, day.weekday == weekday else {
                Issue.record("\(day) is not day \(offset) after \(first)")
                return
            }
        }
        #expect(first.adding(days: 146_097).description == "2200-01-01")
    }

    @Test("a month and a year span their days, and sort after a finer date that begins with them")
    func spans() throws {
        let month = try #require(PartialDate("2016-02"))
        #expect(month.lastDay - month.firstDay == 28)
        #expect(month.precision == .month && month.weekday == nil)
        let year = try #require(PartialDate("2017"))
        #expect(year.lastDay - year.firstDay == 364)
        let day = try #require(PartialDate("2017-01-01"))
        #expect([year, day].sorted() == [day, year])
        #expect(PartialDate("2017-11-03T10:00:00Z")?.description == "2017-11-03")
    }
}
