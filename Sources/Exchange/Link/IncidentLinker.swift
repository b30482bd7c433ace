import Assessment
import Record

/// Links the claims of blocks that come one after another, with the memory of one block.
///
/// In come ``BlockLine``s, those of a place together and in the order of their days; out come incidents, each when no
/// further line can belong to it. Together they are what ``Incidents/assess(_:known:pairings:)`` makes of all lines at
/// once, whatever the order of the places and however they are spread over linkers.
///
///     var linker = IncidentLinker()
///     for line in lines { for incident in try linker.add(line, position: "line 1") { print(incident) } }
///     for incident in linker.finish() { print(incident) }
public struct IncidentLinker {
    private var held: [BlockLine] = []
    /// The last day of `held`.
    private var last = Int.min
    /// Lines of the place before this day come too late.
    private var floor = Int.min
    /// Hashes of the places that were before.
    private var closed: Set<UInt64> = []

    /// A linker that has seen no line.
    public init() {}

    /// Takes a line; gives the incidents that it completes, as lines of JSON without line feed.
    ///
    /// - Throws: ``ImportError`` where the line stands apart from the others of its block, which had been linked. The line
    ///   is left out, and the linker goes on.
    public mutating func add(_ line: BlockLine, position: String) throws(ImportError) -> [[UInt8]] {
        guard let place = line.block.place else { return Self.link([line]) }
        var done: [[UInt8]] = []
        if place != held.first?.block.place {
            guard !closed.contains(NameKey.hash(place)) else {
                throw ImportError("\(position): block \(place) came before; sort the lines by block and day")
            }
            done = finish()
            floor = .min
        } else if line.block.day > last + Incidents.reach {
            done = Self.link(held)
            floor = last + Incidents.reach + 1
            held.removeAll(keepingCapacity: true)
        }
        guard line.block.day >= floor else {
            let day = PartialDate(daysSince1970: line.block.day)
            throw ImportError("\(position): \(day) of block \(place) came too late; sort the lines by block and day")
        }
        held.append(line)
        last = held.count == 1 ? line.block.day : max(last, line.block.day)
        return done
    }

    /// The incidents of the last block.
    public mutating func finish() -> [[UInt8]] {
        guard let place = held.first?.block.place else { return [] }
        closed.insert(NameKey.hash(place))
        defer { held.removeAll(keepingCapacity: true) }
        return Self.link(held)
    }

    /// The incidents of lines that are all there, by first day.
    public static func link(_ lines: [BlockLine]) -> [[UInt8]] {
        // Of one key twice, an archive that has a report twice, the bytes decide: never the order of coming.
        let sorted = lines.sorted { a, b in
            if a.block.day != b.block.day { return a.block.day < b.block.day }
            if a.claim.key != b.claim.key { return a.claim.key < b.claim.key }
            return a.bytes.lexicographicallyPrecedes(b.bytes)
        }
        var places: [String: [Int]] = [:]
        for place in sorted.indices.reversed() { places[sorted[place].claim.key, default: []].append(place) }
        return Incidents.assess(sorted.map(\.claim)).map { incident in
            IncidentLine.bytes(
                incident,
                members: incident.members.compactMap { member in
                    // Mostly the only one; of several the one that the incident has.
                    guard let at = places[member.key]?.lastIndex(where: { sorted[$0].claim == member }) else {
                        return nil
                    }
                    return (places[member.key]?.remove(at: at)).map { sorted[$0].bytes }
                })
        }
    }
}

/// An incident on a line of JSON: what `dateline link` prints and `dateline import` reads.
///
/// `id` is the key of the first member, `killed` the dead by the members' words (`best` the middle one of the sources'
/// newest figures), `independent` the voices that do not copy each other, `members` the lines as they were read.
enum IncidentLine {
    static func bytes(_ incident: Incident, members: [[UInt8]]) -> [UInt8] {
        var line = JSONLine(OffsetIndex(""))
        line.object { json in
            json.list("conflicts", incident.conflicts) { $0.value(nil, $1) }
            json.value("first", incident.first.description)
            json.value("id", incident.id)
            json.value("independent", incident.independent)
            if let toll = incident.killed {
                json.object("killed") { json in
                    json.value("best", toll.best)
                    json.value("high", toll.high)
                    json.value("low", toll.low)
                }
            }
            json.value("last", incident.last.description)
            json.list("members", members) { $0.raw(nil, $1) }
            json.place("place", incident.place.map { $0.withoutRange })
            json.value("type", incident.type.rawValue)
        }
        return line.bytes
    }
}

extension Place {
    /// The place without where it stands in a text that is not at hand.
    fileprivate var withoutRange: Place {
        var place = self
        place.range = nil
        return place
    }
}
