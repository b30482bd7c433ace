import Foundation
import HTTPTypes
import Hummingbird
import Record

extension Service {
    private struct Settings: Encodable {
        var version: String
        var readOnly: Bool
        var isPublic: Bool
        var notice: String
        var claims: Int
        var reports: Int
        var basemap: Bool
    }

    /// `/healthz`, `/metrics`, `/api/settings`.
    func addSystemRoutes(to router: Router<Context>) {
        router.get("healthz") { request, _ in
            _ = try archive.revision()
            return answer(Data("ok\n".utf8), type: "text/plain; charset=utf-8", for: request)
        }
        router.get("metrics") { request, _ in
            let snapshot = try cache.current()
            let text =
                counters.text() + "# TYPE dateline_claims gauge\ndateline_claims \(snapshot.all.count)\n"
                + "# TYPE dateline_places gauge\ndateline_places \(snapshot.places.count)\n"
            return answer(Data(text.utf8), type: "text/plain; version=0.0.4; charset=utf-8", for: request)
        }
        router.get("api/settings") { request, _ in
            let snapshot = try cache.current()
            return try json(
                Settings(
                    version: Version.program, readOnly: configuration.readOnly || !archive.canDecide,
                    isPublic: configuration.isPublic,
                    notice: notice, claims: snapshot.all.count, reports: try archive.reportHeaders().count,
                    basemap: files.hasBasemap), for: request)
        }
    }
}
