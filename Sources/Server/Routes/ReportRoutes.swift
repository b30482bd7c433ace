import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct Mark: Encodable {
        var claim: ClaimView
        /// Code points into the text, end exclusive.
        var start: Int
        var end: Int
        var triggerStart: Int
        var triggerEnd: Int
    }

    private struct CaptionView: Encodable {
        var start: Int
        var end: Int
        var date: String?
        var text: String
        var photographer: String?
        var agency: String?
        var report: String
        var publisher: String?
        var title: String?
    }

    private struct ReportAnswer: Encodable {
        var report: CodedReport.Header
        /// Absent on the public page, which shows sentences only.
        var text: String?
        var captions: [CaptionView]
        var claims: [Mark]
    }

    /// `/api/reports`, `/api/reports/{id}`, `/api/captions`.
    func addReportRoutes(to router: Router<Context>) {
        router.get("api/reports") { request, _ in
            let limit = try number("limit", of: request, default: 200, in: 1...5000)
            let offset = try number("offset", of: request, default: 0, in: 0...100_000_000)
            var headers = try archive.reportHeaders()
            if let query = text("q", of: request) {
                let found = Set(try archive.searchReports(query, limit: 1000))
                headers = headers.filter { found.contains($0.id) }
            }
            struct Page: Encodable {
                var total: Int
                var reports: [CodedReport.Header]
            }
            return try json(
                Page(total: headers.count, reports: Array(headers.dropFirst(offset).prefix(limit))), for: request)
        }
        router.get("api/reports/**") { request, context in try json(report(try rest(context)), for: request) }
        router.get("api/captions") { request, _ in
            let known = try day("known", of: request)
            let limit = try number("limit", of: request, default: 500, in: 1...5000)
            var found: [CaptionView] = []
            for header in try archive.reportHeaders() {
                if let known, let published = header.published, published.firstDay > known { continue }
                guard found.count < limit, let coded = try archive.codedReport(header.id) else { continue }
                found += views(of: coded)
            }
            found.sort { ($0.date ?? "", $0.text) > ($1.date ?? "", $1.text) }
            return try json(["captions": Array(found.prefix(limit))], for: request)
        }
    }

    private func views(of coded: CodedReport) -> [CaptionView] {
        guard !coded.captions.isEmpty else { return [] }
        let index = OffsetIndex(coded.text)
        return coded.captions.map { caption in
            CaptionView(
                start: index.codePoint(atByte: caption.range.start), end: index.codePoint(atByte: caption.range.end),
                date: caption.date?.description, text: caption.text, photographer: caption.photographer,
                agency: caption.agency, report: coded.report.id, publisher: coded.report.publisher,
                title: coded.report.title)
        }
    }

    private func report(_ id: String) throws -> ReportAnswer {
        guard let coded = try archive.codedReport(id) else {
            throw HTTPError(.notFound, message: "there is no report \(id.prefix(80))")
        }
        let snapshot = try cache.current()
        let index = OffsetIndex(coded.text)
        let marks = snapshot.all.filter { $0.report == id }.map { sourced in
            let claim = sourced.claim
            return Mark(
                claim: snapshot.view(sourced), start: index.codePoint(atByte: claim.evidence.start),
                end: index.codePoint(atByte: claim.evidence.end),
                triggerStart: index.codePoint(atByte: claim.trigger.start),
                triggerEnd: index.codePoint(atByte: claim.trigger.end))
        }
        return ReportAnswer(
            report: coded.report, text: configuration.isPublic ? nil : coded.text,
            captions: configuration.isPublic ? [] : views(of: coded),
            claims: marks.sorted { ($0.start, $0.end) < ($1.start, $1.end) })
    }
}
