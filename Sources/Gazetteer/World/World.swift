import Foundation
public import Record

/// The gazetteer: one memory-mapped file, shared by all threads.
public final class World: Sendable {
    // The mapping is read-only, made once in init and released in deinit: safe to share.
    private nonisolated(unsafe) let base: UnsafeRawPointer
    private let size: Int
    private let rows: Int, rowsAt: Int, slots: Int, slotsAt: Int, postingsAt: Int, stringsAt: Int, notesAt: Int
    private let keys: Int

    /// Maps the file at `path`; a folder means its `world.dateline`.
    public init(path: String) throws {
        var path = path
        var folder: ObjCBool = false
        if FileManager.default.fileExists(atPath: path, isDirectory: &folder), folder.boolValue {
            path += "/world.dateline"
        }
        let file = open(path, O_RDONLY)
        guard file >= 0 else {
            throw GazetteerError("\(path): cannot be opened. Run `make data` or `dateline gazetteer build`.")
        }
        defer { close(file) }
        var status = stat()
        guard fstat(file, &status) == 0, status.st_size >= WorldFormat.headSize else {
            throw GazetteerError("\(path): too short for a gazetteer. Build it anew: `dateline gazetteer build`.")
        }
        size = Int(status.st_size)
        guard let map = mmap(nil, size, PROT_READ, MAP_PRIVATE, file, 0), map != MAP_FAILED else {
            throw GazetteerError("\(path): cannot be mapped into memory.")
        }
        base = UnsafeRawPointer(map)
        func head(_ index: Int) -> Int {
            Int(truncatingIfNeeded: UnsafeRawPointer(map).loadUnaligned(fromByteOffset: index * 8, as: UInt64.self))
        }
        (rows, rowsAt, slots, slotsAt) = (head(3), head(4), head(5), head(6))
        (postingsAt, stringsAt, notesAt, keys) = (head(7), head(8), head(9), head(10))
        let order = [
            WorldFormat.headSize, rowsAt, slotsAt, postingsAt, stringsAt, notesAt, size,
        ]
        var problem: String?
        if UInt64(truncatingIfNeeded: head(0)) != WorldFormat.magic {
            problem = "is not a gazetteer of dateline"
        } else if UInt64(truncatingIfNeeded: head(1)) != WorldFormat.version {
            problem = "has format \(head(1)), this program reads \(WorldFormat.version)"
        } else if head(2) != size {
            problem = "is cut short: \(size) bytes of \(head(2))"
        } else if order != order.sorted() || rows < 0 || rows > size || rowsAt + rows * WorldFormat.rowSize > slotsAt
            || slots <= 0 || slots > size || slots & (slots - 1) != 0
            || slotsAt + slots * WorldFormat.slotSize > postingsAt
        {
            problem = "has a damaged head"
        }
        if let problem {
            munmap(map, size)
            throw GazetteerError("\(path): \(problem). Build it anew: `dateline gazetteer build`.")
        }
    }

    deinit { munmap(UnsafeMutableRawPointer(mutating: base), size) }

    // MARK: - Rows

    /// How many places it holds.
    public var count: Int { rows }

    /// How many different names and keys it holds.
    public var keyCount: Int { keys }

    /// Bytes of the file.
    public var byteCount: Int { size }

    /// Sources, licences and versions, as the builder wrote them.
    public var notes: String { string(at: UInt32(notesAt - stringsAt)) }

    package func row(_ index: Int) -> Row { Row(pointer: base + rowsAt + index * WorldFormat.rowSize) }

    /// The fixed part of a row.
    package struct Row {
        let pointer: UnsafeRawPointer
        var number: UInt64 { pointer.loadUnaligned(as: UInt64.self) }
        var nameOffset: UInt32 { pointer.loadUnaligned(fromByteOffset: 8, as: UInt32.self) }
        var admin1Offset: UInt32 { pointer.loadUnaligned(fromByteOffset: 12, as: UInt32.self) }
        var admin2Offset: UInt32 { pointer.loadUnaligned(fromByteOffset: 16, as: UInt32.self) }
        var latitude: Double { Double(pointer.loadUnaligned(fromByteOffset: 20, as: Float.self)) }
        var longitude: Double { Double(pointer.loadUnaligned(fromByteOffset: 24, as: Float.self)) }
        var population: UInt32 { pointer.loadUnaligned(fromByteOffset: 28, as: UInt32.self) }
        var country: UInt16 { pointer.loadUnaligned(fromByteOffset: 32, as: UInt16.self) }
        var kind: UInt8 { pointer.loadUnaligned(fromByteOffset: 34, as: UInt8.self) }
        var sourceNameOffset: UInt32 { pointer.loadUnaligned(fromByteOffset: 36, as: UInt32.self) }
        var flags: UInt8 { pointer.loadUnaligned(fromByteOffset: 35, as: UInt8.self) }
        var capital: Bool { flags & 2 != 0 }
    }

