import Synchronization

/// Requests by route and status with their times, for `/metrics`.
final class Counters: Sendable {
    private struct Route {
        var statuses: [Int: Int] = [:]
        /// One more than bounds: the last is what took longer.
        var buckets = [Int](repeating: 0, count: Counters.bounds.count + 1)
        var seconds = 0.0
    }

    private static let bounds = [0.001, 0.005, 0.02, 0.05, 0.1, 0.5, 2]
    private let routes = Mutex<[String: Route]>([:])

    /// - Parameter route: the route's pattern, never the address, so that there are few.
    func count(route: String, status: Int, seconds: Double) {
        routes.withLock { routes in
            var entry = routes[route, default: Route()]
            entry.statuses[status, default: 0] += 1
            entry.buckets[Self.bounds.firstIndex { seconds <= $0 } ?? Self.bounds.count] += 1
            entry.seconds += seconds
            routes[route] = entry
        }
    }

    /// Prometheus' text form (version 0.0.4).
    func text() -> String {
        let all = routes.withLock { $0 }.sorted { $0.key < $1.key }
        var lines = [
            "# HELP dateline_http_requests_total Requests by route and status.",
            "# TYPE dateline_http_requests_total counter",
        ]
        for (route, entry) in all {
            for (status, count) in entry.statuses.sorted(by: { $0.key < $1.key }) {
                lines.append("dateline_http_requests_total{route=\"\(route)\",status=\"\(status)\"} \(count)")
            }
        }
        lines += [
            "# HELP dateline_http_request_seconds Time to answer.", "# TYPE dateline_http_request_seconds histogram",
        ]
        for (route, entry) in all {
            var sum = 0
            for (bound, count) in zip(Self.bounds.map { "\($0)" } + ["+Inf"], entry.buckets) {
                sum += count
                lines.append("dateline_http_request_seconds_bucket{route=\"\(route)\",le=\"\(bound)\"} \(sum)")
            }
            lines.append("dateline_http_request_seconds_sum{route=\"\(route)\"} \(entry.seconds)")
            lines.append("dateline_http_request_seconds_count{route=\"\(route)\"} \(sum)")
        }
        return lines.joined(separator: "\n") + "\n"
    }
}
