import Crypto
import Foundation
public import Record

/// A claim that passed a ``ReleasePolicy``: what may be shown, and nothing else.
///
/// Only the policy makes one, so a writer that takes ``ReleasedClaim``s cannot be handed what may not leave.
public struct ReleasedClaim: Sendable, Equatable {
    /// The claim as it may be shown; ranges are those of the report's text.
    public let claim: Claim
    /// The ledger's key of the claim; a name made of its hash where the key itself would tell what is hidden.
    public let key: String
    /// The report's id; treated as ``key`` is.
    public let report: String
    /// The outlet.
    public let publisher: String?
    /// The report's address; nil where it can name what is hidden.
    public let url: String?
    /// Knowledge time.
    public let known: PartialDate
    /// The evidence, without the names of private persons; nil where it would tell what the policy hides.
    public let sentence: String?
    /// The first report of its group of near-copies.
    public let echoOf: String
    /// "exact", or how the place was coarsened ("admin2").
    public let precision: String
    /// True where a small count was left out.
    public let suppressed: Bool
    /// True for the row of another data set.
    let isImported: Bool

    init(_ sourced: SourcedClaim, coarsened level: Coarsening?, policy: ReleasePolicy) {
        var shown = sourced.claim
        var secrets = Secrets()
        var sentence: String? = sourced.sentence
        isImported = ImportMark.isImported(shown)
        if policy.hidesPrivatePersons { shown.hidePrivatePersons(policy, into: &secrets) }
        sentence = policy.screen(sourced.sentence, claim: sourced.claim, into: &secrets)
        suppressed = policy.suppressBelow > 0 && shown.suppressCounts(below: policy.suppressBelow)
        if suppressed { sentence = nil }
        var (key, report, echoOf, publisher, url) = (
            sourced.key, sourced.report, sourced.echoOf, sourced.publisher, sourced.url
        )
        if let level, !shown.places.isEmpty {
            for place in shown.places { secrets.add(place) }
            shown.changePlaces { $0.coarsened(to: level) }
            shown.forgetWords()
            (sentence, url, precision) = (nil, nil, level.label)
        } else {
            precision = "exact"
        }
        if !secrets.isEmpty {
            if let address = url, secrets.told(by: address) { url = nil }
            if let name = publisher, secrets.told(by: name) { publisher = nil }
            if level != nil || secrets.told(by: key) {
                (key, report) = (Secrets.seal(report) + "#" + shown.id, Secrets.seal(report))
            }
            if level != nil || secrets.told(by: echoOf) { echoOf = Secrets.seal(echoOf) }
        }
        (claim, self.sentence, self.key, self.report, self.echoOf) = (shown, sentence, key, report, echoOf)
        (self.publisher, self.url, known) = (publisher, url, sourced.known)
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
        let kept = Set(masked.lowercased().split { !$0.isLetter })
        for word in text.lowercased().split(whereSeparator: { !$0.isLetter }) where !kept.contains(word) {
            add(words: String(word))
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
