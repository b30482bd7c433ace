import CZlib
import Foundation
import Intake
import Record

/// Reads bytes made in a test.
func read(_ text: String, format: InputFormat = .auto) throws -> [Result<RawReport, IntakeError>] {
    try read(Data(text.utf8), format: format)
}

func read(_ bytes: Data, format: InputFormat = .auto) throws -> [Result<RawReport, IntakeError>] {
    var found: [Result<RawReport, IntakeError>] = []
    try Reader(format: format).read(bytes, name: "test") { found.append($0) }
    return found
}

func report(_ text: String, format: InputFormat = .auto) throws -> Report {
    try read(Data(text.utf8), format: format)[0].get().report
}

/// One gzip member.
func gzip(_ bytes: Data) -> Data {
    var stream = z_stream()
    deflateInit2_(&stream, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY, ZLIB_VERSION, Int32(MemoryLayout<z_stream>.size))
    defer { deflateEnd(&stream) }
    var input = [UInt8](bytes)
    var out = [UInt8](repeating: 0, count: bytes.count + 1024)
    let count = out.count
    input.withUnsafeMutableBufferPointer { from in
        out.withUnsafeMutableBufferPointer { to in
            stream.next_in = from.baseAddress
            stream.avail_in = UInt32(from.count)
            stream.next_out = to.baseAddress
            stream.avail_out = UInt32(count)
            deflate(&stream, Z_FINISH)
        }
    }
    return Data(out[..<(count - Int(stream.avail_out))])
}

/// A response record of a web archive.
func warcRecord(_ body: String, url: String = "http://www.gulf-daily.example/a", fields: String = "") -> Data {
    let response = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\n\(fields)\r\n" + body
    let head =
        "WARC/1.0\r\nWARC-Type: response\r\nWARC-Target-URI: \(url)\r\nWARC-Date: 2020-01-01T00:00:00Z\r\n"
        + "Content-Type: application/http; msgtype=response\r\nContent-Length: \(response.utf8.count)\r\n\r\n"
    return Data((head + response + "\r\n\r\n").utf8)
}

/// A page with everything that pages have.
let page = """
    <!DOCTYPE html><html lang="en"><head><title>Army enters border town | Gulf Daily</title>
    <meta property="og:site_name" content="Gulf Daily"><style>p { color: red }</style>
    <script type="application/ld+json">{"@type": "NewsArticle", "headline": "Army enters border town",
    "author": {"@type": "Person", "name": "Lena Haddad"}, "datePublished": "2017-11-08T10:22:00+03:00"}</script></head>
    <body class="page-with-sidebar"><nav><ul><li><a href="/">Home</a></li><li><a href="/w">World</a></li></ul></nav>
    <h1>Army enters border town</h1><div class="share-bar"><a href="x">Share</a> <a href="y">Tweet</a></div>
    <article><div class="story-body"><figure><img src="x"><figcaption>Soldiers ride a tank near the border post
    <span class="credit">Omar Said/AFP</span></figcaption></figure>
    <p>BEIRUT (AP) &mdash; Government troops entered the border town of Albu Kamal on Wednesday, a monitor said, after days of
    clashes.</p><p>The town lies on the Euphrates, caf&eacute; owners said.</p><h2>More fighting</h2>
    <p>Residents fled across the river to camps that are already full, according to aid workers who spoke by telephone.</p>
    <div class="related"><a href="z">Another headline that is long enough to look like a sentence of a story.</a></div>
    </div></article><footer><p>Copyright 2017 Gulf Daily. All rights reserved by the owners of the page.</p></footer>
    </body></html>
    """
