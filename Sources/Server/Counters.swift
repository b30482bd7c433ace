import Synchronization

/// Requests by class of status, for `/metrics`.
final class Counters: Sendable {
    private let counts = Mutex<[Int: Int]>([:])

    func count(status: Int) { counts.withLock { $0[status / 100, default: 0] += 1 } }

    /// Prometheus' text form.
    func text() -> String {
        let lines = counts.withLock { $0 }.sorted { $0.key < $1.key }.map { kind, count in
            "dateline_http_requests_total{class=\"\(kind)xx\"} \(count)"
        }
        return (["# TYPE dateline_http_requests_total counter"] + lines).joined(separator: "\n") + "\n"
    }
}