    /// The place in a row.
    public func place(_ index: Int) -> GazetteerPlace {
        let row = row(index)
        let id = row.flags & 1 != 0 ? "geonames:\(row.number)" : string(at: UInt32(truncatingIfNeeded: row.number))
        let kind = Place.Kind(rawValue: WorldFormat.kinds[min(Int(row.kind), WorldFormat.kinds.count - 1)])
        return GazetteerPlace(
            id: id, name: string(at: row.nameOffset), kind: kind ?? .settlement, country: Self.code(row.country),
            admin1: string(at: row.admin1Offset), admin2: string(at: row.admin2Offset),
            latitude: rounded(row.latitude), longitude: rounded(row.longitude), population: Int(row.population),
            capital: row.capital, sourceName: row.sourceNameOffset == 0 ? nil : string(at: row.sourceNameOffset))
    }

    private func rounded(_ degrees: Double) -> Double { (degrees * 100_000).rounded() / 100_000 }

    static func code(_ packed: UInt16) -> String {
        packed == 0 ? "" : String(decoding: [UInt8(packed >> 8), UInt8(packed & 0xFF)], as: UTF8.self)
    }

    static func packed(_ country: String) -> UInt16 {
        let bytes = Array(country.uppercased().utf8)
        return bytes.count == 2 ? UInt16(bytes[0]) << 8 | UInt16(bytes[1]) : 0
    }

    package func string(at offset: UInt32) -> String {
        let at = stringsAt + Int(offset)
        guard at + 2 <= size else { return "" }
        let length = Int((base + at).loadUnaligned(as: UInt16.self))
        let end = min(size, at + 2 + length)
        return String(decoding: UnsafeRawBufferPointer(start: base + at + 2, count: end - at - 2), as: UTF8.self)
    }

    // MARK: - Names

    /// Rows under a key; the top bit marks a row's own name.
    package func postings(_ hash: UInt64) -> UnsafeBufferPointer<UInt32>? {
        let mask = slots - 1
        var at = Int(truncatingIfNeeded: hash) & mask
        for _ in 0..<slots {
            let slot = base + slotsAt + at * WorldFormat.slotSize
            let found = slot.load(as: UInt64.self)
            if found == 0 { return nil }
            if found == hash {
                let start = Int(slot.load(fromByteOffset: 8, as: UInt32.self))
                let count = Int(slot.load(fromByteOffset: 12, as: UInt32.self))
                guard postingsAt + (start + count) * 4 <= stringsAt else { return nil }
                return UnsafeBufferPointer(
                    start: (base + postingsAt + start * 4).assumingMemoryBound(to: UInt32.self), count: count)
            }
            at = (at + 1) & mask
        }
        return nil
    }

    /// The place with an id.
    public func place(id: String) -> GazetteerPlace? {
        guard let found = postings(NameFolding.hash(Array(id.utf8), salt: NameFolding.idSalt))?.first else {
            return nil
        }
        return place(Int(found & ~WorldFormat.primaryBit))
    }

    /// Places of a name, likeliest first: exact spellings before folded ones, near and large before far
    /// and small; names one letter away where nothing else is found.
    public func search(
        _ name: String, near: (latitude: Double, longitude: Double)? = nil, country: String? = nil, limit: Int = 20
    ) -> [GazetteerPlace] {
        let candidates = Candidates(world: self, limit: 400)
        let packed = country.map { World.packed($0) }
        var scored: [(Double, GazetteerPlace)] = []
        for candidate in candidates.of(NameFolding.exact(name), fuzzy: 6) {
            if let packed, candidate.row.country != packed { continue }
            var score = candidate.prior
            if let near {
                let away = Geometry.kilometres(
                    near.latitude, near.longitude, candidate.row.latitude, candidate.row.longitude)
                score += 6 / (1 + away / 50) - min(4, away / 1000)
            }
            scored.append((score, place(candidate.index)))
        }
        return scored.sorted { ($0.0, $1.1.id) > ($1.0, $0.1.id) }.prefix(limit).map(\.1)
    }
}
