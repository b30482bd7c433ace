import Assessment
import GRDB
import Record

extension ControlCache {
    /// More links than these are not followed one by one: reading everything again costs less.
    private static let mostLinks = 500

    /// The places (rows) that reports and decisions since another state of the file are about; nil where that cannot be
    /// told, or is not worth it.
    func changed(since old: Int64, to now: Int64, _ db: Database) throws -> Set<Int64>? {
        guard let seen, old >= 0, now > old, now - old <= Self.mostLinks else { return nil }
        var (reports, decisions): ([Int64], [Int64]) = ([], [])
        for link in try Row.fetchAll(db, sql: "SELECT kind, ref FROM chain WHERE row > ?", arguments: [old]) {
            switch link[0] as String {
            case "report": reports.append(link[1])
            case "decision": decisions.append(link[1])
            default: return nil
            }
        }
        // A new report can make others its copies, and be one: then what these say counts otherwise.
        let new = Self.list(reports)
        let kin = try Int64.fetchAll(
            db,
            sql: """
                SELECT report FROM echoes WHERE root IN (\(new))
                OR root IN (SELECT root FROM echoes WHERE report IN (\(new)))
                """)
        let claims = try Row.fetchAll(
            db,
            sql: """
                SELECT c.row, c.place, a.place FROM claims c LEFT JOIN amended a ON a.claim = c.row
                WHERE c.kind = \(Claim.Kind.control.number) AND (c.report IN (\(Self.list(reports + kin))) OR c.row IN (
                    SELECT COALESCE(x.claim, x.origin) FROM decisions d
                    JOIN decided x ON x.decision = COALESCE(d.undoes, d.row) WHERE d.row IN (\(Self.list(decisions)))))
                """)
        var places: Set<Int64> = []
        for claim in claims { places.formUnion([claim[1] as Int64?, claim[2]].compactMap { $0 }) }
        // A claim that no longer counts where it did: it was rejected, moved or coded anew.
        let rows = Set(claims.map { Int($0[0] as Int64) })
        for place in seen.places where place.observations.contains(where: { rows.contains($0.ref) }) {
            places.insert(place.row)
        }
        return places
    }

    /// Reads some places again, and assesses them for every day of knowledge that is kept.
    mutating func update(_ changed: Set<Int64>, _ db: Database) throws {
        guard var seen else { return }
        roots = nil
        histories = histories.filter { !changed.contains($0.key.place) }
        var numbers = Dictionary(seen.places.enumerated().map { ($1.row, $0) }, uniquingKeysWith: { first, _ in first })
        for row in changed.sorted() {
            let observations = try observations(at: row, db)
            if let number = numbers[row] {
                seen.places[number].observations = observations
            } else if let place = try Row.fetchOne(
                db, sql: "SELECT key, body FROM places WHERE row = ?", arguments: [row])
            {
                numbers[row] = seen.places.count
                seen.places.append((row, place[0], try Ledger.decodePlace(place[1]), observations))
            }
        }
        seen.places.removeAll { $0.observations.isEmpty }
        seen.places.sort { $0.key < $1.key }
        seen.parties = try SideNames.all(db)
        self.seen = seen
        for (known, board) in boards {
            let old = Dictionary(board.places.map { ($0.key, $0.periods) }, uniquingKeysWith: { first, _ in first })
            let places = seen.places.map { place in
                let kept = changed.contains(place.row) ? nil : old[place.key]
                return (
                    key: place.key, place: place.place,
                    periods: kept ?? Self.periods(place.observations, known: known)
                )
            }
            boards[known] = Board(places: places, parties: seen.parties)
        }
    }

    private static func list(_ rows: [Int64]) -> String { rows.map(String.init).joined(separator: ",") }
}
