import Foundation
import Record

extension WorldBuilder {
    /// Writes the file beside `path`, then renames it there.
    public func write(to path: String) throws {
        let data = encoded()
        let beside = path + ".new"
        do {
            try FileManager.default.createDirectory(
                at: URL(fileURLWithPath: path).deletingLastPathComponent(), withIntermediateDirectories: true)
            try data.write(to: URL(fileURLWithPath: beside))
        } catch {
            throw GazetteerError("\(beside): cannot be written (\(error.localizedDescription)).")
        }
        guard rename(beside, path) == 0 else { throw GazetteerError("\(path): cannot be replaced.") }
        progress("written", 1)
    }

    func encoded() -> Data {
        var sorted = placed().sorted { $0.place.id < $1.place.id }
        Self.addSeatNames(to: &sorted)
        var strings = StringTable()
        _ = strings.offset(of: "")  // offset 0 is no name
        var rows = Data(capacity: sorted.count * WorldFormat.rowSize)
        var keys: [(hash: UInt64, posting: UInt32)] = []
        keys.reserveCapacity(sorted.count * 10)
        for (index, entry) in sorted.enumerated() {
            appendRow(entry.place, to: &rows, strings: &strings)
            appendKeys(entry.place, entry.names, UInt32(index), to: &keys)
            if index % 20_000 == 0 { progress("indexing", Double(index) / Double(sorted.count)) }
        }
        keys.sort {
            ($0.hash, $0.posting & ~WorldFormat.primaryBit, $1.posting) < (
                $1.hash, $1.posting & ~WorldFormat.primaryBit, $0.posting
            )
        }
        var postings: [UInt32] = []
        postings.reserveCapacity(keys.count)
        var groups: [(hash: UInt64, start: UInt32, count: UInt32)] = []
        var at = 0
        while at < keys.count {
            let hash = keys[at].hash
            let start = postings.count
            var last: UInt32?
            while at < keys.count, keys[at].hash == hash {
                let index = keys[at].posting & ~WorldFormat.primaryBit
                if index != last { postings.append(keys[at].posting) }
                last = index
                at += 1
            }
            let ordered = postings[start...].sorted { size($0, sorted) > size($1, sorted) }
            postings.replaceSubrange(start..., with: ordered)
            groups.append((hash, UInt32(start), UInt32(postings.count - start)))
        }
        return assemble(rows: rows, count: sorted.count, groups: groups, postings: postings, strings: strings.bytes)
    }

    /// The places, with the division that they lie in where their source names none; a division that the supplement or a
    /// table names is called as the gazetteer calls it.
    private func placed() -> [(place: GazetteerPlace, names: [String])] {
        var divisions: [String: String] = [:]
        func key(_ country: String, _ name: [UInt8]) -> String { country + String(decoding: name, as: UTF8.self) }
        for entry in places where entry.place.kind == .admin1 {
            for name in [entry.place.name] + entry.names {
                let exact = NameFolding.exact(name)
                for name in [exact] + Self.shortened(exact, .admin1) {
                    divisions[key(entry.place.country, name)] = entry.place.name
                }
            }
        }
        let whole: Set<Place.Kind> = [.admin1, .country, .region, .water]
        return places.map { entry in
            var place = entry.place
            if place.admin1.isEmpty, !place.country.isEmpty, !whole.contains(place.kind) {
                place.admin1 = areas?.division(of: place) ?? ""
            } else if place.id.hasPrefix("geonames:") {
                return entry
            }
            place.admin1 = divisions[key(place.country, NameFolding.exact(place.admin1))] ?? place.admin1
            return (place, entry.names)
        }
    }

    private func size(_ posting: UInt32, _ sorted: [(place: GazetteerPlace, names: [String])]) -> (Int, UInt32) {
        let place = sorted[Int(posting & ~WorldFormat.primaryBit)].place
        let bonus = place.kind == .settlement ? 0 : 1000
        return (place.population + bonus, ~posting)
    }

