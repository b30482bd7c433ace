public import Record

/// A claim that passed a ``ReleasePolicy``: what may be shown, and nothing else.
///
/// Only the policy makes one, so a writer that takes ``ReleasedClaim``s cannot be handed what may not leave.
public struct ReleasedClaim: Sendable, Equatable {
    /// The claim as it may be shown; ranges are those of the report's text.
    public let claim: Claim
    /// The ledger's key of the claim.
    public let key: String
    /// The report's id.
    public let report: String
    /// The outlet.
    public let publisher: String?
    /// The report's address; nil where the claim was coarsened, for an address can name the place.
    public let url: String?
    /// Knowledge time.
    public let known: PartialDate
    /// The evidence; nil where it would tell what the policy hides.
    public let sentence: String?
    /// The first report of its group of near-copies.
    public let echoOf: String
    /// "exact", or how the place was coarsened ("admin2").
    public let precision: String

    init(_ sourced: SourcedClaim, coarsened level: Coarsening?, policy: ReleasePolicy) {
        var shown = sourced.claim
        var keepsWords = true
        if policy.hidesPrivatePersons, shown.hidePrivatePersons() { keepsWords = false }
        if policy.suppressBelow > 0, shown.suppressCounts(below: policy.suppressBelow) { keepsWords = false }
        if let level, !shown.places.isEmpty {
            shown.changePlaces { $0.coarsened(to: level) }
            shown.forgetWords()
            keepsWords = false
            precision = level.label
            url = nil
        } else {
            precision = "exact"
            url = sourced.url
        }
        (claim, key, report, publisher) = (shown, sourced.key, sourced.report, sourced.publisher)
        (known, echoOf) = (sourced.known, sourced.echoOf)
        sentence = keepsWords ? sourced.sentence : nil
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
