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
    /// The report as it was coded.
    public var coded: CodedReport
    /// The bytes that it was read from, as they were fetched.
    public var bytes: Data
    /// SHA-256 of ``bytes``, in hexadecimal.
    public var sha256: String
    /// Where it was read from: a path or an address.
    public var source: String
    /// The format that it was read as ("html"); nil where not known.
    public var format: String?

    /// A report for the ledger.
    public init(coded: CodedReport, bytes: Data, sha256: String, source: String, format: String? = nil) {
        (self.coded, self.bytes, self.sha256) = (coded, bytes, sha256)
        (self.source, self.format) = (source, format)
    }
}

/// A report in a list.
public struct ReportRow: Sendable, Equatable {
    /// Its id in the ledger.
    public var id: String
    /// Its title.
    public var title: String?
    /// Who published it.
    public var publisher: String?
    /// Its address.
    public var url: String?
    /// Its own date of publication, nil where it gives none.
    public var published: PartialDate?
    /// Knowledge time.
    public var known: PartialDate
    /// When it was recorded here.
    public var recorded: Date
    /// Where it was read from: a path or an address.
    public var source: String
    /// The format that it was read as ("html"); nil where not known.
    public var format: String?
    /// SHA-256 of ``bytes``, in hexadecimal.
    public var sha256: String
    /// ISO 639 code of its language.
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
    /// The place as it was named first.
    public var place: Place
    /// Claims of the newest codings.
    public var claims: Int
    /// Those of them that tell who holds it.
    public var controlClaims: Int
}

/// An actor that claims name.
public struct ActorRow: Sendable, Equatable {
    /// What it is found by: ``NameKey/of(_:)-(Actor)`` of an actor, the value that is counted.
    public var key: String
    /// The actor as it was named first.
    public var actor: Actor
    /// Claims of the newest codings.
    public var claims: Int
    /// First and last valid day.
    public var first: PartialDate?
    /// Last valid day of its claims.
    public var last: PartialDate?
}

/// A count for a facet or a histogram.
public struct Count: Sendable, Equatable, Codable {
    /// What it is found by: ``NameKey/of(_:)-(Actor)`` of an actor, the value that is counted.
    public var key: String
    /// How many there are.
    public var count: Int
}

/// Sums of the whole ledger.
public struct LedgerCounts: Sendable, Equatable, Codable {
    /// Reports, withdrawn ones too.
    public var reports: Int
    /// Claims of the newest codings.
    public var claims: Int
    /// Places that were ever named.
    public var places: Int
    /// Actors that were ever named.
    public var actors: Int
    /// Decisions, undone ones too.
    public var decisions: Int
    /// Reports destroyed by redaction.
    public var withdrawn: Int
}

/// Which claims to read. An empty filter reads all.
public struct ClaimFilter: Sendable {
    /// By what the answer is ordered.
    public enum Order: String, Sendable {
        case valid, validDescending, known, knownDescending, confidence, unsure, recorded, recordedDescending

        var column: String {
            switch self {
            case .valid, .validDescending: "c.first"
            case .known, .knownDescending: "c.known"
            case .confidence, .unsure: "c.confidence"
            case .recorded, .recordedDescending: "c.row"
            }
        }

        var isDescending: Bool {
            switch self {
            case .validDescending, .knownDescending, .confidence, .recordedDescending: true
            case .valid, .known, .unsure, .recorded: false
            }
        }
    }

    /// Kinds of claims; empty for all.
    public var kinds: [Claim.Kind] = []
    /// Event types, control states, measures, bonds (SCHEMA.md's words).
    public var types: [String] = []
    /// A place's key or any spelling of its name.
    public var place: String?
    /// An actor's key or any spelling of its name, as actor or as target.
    public var actor: String?
    /// Publisher or attribution.
    public var source: String?
    /// Modalities; empty for all.
    public var modalities: [Modality] = []
    /// Lowest confidence, 0 to 1.
    public var minConfidence: Double?
    /// Valid time overlaps `from`...`to`; undated claims are valid on the day of knowledge.
    public var from: PartialDate?
    /// Last valid day.
    public var to: PartialDate?
    /// Known at the end of this day.
    public var known: PartialDate?
    /// Only of this report, by its id.
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
    /// At most so many claims.
    public var limit: Int?
    /// Leaves out so many of the first.
    public var offset = 0
    /// By what the answer is ordered.
    public var order = Order.valid

    /// A filter that reads all.
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
