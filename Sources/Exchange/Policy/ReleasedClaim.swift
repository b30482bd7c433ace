import Crypto
import Foundation
public import Record

/// A claim that passed a ``ReleasePolicy``: what may be shown, and nothing else.
///
/// Only the policy makes one, so a writer that takes ``ReleasedClaim``s cannot be handed what may not leave.
public struct ReleasedClaim: Sendable, Equatable {
    /// The claim as it may be shown; ranges are those of the report's text.
    public private(set) var claim: Claim
    /// The ledger's key of the claim; a name made of its hash where the key itself would tell what is hidden.
    public private(set) var key: String
    /// The report's id; treated as ``key`` is.
    public private(set) var report: String
    /// The outlet.
    public private(set) var publisher: String?
    /// The report's address; nil where it can name what is hidden.
    public private(set) var url: String?
    /// Knowledge time.
    public let known: PartialDate
    /// The evidence, without the names of private persons; nil where it would tell what the policy hides.
    public private(set) var sentence: String?
    /// The first report of its group of near-copies.
    public private(set) var echoOf: String
    /// "exact", or how the place was coarsened ("admin2").
    public private(set) var precision: String
    /// True where a small count was left out.
    public private(set) var suppressed: Bool
    /// True for the row of another data set.
    let isImported: Bool

    init(_ sourced: SourcedClaim, coarsened level: Coarsening?, policy: ReleasePolicy) {
        claim = sourced.claim
        (key, report, echoOf, known) = (sourced.key, sourced.report, sourced.echoOf, sourced.known)
        (publisher, url, precision) = (sourced.publisher, sourced.url, "exact")
        (sentence, suppressed) = (nil, false)
        isImported = ImportMark.isImported(sourced.claim)
        hide(sourced, level, policy)
    }

    private mutating func hide(_ sourced: SourcedClaim, _ level: Coarsening?, _ policy: ReleasePolicy) {
        var secrets = Secrets()
        if policy.hidesPrivatePersons { claim.hidePrivatePersons(policy, whole: sourced.claim, into: &secrets) }
        sentence = policy.screen(sourced.sentence, claim: sourced.claim, into: &secrets)
        suppressed = claim.suppressCounts(below: policy.suppressBelow)
        if suppressed { sentence = nil }
        var isCoarser = false
        if let level, claim.hasPlace({ _ in true }) {
            isCoarser = true
            for place in claim.places { secrets.add(place) }
            claim.changePlaces { $0.coarsened(to: level) }
            claim.forgetWords()
            (sentence, url, precision) = (nil, nil, level.label)
        }
        if !secrets.isEmpty { seal(secrets, always: isCoarser) }
        if policy.hidesPrivatePersons { hideNamesInAddresses(policy, whole: sourced.claim) }
    }

    /// Takes away an address and ids that name a person of whom the claim says nothing.
    private mutating func hideNamesInAddresses(_ policy: ReleasePolicy, whole: Claim) {
        if let address = url, policy.addressNamesPerson(address, in: whole) { url = nil }
        let isAlone = echoOf == report
        if policy.addressNamesPerson(report, in: whole) {
            (key, report) = (Secrets.seal(report) + "#" + claim.id, Secrets.seal(report))
            if isAlone { echoOf = report }
        }
        if !isAlone, policy.addressNamesPerson(echoOf, in: whole) { echoOf = Secrets.seal(echoOf) }
    }

    /// Takes away the address, the outlet and the ids that tell a secret; the ids of a coarser record in any case.
    private mutating func seal(_ secrets: Secrets, always: Bool) {
        if let address = url, secrets.told(by: address) { url = nil }
        if let name = publisher, secrets.told(by: name) { publisher = nil }
        if always || secrets.told(by: key) {
            (key, report) = (Secrets.seal(report) + "#" + claim.id, Secrets.seal(report))
        }
        if always || secrets.told(by: echoOf) { echoOf = Secrets.seal(echoOf) }
    }

    /// The claim as it may be shown, for what reads claims with their sources: a public page reads these and nothing
    /// else.
    public var sourced: SourcedClaim {
        SourcedClaim(
            key: key, claim: claim, report: report, publisher: publisher, url: url, known: known,
            sentence: sentence ?? "", echoOf: echoOf)
    }
}

/// What a released claim must not tell in any of its parts.
struct Secrets {
    private var words: Set<String> = []

    var isEmpty: Bool { words.isEmpty }

    /// Words of four letters or more, in lower case.
    mutating func add(words text: String) {
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber })
        where word.utf8.count >= 4 { words.insert(String(word)) }
    }

    /// The words of a text that its masked form has lost.
    mutating func add(lost text: String, in masked: String) {
        var kept = HashTable()
        Self.words(masked.lowercased()) { kept.insert($1) }
        Self.words(text.lowercased()) { word, hash in if !kept.contains(hash) { add(words: String(word)) } }
    }

    /// The stretches of letters, with a hash of each.
    private static func words(_ text: String, _ each: (Substring, UInt64) -> Void) {
        func hash(_ word: Substring) -> UInt64 { word.utf8.reduce(WordSet.seed) { WordSet.add($1, to: $0) } }
        // By bytes where characters are bytes: most sentences (`dateline bench --only exchange`).
        if text.utf8.allSatisfy({ $0 < 0x80 }) {
            for word in text.utf8.split(whereSeparator: { !(97...122).contains($0) }) {
                let word = Substring(word)
                each(word, hash(word))
            }
        } else {
            for word in text.split(whereSeparator: { !$0.isLetter }) { each(word, hash(word)) }
        }
    }

    /// A place's names, numbers and id.
    mutating func add(_ place: Place) {
        for name in [place.name, place.resolved, place.id, place.modifier?.text] { if let name { add(words: name) } }
    }

    /// True where `text` has one of the words, even inside a longer one.
    func told(by text: String) -> Bool {
        let text = text.lowercased()
        return words.contains { text.contains($0) }
    }

    /// A name that is the same in every export and tells nothing.
    static func seal(_ id: String) -> String {
        "sealed:"
            + SHA256.hash(data: Array(id.utf8)).prefix(8).map { byte in
                (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }.joined()
    }
}

extension Place {
    /// The place with less said of where; never a made-up point.
    func coarsened(to level: Coarsening) -> Place {
        let countryName = country.flatMap { Country.byCode[$0]?.name }
        func division(_ name: String?, _ kind: Kind) -> Place? {
            guard let name, !name.isEmpty else { return nil }
            var coarse = Place(name: name)
            (coarse.resolved, coarse.kind, coarse.country) = (name, kind, country)
            coarse.admin1 = kind == .country ? nil : admin1
            coarse.admin2 = kind == .admin2 ? admin2 : nil
            (coarse.scope, coarse.share) = (scope, share)
            return coarse
        }
        let nation = division(countryName, .country) ?? Place(name: "withheld")
        switch level {
        case .country: return nation
        case .admin1: return division(admin1, .admin1) ?? nation
        case .admin2: return division(admin2, .admin2) ?? division(admin1, .admin1) ?? nation
        case .grid(let degrees):
            var coarse = division(admin1, .admin1) ?? nation
            if let latitude, let longitude {
                coarse.latitude = (latitude / degrees).rounded(.down) * degrees + degrees / 2
                coarse.longitude = (longitude / degrees).rounded(.down) * degrees + degrees / 2
            }
            return coarse
        }
    }
}
