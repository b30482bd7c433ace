import HTTPTypes
import Hummingbird
import Ledger
import Record

extension Service {
    private struct Mark: Encodable {
        var claim: ClaimView
        /// Code points into the text, end exclusive; absent where there is no text.
        var start: Int?
        var end: Int?
        var triggerStart: Int?
        var triggerEnd: Int?
    }

    private struct CaptionView: Encodable {
        /// Code points into the report's text, end exclusive; `textEnd` is where the credit begins.
        var start: Int?
        var end: Int?
        var textEnd: Int?
        var date: String?
        var text: String
        var photographer: String?
        var agency: String?
        /// The place that the caption names first.
        var place: String?
        var report: String
        var publisher: String?
        var title: String?
        var url: String?
    }

    private struct ReportView: Encodable {
        var id: String
        var title: String?
        var publisher: String?
        var author: String?
        var published: String?
        var url: String?
        var language: String?
        var dateline: String?
        var claims: Int?

        init(_ header: CodedReport.Header) {
            (id, title, publisher, author, url) = (header.id, header.title, header.publisher, header.author, header.url)
            (published, language, dateline) = (header.published?.description, header.language, header.dateline?.place)
        }

        init(_ row: ReportRow) {
            (id, title, publisher, url, language) = (row.id, row.title, row.publisher, row.url, row.language)
            (published, claims) = ((row.published ?? row.known).description, row.claims)
        }
    }

    private struct ReportAnswer: Encodable {
        var report: ReportView
        /// Absent on the public page, which shows sentences only.
        var text: String?
        var captions: [CaptionView]
        var claims: [Mark]
    }

    private struct ReportPage: Encodable {
        var total: Int
        var reports: [ReportView]
    }

    /// `/api/reports`, `/api/reports/{id}`, `/api/captions`.
    func addReportRoutes(to router: Router<Context>) {
        router.get("api/reports") { request, _ in
            let parameters = Parameters(request)
            let limit = try parameters.number("limit", default: 200, in: 1...5000)
            let offset = try parameters.number("offset", default: 0, in: 0...100_000_000)
            let words = parameters.text("q")
            return try await json(request) {
                let found = try archive.reports(limit: limit, offset: offset, matching: words)
                let total = words == nil ? try archive.size().reports : found.count + offset
                return ReportPage(total: total, reports: found.map(ReportView.init))
            }
        }
        router.get("api/reports/**") { request, context in
            let id = try rest(context)
            return try await json(request) { try report(id) }
        }
        router.get("api/captions") { request, _ in
            let parameters = Parameters(request)
            let known = try parameters.date("known")
            let limit = try parameters.number("limit", default: 500, in: 1...5000)
            return try await json(request) {
                var found = try archive.captioned(known: known, limit: limit).flatMap { report, captions in
                    captions.map { placed in
                        let caption = placed.caption
                        return CaptionView(
                            date: caption.date?.description, text: caption.text, photographer: caption.photographer,
                            agency: caption.agency, place: placed.place.map { $0.resolved ?? $0.name },
                            report: report.id, publisher: report.publisher,
                            title: report.title, url: report.url)
                    }
                }
                found.sort { ($1.date ?? "", $0.report) < ($0.date ?? "", $1.report) }
                return ["captions": Array(found.prefix(limit))]
            }
        }
    }

    private func report(_ id: String) throws -> ReportAnswer {
        var filter = ClaimFilter()
        filter.report = id
        let claims = try archive.claims(filter)
        guard let coded = try archive.report(id) else {
            // The public page knows of a report what its released claims tell.
            guard !claims.isEmpty,
                let row = try archive.reports(limit: .max, offset: 0, matching: nil).first(where: { $0.id == id })
            else { throw HTTPError(.notFound, message: "there is no report \(id.prefix(80))") }
            let marks = try views(claims).map { Mark(claim: $0) }
            return ReportAnswer(report: ReportView(row), text: nil, captions: [], claims: marks)
        }
        let index = OffsetIndex(coded.text)
        let marks = zip(claims, try views(claims)).map { sourced, view in
            Mark(
                claim: view, start: index.codePoint(atByte: sourced.claim.evidence.start),
                end: index.codePoint(atByte: sourced.claim.evidence.end),
                triggerStart: index.codePoint(atByte: sourced.claim.trigger.start),
                triggerEnd: index.codePoint(atByte: sourced.claim.trigger.end))
        }
        let captions = coded.captions.map { caption in
            CaptionView(
                start: index.codePoint(atByte: caption.range.start), end: index.codePoint(atByte: caption.range.end),
                textEnd: index.codePoint(atByte: caption.textRange.end),
                date: caption.date?.description, text: caption.text, photographer: caption.photographer,
                agency: caption.agency, report: coded.report.id, publisher: coded.report.publisher,
                title: coded.report.title, url: coded.report.url)
        }
        return ReportAnswer(
            report: ReportView(coded.report), text: coded.text, captions: captions,
            claims: marks.sorted { ($0.start ?? 0, $0.end ?? 0) < ($1.start ?? 0, $1.end ?? 0) })
    }
}