    private func appendRow(_ place: GazetteerPlace, to rows: inout Data, strings: inout StringTable) {
        var number = UInt64(place.id.hasPrefix("geonames:") ? place.id.dropFirst(9) : "") ?? 0
        var flags: UInt8 = place.capital ? 2 : 0
        if number > 0 { flags |= 1 } else { number = UInt64(strings.offset(of: place.id)) }
        let kind = UInt8(WorldFormat.kinds.firstIndex(of: place.kind.rawValue) ?? 0)
        rows.add(number)
        rows.add(strings.offset(of: place.name))
        rows.add(strings.offset(of: place.admin1))
        rows.add(strings.offset(of: place.admin2))
        rows.add(Float(place.latitude).bitPattern)
        rows.add(Float(place.longitude).bitPattern)
        rows.add(UInt32(clamping: place.population))
        rows.add(World.packed(place.country))
        rows.append(kind)
        rows.append(flags)
        rows.add(place.sourceName.map { strings.offset(of: $0) } ?? 0)
    }

    private func appendKeys(
        _ place: GazetteerPlace, _ names: [String], _ index: UInt32, to found: inout [(hash: UInt64, posting: UInt32)]
    ) {
        found.append((NameFolding.hash(Array(place.id.utf8), salt: NameFolding.idSalt), index))
        var seen = Set<UInt64>()
        for (position, name) in ([place.name] + names).enumerated() {
            let exact = NameFolding.exact(name)
            guard exact.count >= 2 else { continue }
            let own = position == 0 || name == place.sourceName
            // "Raqqa" is first the town: of "Raqqa Governorate" it is only another name.
            let keys = [(exact, own ? index | WorldFormat.primaryBit : index)]
            for (key, posting) in keys + Self.shortened(exact, place.kind).map({ ($0, index) }) {
                let hash = NameFolding.hash(key, salt: NameFolding.exactSalt)
                if seen.insert(hash).inserted { found.append((hash, posting)) }
                if let folded = NameFolding.folded(key) {
                    let hash = NameFolding.hash(folded, salt: NameFolding.foldedSalt)
                    if seen.insert(hash).inserted { found.append((hash, posting)) }
                }
            }
        }
    }

    private static let heads = ["muhafazat ", "province of ", "governorate of ", "state of ", "republic of "]
    private static let tails = [
        " governorate", " province", " district", " region", " oblast", " state", " county", " department", " raion",
    ]

    /// A division's name without the word for its kind.
    static func shortened(_ exact: [UInt8], _ kind: Place.Kind) -> [[UInt8]] {
        guard kind == .admin1 || kind == .admin2 || kind == .admin3 else { return [] }
        let name = String(decoding: exact, as: UTF8.self)
        for tail in tails where name.hasSuffix(tail) && name.count > tail.count + 2 {
            return [Array(name.dropLast(tail.count).utf8)]
        }
        for head in heads where name.hasPrefix(head) && name.count > head.count + 2 {
            return [Array(name.dropFirst(head.count).utf8)]
        }
        return []
    }

    private func assemble(
        rows: Data, count: Int, groups: [(hash: UInt64, start: UInt32, count: UInt32)], postings: [UInt32],
        strings: Data
    ) -> Data {
        var slotCount = 1024
        while slotCount < groups.count * 3 / 2 { slotCount *= 2 }
        var table = [UInt64](repeating: 0, count: slotCount * 2)
        for group in groups {
            var at = Int(truncatingIfNeeded: group.hash) & (slotCount - 1)
            while table[at * 2] != 0 { at = (at + 1) & (slotCount - 1) }
            table[at * 2] = group.hash
            table[at * 2 + 1] = UInt64(group.start) | UInt64(group.count) << 32
        }
        let noteBytes = Array(notes.joined(separator: "\n").utf8.prefix(60_000))
        let rowsAt = WorldFormat.headSize
        let slotsAt = (rowsAt + rows.count + 15) / 16 * 16
        let postingsAt = slotsAt + table.count * 8
        let stringsAt = postingsAt + postings.count * 4
        let notesAt = stringsAt + strings.count
        let size = notesAt + 2 + noteBytes.count
        var data = Data(capacity: size)
        for value in [
            Int(WorldFormat.magic), Int(WorldFormat.version), size, count, rowsAt, slotCount, slotsAt, postingsAt,
            stringsAt, notesAt, groups.count,
        ] { data.add(UInt64(value)) }
        data.append(Data(count: WorldFormat.headSize - data.count))
        data.append(rows)
        data.append(Data(count: slotsAt - data.count))
        table.withUnsafeBytes { data.append(contentsOf: $0) }
        postings.withUnsafeBytes { data.append(contentsOf: $0) }
        data.append(strings)
        data.add(UInt16(noteBytes.count))
        data.append(contentsOf: noteBytes)
        return data
    }
}
