import Foundation
import Intake
import Record

/// libFuzzer's entry: the first byte chooses the reader (HTML, feeds, archives, captions in text, or by content), the
/// rest is its input. Every range that a report gives must lie within its text.
@_cdecl("LLVMFuzzerTestOneInput")
public func fuzzIntake(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
    guard let start, count > 1 else { return 0 }
    let formats: [InputFormat] = [.html, .rss, .warc, .text, .auto, .markdown, .ndjson]
    let format = formats[Int(start[0]) % formats.count]
    let bytes = Data(bytes: start + 1, count: count - 1)
    try? Reader(format: format).read(bytes, name: "fuzz") { result in
        guard case .success(let raw) = result else { return }
        let report = raw.report
        for caption in report.captions {
            precondition(caption.textRange.text(in: report.text) == caption.text, "a caption is verbatim")
            precondition(caption.range.contains(caption.textRange), "a caption holds its text")
        }
        let end = report.reading.text.utf8.count
        for block in report.reading.blocks {
            precondition(block.range.start >= 0 && block.range.start <= block.range.end && block.range.end <= end)
        }
    }
    return 0
}

@_silgen_name("LLVMFuzzerRunDriver")
private func runDriver(
    _ count: UnsafeMutablePointer<CInt>,
    _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?>,
    _ test: @convention(c) (UnsafePointer<UInt8>?, Int) -> CInt
) -> CInt

/// SwiftPM links the program's `main` to this name; libFuzzer takes over from here.
@_cdecl("IntakeFuzz_main")
public func main(_ count: CInt, _ arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>?) -> CInt {
    var (count, arguments) = (count, arguments)
    return runDriver(&count, &arguments) { start, count in fuzzIntake(start, count) }
}
