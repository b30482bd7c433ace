import Foundation
import HTTPTypes
import Hummingbird
import Ledger
import Record
import Synchronization

/// Tells open pages what is new: one task asks the archive for its version, all streams hear of it.
final class Hub: Sendable {
    private struct State {
        var listeners: [Int: AsyncStream<String>.Continuation] = [:]
        var next = 0
        var stopped = false
    }

    private let archive: any Archive
    private let state = Mutex(State())

    init(_ archive: any Archive) { self.archive = archive }

    /// Streams that are open.
    var count: Int { state.withLock { $0.listeners.count } }

    /// What is new from now on, as server-sent events; nil where there are too many listeners or the server stops.
    func listen() -> (id: Int, events: AsyncStream<String>)? {
        state.withLock { state in
            guard state.listeners.count < 500, !state.stopped else { return nil }
            let (stream, continuation) = AsyncStream.makeStream(of: String.self, bufferingPolicy: .bufferingNewest(64))
            state.next += 1
            state.listeners[state.next] = continuation
            return (state.next, stream)
        }
    }

    func leave(_ id: Int) {
        state.withLock { $0.listeners.removeValue(forKey: id) }?.finish()
    }

    /// Ends all streams: a graceful stop does not wait for readers.
    func stop() {
        let all = state.withLock { state in
            state.stopped = true
            defer { state.listeners = [:] }
            return state.listeners
        }
        for listener in all.values { listener.finish() }
    }

    /// Watches the archive until the task is cancelled.
    func watch() async {
        var version = try? archive.version()
        var size = try? archive.size()
        var decided = (try? archive.decisions(claim: nil).count) ?? 0
        var beat = 0
        while !Task.isCancelled {
            guard (try? await Task.sleep(for: .seconds(1))) != nil else { return }
            beat += 1
            if beat % 15 == 0 { send(": still here\n\n") }
            guard count > 0, let now = try? archive.version(), now != version else { continue }
            version = now
            let before = size?.claims ?? 0
            size = try? archive.size()
            send(Self.event("version", ["version": now, "claims": Int64(size?.claims ?? 0)], id: now))
            if let size, size.claims > before { tell(newClaims: size.claims - before) }
            guard let decisions = try? archive.decisions(claim: nil), decisions.count > decided else { continue }
            for decision in decisions.dropFirst(decided).suffix(20) {
                send(
                    Self.event(
                        "decision",
                        ["claim": decision.claim, "action": decision.action.rawValue, "who": decision.who]))
            }
            decided = decisions.count
        }
    }

    /// The newest claims, at most twenty.
    private func tell(newClaims count: Int) {
        var filter = ClaimFilter()
        (filter.order, filter.limit) = (.recordedDescending, min(20, count))
        for claim in (try? archive.claims(filter)) ?? [] { send(Self.event("claim", ClaimView(claim))) }
    }

    private func send(_ text: String) {
        for listener in state.withLock({ $0.listeners }).values { listener.yield(text) }
    }

    private static func event(_ name: String, _ value: some Encodable, id: Int64? = nil) -> String {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let data = (try? encoder.encode(value)).map { String(decoding: $0, as: UTF8.self) } ?? "{}"
        return (id.map { "id: \($0)\n" } ?? "") + "event: \(name)\ndata: \(data)\n\n"
    }
}
