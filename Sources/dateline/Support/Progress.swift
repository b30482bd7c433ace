import Foundation

/// Progress of long work on standard error: one line redrawn on a terminal (share done, rate, time left), a plain line
/// every few seconds elsewhere.
struct Progress {
    private let label: String
    private let unit: String
    private let total: Int?
    private let interactive: Bool
    private let began = ContinuousClock.now
    private var shown: ContinuousClock.Instant?
    private var done = 0

    /// `total` is in the same unit as what ``advance(by:)`` is given; nil where it can't be known.
    init(_ label: String, unit: String, total: Int? = nil) {
        (self.label, self.unit, self.total) = (label, unit, total)
        interactive = isatty(STDERR_FILENO) == 1
    }

    /// Counts `amount` more and redraws at most ten times a second (every ten seconds where no terminal watches).
    mutating func advance(by amount: Int = 1) {
        done += amount
        let now = ContinuousClock.now
        if let shown, now - shown < (interactive ? .milliseconds(100) : .seconds(10)) { return }
        if shown == nil, !interactive, now - began < .seconds(10) { return }
        shown = now
        draw(ending: interactive ? "" : "\n")
    }

    /// Clears the line and prints the sum of the work.
    func finish(_ summary: String) {
        let seconds = Self.seconds(ContinuousClock.now - began)
        let time = String(format: "%.1f s", seconds)
        Terminal.complain((interactive ? "\r\u{1B}[K" : "") + "\(label): \(summary) in \(time)")
    }

    private func draw(ending: String) {
        let seconds = Self.seconds(ContinuousClock.now - began)
        let rate = seconds > 0 ? Double(done) / seconds : 0
        var line = "\(label): \(done.formatted(.number.locale(Locale(identifier: "en_US")))) \(unit)"
        if let total, total > 0 {
            let share = min(1, Double(done) / Double(total))
            let filled = Int(share * 24)
            let bar = String(repeating: "█", count: filled) + String(repeating: "░", count: 24 - filled)
            line = "\(label) \(bar) \(Int(share * 100)) %"
            if rate > 0 { line += ", " + Self.clock(Double(max(0, total - done)) / rate) + " left" }
        }
        line += ", \(Int(rate)) \(unit)/s"
        Terminal.write((interactive ? "\r\u{1B}[K" : "") + line + ending, to: .standardError)
    }

    private static func seconds(_ duration: Duration) -> Double {
        Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    private static func clock(_ seconds: Double) -> String {
        let whole = Int(seconds.rounded(.up))
        return whole < 60 ? "\(whole) s" : String(format: "%d:%02d min", whole / 60, whole % 60)
    }
}
