import Foundation
import HTTPTypes
import Hummingbird
import NIOCore

/// The files of the page and the basemap, by a table made at the start: a path that is not in the table does not
/// exist, so no path leads out of the two folders.
struct StaticFiles: Sendable {
    private let table: [String: String]

    init(web: String, basemap: String?) {
        var table: [String: String] = [:]
        for (prefix, folder) in [("/", web), ("/basemap/", basemap)] {
            guard let folder, let names = FileManager.default.enumerator(atPath: folder) else { continue }
            for case let name as String in names where !name.hasPrefix("sources") && !name.hasPrefix(".") {
                var isFolder: ObjCBool = false
                let path = folder + "/" + name
                if FileManager.default.fileExists(atPath: path, isDirectory: &isFolder), !isFolder.boolValue {
                    table[prefix + name] = path
                }
            }
        }
        table["/"] = table["/index.html"]
        self.table = table
    }

    /// Whether MapLibre is there.
    var hasBasemap: Bool { table["/basemap/maplibre-gl.js"] != nil }

    func respond(to request: Request) throws -> Response {
        let name = request.uri.path
        guard let path = table[name] else { throw HTTPError(.notFound, message: "nothing is at \(name.prefix(80))") }
        var headers: HTTPFields = [
            .contentType: Self.type(of: path), .cacheControl: name.hasPrefix("/basemap/") ? "max-age=3600" : "no-cache",
        ]
        headers[.vary] = "accept-encoding"
        let zipped = path + ".gz"
        let takesGzip = request.headers[.acceptEncoding]?.contains("gzip") ?? false
        let useGzip = takesGzip && FileManager.default.fileExists(atPath: zipped)
        if useGzip { headers[.contentEncoding] = "gzip" }
        let file = useGzip ? zipped : path
        let attributes = try FileManager.default.attributesOfItem(atPath: file)
        let size = (attributes[.size] as? Int) ?? 0
        let time = (attributes[.modificationDate] as? Date)?.timeIntervalSince1970 ?? 0
        let tag = "\"\(String(size, radix: 16))-\(String(Int(time * 1000), radix: 16))\""
        headers[.eTag] = tag
        if request.headers[.ifNoneMatch] == tag { return Response(status: .notModified, headers: headers) }
        let data = try Data(contentsOf: URL(fileURLWithPath: file))
        return Response(status: .ok, headers: headers, body: .init(byteBuffer: ByteBuffer(bytes: data)))
    }

    private static let types = [
        "html": "text/html; charset=utf-8", "css": "text/css; charset=utf-8", "js": "text/javascript; charset=utf-8",
        "json": "application/json; charset=utf-8", "geojson": "application/geo+json; charset=utf-8",
        "svg": "image/svg+xml", "png": "image/png", "webmanifest": "application/manifest+json",
        "md": "text/plain; charset=utf-8", "yaml": "application/yaml; charset=utf-8",
    ]

    private static func type(of path: String) -> String {
        types[String(path.split(separator: ".").last ?? "")] ?? "application/octet-stream"
    }
}
