import Foundation

#if canImport(Glibc)
    import Glibc
#elseif canImport(Darwin)
    import Darwin
#endif

/// A small HTTP server on the loopback: one request a connection, answers by path.
///
/// All mutable state is behind `lock`, which makes it safe to share.
final class LoopbackServer: @unchecked Sendable {
    struct Answer: Sendable {
        var status = 200
        var headers: [String: String] = [:]
        var body = Data()
    }

    let port: UInt16
    private let listener: Int32
    private let lock = NSLock()
    private var answers: [String: Answer] = [:]
    private var asked: [(path: String, headers: [String: String])] = []

    init() throws {
        #if canImport(Glibc)
            listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_INET, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var length = socklen_t(MemoryLayout<sockaddr_in>.size)
        let handle = listener
        let bound = withUnsafeMutablePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
                bind(handle, pointer, length) == 0 && listen(handle, 16) == 0
                    && getsockname(handle, pointer, &length) == 0
            }
        }
        guard bound else { throw CocoaError(.fileReadUnknown) }
        port = UInt16(bigEndian: address.sin_port)
        Thread.detachNewThread { [self] in serve() }
    }

    deinit { close(listener) }

    var base: String { "http://127.0.0.1:\(port)" }

    func set(_ path: String, _ answer: Answer) { lock.withLock { answers[path] = answer } }

    func set(_ path: String, _ text: String, _ headers: [String: String] = [:]) {
        set(path, Answer(headers: headers, body: Data(text.utf8)))
    }

    /// Paths asked for, in order.
    var paths: [String] { lock.withLock { asked.map(\.path) } }

    /// Headers of the last request for a path.
    func headers(of path: String) -> [String: String] {
        lock.withLock { asked.last { $0.path == path }?.headers ?? [:] }
    }

    func stop() { shutdown(listener, Int32(SHUT_RDWR)) }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            handle(client)
            close(client)
        }
    }

    private func handle(_ client: Int32) {
        var request = Data()
        var buffer = [UInt8](repeating: 0, count: 4096)
        while request.range(of: Data("\r\n\r\n".utf8)) == nil {
            let count = recv(client, &buffer, buffer.count, 0)
            guard count > 0 else { return }
            request.append(contentsOf: buffer[..<count])
        }
        let lines = String(decoding: request, as: UTF8.self).components(separatedBy: "\r\n")
        let path = lines.first.map { $0.components(separatedBy: " ") }?.dropFirst().first ?? "/"
        var headers: [String: String] = [:]
        for line in lines.dropFirst() {
            guard let colon = line.firstIndex(of: ":") else { continue }
            headers[line[..<colon].lowercased()] =
                line[line.index(after: colon)...].trimmingCharacters(in: .whitespaces)
        }
        var answer = lock.withLock { () -> Answer in
            asked.append((path, headers))
            return answers[path] ?? Answer(status: 404)
        }
        if let etag = answer.headers["ETag"], headers["if-none-match"] == etag {
            answer = Answer(status: 304, headers: answer.headers)
        }
        var head = "HTTP/1.1 \(answer.status) Status\r\nConnection: close\r\nContent-Length: \(answer.body.count)\r\n"
        for (name, value) in answer.headers.sorted(by: { $0.key < $1.key }) { head += "\(name): \(value)\r\n" }
        let bytes = Array(Data((head + "\r\n").utf8) + answer.body)
        var sent = 0
        while sent < bytes.count {
            let count = bytes[sent...].withUnsafeBytes {
                send(client, $0.baseAddress, $0.count, Int32(bitPattern: 0x4000))
            }
            guard count > 0 else { return }
            sent += count
        }
    }
}
