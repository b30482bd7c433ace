public import Assessment
public import Foundation
public import Record

/// What became of a report that was handed to the ledger.
public enum Recorded: Sendable, Equatable {
    /// New: the report's id in the ledger.
    case added(String)
    /// The same bytes were recorded before: that report's id.
    case alreadyThere(String)
    /// The same bytes from another address, kept as a copy of the report with this id.
    case copy(String)
    /// The same bytes, coded by another coder or with another lexicon: a new run of the report with this id.
    case recoded(String)
}

/// One report for ``Ledger/recordBatch(_:at:)``.
public struct Recording: Sendable {
    public var coded: CodedReport
    public var bytes: Data
    public var sha256: String
    public var source: String
    public var format: String?

    public init(coded: CodedReport, bytes: Data, sha256: String, source: String, format: String? = nil) {
        (self.coded, self.bytes, self.sha256) = (coded, bytes, sha256)
        (self.source, self.format) = (source, format)
    }
}

/// A report in a list.
public struct ReportRow: Sendable, Equatable {
    public var id: String
    public var title: String?
    public var publisher: String?
    public var url: String?
    public var published: PartialDate?
    /// Knowledge time.
    public var known: PartialDate
    /// When it was recorded here.
    public var recorded: Date
    public var source: String
    public var format: String?
    public var sha256: String
    public var language: String?
    /// Claims of the newest coding.
    public var claims: Int
    /// The first report of its group of near-copies, where it is not itself the first.
    public var echoOf: String?
    /// Destroyed by redaction: only hash and tombstone are left.
    public var withdrawn: Bool
}

/// A place that claims are about.
public struct PlaceRow: Sendable, Equatable {
    /// ``NameKey/of(_:)-(Place)``: the gazetteer's id, else `name:` and the folded name.
    public var key: String
    public var place: Place
    public var claims: Int
    public var controlClaims: Int
}

/// An actor that claims name.
public struct ActorRow: Sendable, Equatable {
    public var key: String
    public var actor: Actor
    public var claims: Int
    /// First and last valid day.
    public var first: PartialDate?
    public var last: PartialDate?
}

/// A count for a facet or a histogram.
public struct Count: Sendable, Equatable, Codable {
    public var key: String
    public var count: Int
}

/// Sums of the whole ledger.
public struct LedgerCounts: Sendable, Equatable, Codable {
    public var reports: Int
    public var claims: Int
    public var places: Int
    public var actors: Int
    public var decisions: Int
    public var withdrawn: Int
}

/// Which claims to read. An empty filter reads all.
public struct ClaimFilter: Sendable {
    /// By what the answer is ordered.
    public enum Order: String, Sendable {
        case valid, validDescending, known, knownDescending, confidence, unsure, recorded

        var column: String {
            switch self {
            case .valid, .validDescending: "c.first"
            case .known, .knownDescending: "c.known"
            case .confidence, .unsure: "c.confidence"
            case .recorded: "c.row"
            }
        }

        var isDescending: Bool { self == .validDescending || self == .knownDescending || self == .confidence }
    }

    public var kinds: [Claim.Kind] = []
    /// Event types, control states, measures, bonds (SCHEMA.md's words).
    public var types: [String] = []
    /// A place's key or any spelling of its name.
    public var place: String?
    /// An actor's key or any spelling of its name, as actor or as target.
    public var actor: String?
    /// Publisher or attribution.
    public var source: String?
    public var modalities: [Modality] = []
    public var minConfidence: Double?
    /// Valid time overlaps `from`...`to`; undated claims are valid on the day of knowledge.
    public var from: PartialDate?
    public var to: PartialDate?
    /// Known at the end of this day.
    public var known: PartialDate?
    public var report: String?
    /// Words that the report has.
    public var text: String?
    /// Degrees.
    public var box: (south: Double, west: Double, north: Double, east: Double)?
    /// False leaves history told as background out.
    public var background = true
    /// True leaves out what an analyst rejected: the claims that assessments count.
    public var counted = false
    /// Only claims that nobody has accepted, rejected or corrected.
    public var undecided = false
    /// Rows of one of ``Ledger/stretches(of:)``.
    public var rows: ClosedRange<Int64>?
    public var limit: Int?
    public var offset = 0
    public var order = Order.valid

    public init() {}
}

// MARK: - For archives that are not a ledger

extension ReportRow {
    /// A report that was read, not recorded.
    public init(_ header: CodedReport.Header, claims: Int) {
        let known = header.published ?? PartialDate(daysSince1970: 0)
        self.init(
            id: header.id, title: header.title, publisher: header.publisher, url: header.url,
            published: header.published, known: known, recorded: Date(timeIntervalSince1970: 0), source: header.id,
            format: nil, sha256: "", language: header.language, claims: claims, echoOf: nil, withdrawn: false)
    }
}

extension PlaceRow {
    /// A place with its claims counted.
    public init(_ place: Place, claims: Int) {
        self.init(key: NameKey.of(place), place: place, claims: claims, controlClaims: 0)
    }
}

extension ActorRow {
    /// An actor with its claims counted.
    public init(_ actor: Actor, claims: Int) {
        self.init(key: NameKey.of(actor), actor: actor, claims: claims, first: nil, last: nil)
    }
}

extension Count {
    /// How many there are of one key.
    public init(_ key: String, _ count: Int) { self.init(key: key, count: count) }
}

extension Decision {
    /// A decision that stands.
    public init(
        number: Int64, claim: String, action: Action, field: String? = nil, new: String? = nil, who: String, at: Date,
        why: String? = nil, undoes: Int64? = nil
    ) {
        self.init(
            number: number, claim: claim, action: action, field: field, old: nil, new: new, who: who, at: at, why: why,
            undoes: undoes, undone: false)
    }
}
