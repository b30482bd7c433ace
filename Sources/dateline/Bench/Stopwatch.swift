import Foundation

/// Measures one stretch of work, by the clock and by the processor's time of this process.
struct Stopwatch {
    private let clock = ContinuousClock.now
    private let began = Self.processorSeconds()

    /// Seconds by the clock.
    var seconds: Double {
        let duration = ContinuousClock.now - clock
        return Double(duration.components.seconds) + Double(duration.components.attoseconds) / 1e18
    }

    /// Seconds of processor time, user and system, of all threads: what a shared machine's noise touches least.
    var processor: Double { Self.processorSeconds() - began }

    private static func processorSeconds() -> Double {
        var time = timespec()
        clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &time)
        return Double(time.tv_sec) + Double(time.tv_nsec) / 1e9
    }
}

/// The lines that `dateline bench` prints.
enum BenchTable {
    /// One figure with its unit.
    static func row(_ label: String, _ value: Double, _ unit: String, digits: Int = 0) {
        let name = label.padding(toLength: 46, withPad: " ", startingAt: 0)
        Terminal.say(name + String(format: "%12.\(digits)f %@", value, unit))
    }

    /// The most memory that this process has held, in megabytes; nil where the system does not say (`/proc` only).
    static func peakMemory() -> Double? {
        guard let status = try? String(contentsOfFile: "/proc/self/status", encoding: .utf8),
            let line = status.split(separator: "\n").first(where: { $0.hasPrefix("VmHWM:") }),
            let kilobytes = line.split(whereSeparator: \.isWhitespace).dropFirst().first.flatMap({ Double($0) })
        else { return nil }
        return kilobytes / 1024
    }
}
