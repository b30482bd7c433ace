import Foundation
import Synchronization

/// Slows down who guesses passwords: after some failures in a row each further one doubles the wait, up to a quarter of
/// an hour. Counted by name and by address.
final class Throttle: Sendable {
    private struct Record {
        var failures = 0
        var until = Date.distantPast
        var last = Date.distantPast
    }

    private let free: Int
    private let records = Mutex<[String: Record]>([:])

    /// - Parameter free: failures without a wait.
    init(free: Int) { self.free = free }

    /// Seconds to wait before the next try; 0 for none.
    func wait(_ key: String, now: Date) -> Int {
        records.withLock { max(0, Int(($0[key]?.until ?? .distantPast).timeIntervalSince(now).rounded(.up))) }
    }

    func failed(_ key: String, now: Date) {
        records.withLock { records in
            if records.count > 10_000 { records = records.filter { now.timeIntervalSince($0.value.last) < 3600 } }
            var record = records[key, default: Record()]
            if now.timeIntervalSince(record.last) > 3600 { record.failures = 0 }
            record.failures += 1
            record.last = now
            if record.failures >= free {
                record.until = now.addingTimeInterval(min(900, pow(2, Double(record.failures - free))))
            }
            records[key] = record
        }
    }

    func succeeded(_ key: String) { records.withLock { $0[key] = nil } }
}

/// Requests of one address: a bucket that fills again at a steady rate.
final class RateLimit: Sendable {
    private let perSecond: Double
    private let burst: Double
    private let buckets = Mutex<[String: (tokens: Double, at: Date)]>([:])

    init(perSecond: Double, burst: Double) { (self.perSecond, self.burst) = (perSecond, burst) }

    /// False where the address asks too often.
    func allows(_ address: String, now: Date) -> Bool {
        buckets.withLock { buckets in
            if buckets.count > 20_000 { buckets = buckets.filter { now.timeIntervalSince($0.value.at) < 60 } }
            let old = buckets[address] ?? (burst, now)
            let tokens = min(burst, old.tokens + now.timeIntervalSince(old.at) * perSecond)
            buckets[address] = (max(0, tokens - 1), now)
            return tokens >= 1
        }
    }
}
