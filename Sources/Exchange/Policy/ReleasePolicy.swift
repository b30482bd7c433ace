public import Record

/// What may leave: the one door between the record and everyone outside.
///
/// In come claims with their reports; out come ``ReleasedClaim``s, the only thing that a writer of this room accepts.
/// A policy is a list of rules; where several fit a claim the most careful one holds: withhold before delay, delay
/// before coarsen, coarsen further before coarsen less. It never moves a point: a coarser place has a coarser name, and
/// no point or the centre of a stated cell, and says so in ``ReleasedClaim/precision``.
///
///     let policy = try ReleasePolicy(yaml: text, name: "policy.yaml")
///     let out = policy.release(claims, now: today)
public struct ReleasePolicy: Sendable, Equatable {
    /// In the order of the file; order has no meaning but in messages.
    public var rules: [ReleaseRule]
    /// Figures and tolls below this number are written without it; 0 for none.
    public var suppressBelow: Int
    /// Names of persons that the lexicon does not know are left out, with the words that carry them.
    public var hidesPrivatePersons: Bool

    /// A policy of rules; without any it publishes all.
    public init(rules: [ReleaseRule], suppressBelow: Int = 0, hidesPrivatePersons: Bool = true) {
        (self.rules, self.suppressBelow, self.hidesPrivatePersons) = (rules, suppressBelow, hidesPrivatePersons)
    }

    /// The public view's policy where no `policy.yaml` is given: events younger than 72 hours wait; camps, hospitals,
    /// shelters and positions of aid workers are told to the district only; private persons are not named.
    public static let standard = ReleasePolicy(rules: [
        ReleaseRule(name: "fresh events wait 72 hours", kinds: [.event], action: .delay(days: 3)),
        ReleaseRule(name: "camps to the district", placeKinds: [.camp], action: .coarsen(.admin2)),
        ReleaseRule(
            name: "hospitals and shelters to the district",
            placeWords: [
                "hospital", "hospitals", "clinic", "clinics", "shelter", "shelters", "orphanage", "camp", "safe house",
                "medical", "infirmary", "dispensary", "refuge",
            ], action: .coarsen(.admin2)),
        ReleaseRule(name: "aid workers to the district", actorKinds: [.ngo, .un], action: .coarsen(.admin2)),
    ])

    /// For the analyst's own desk: every claim as it is, but names of private persons.
    public static let desk = ReleasePolicy(rules: [])

    /// Passes what may leave, in the order given.
    ///
    /// - Parameter now: The day of release; age is counted from the day a thing happened, or was reported where the
    ///   text gives no day.
    public func release(_ claims: [SourcedClaim], now: PartialDate) -> [ReleasedClaim] {
        claims.compactMap { release($0, now: now) }
    }

    /// One claim, or nil where it may not leave yet or at all.
    public func release(_ sourced: SourcedClaim, now: PartialDate) -> ReleasedClaim? {
        var level: Coarsening?
        for rule in rules where rule.fits(sourced.claim) {
            switch rule.action {
            case .publish: continue
            case .withhold: return nil
            case .delay(let days):
                if now.firstDay - day(of: sourced) < days { return nil }
            case .coarsen(let wanted): level = max(level ?? wanted, wanted)
            }
        }
        return ReleasedClaim(sourced, coarsened: level, policy: self)
    }

    /// A fresh event is as young as its youngest day; an undated one as young as its report.
    private func day(of sourced: SourcedClaim) -> Int {
        let when = sourced.claim.when
        guard let date = when?.end ?? when?.start else { return sourced.known.lastDay }
        return date.lastDay
    }

    /// Captions that may leave: those whose photograph is older than the longest delay for events.
    public func release(_ captions: [SourcedCaption], now: PartialDate) -> [ReleasedCaption] {
        let delay =
            rules.compactMap { rule -> Int? in
                guard rule.kinds.isEmpty || rule.kinds.contains(.event), case .delay(let days) = rule.action else {
                    return nil
                }
                return days
            }.max() ?? 0
        let guarded = rules.filter { $0.action != .publish && !$0.placeWords.isEmpty }
        return captions.compactMap { sourced in
            guard now.firstDay - (sourced.caption.date ?? sourced.known).lastDay >= delay else { return nil }
            guard !guarded.contains(where: { $0.names(sourced.caption.text) }) else { return nil }
            return ReleasedCaption(sourced)
        }
    }
}

/// One rule of a ``ReleasePolicy``: every condition that is given must hold.
public struct ReleaseRule: Sendable, Equatable {
    /// What to do with a claim that fits.
    public enum Action: Sendable, Equatable {
        case publish, withhold
        /// Not before so many days after the event.
        case delay(days: Int)
        case coarsen(Coarsening)
    }

    /// For messages.
    public var name: String
    /// Kinds of claim; none for all, as for every condition.
    public var kinds: Set<Claim.Kind>
    /// Types of event.
    public var eventTypes: Set<EventType>
    /// What a figure counts.
    public var measures: Set<Figure.Measure>
    /// Kinds of a place of the claim; one is enough.
    public var placeKinds: Set<Place.Kind>
    /// Lower-case words of a place's name, or pairs of words; one is enough.
    public var placeWords: Set<String>
    /// Kinds of a party to the claim; one is enough.
    public var actorKinds: Set<Actor.Kind>
    /// Alpha-2 codes of the place's country.
    public var countries: Set<String>
    /// What to do with a claim that fits.
    public var action: Action

    /// A rule; a condition that is not given fits every claim.
    public init(
        name: String, kinds: Set<Claim.Kind> = [], eventTypes: Set<EventType> = [],
        measures: Set<Figure.Measure> = [], placeKinds: Set<Place.Kind> = [], placeWords: Set<String> = [],
        actorKinds: Set<Actor.Kind> = [], countries: Set<String> = [], action: Action
    ) {
        (self.name, self.kinds, self.eventTypes, self.measures) = (name, kinds, eventTypes, measures)
        (self.placeKinds, self.placeWords, self.actorKinds) = (placeKinds, placeWords, actorKinds)
        (self.countries, self.action) = (countries, action)
    }

    /// True where every condition given holds.
    func fits(_ claim: Claim) -> Bool {
        let places = claim.places
        if !kinds.isEmpty, !kinds.contains(claim.kind) { return false }
        if !eventTypes.isEmpty {
            guard case .event(let event) = claim.content, eventTypes.contains(event.type) else { return false }
        }
        if !measures.isEmpty {
            guard case .figure(let figure) = claim.content, measures.contains(figure.measure) else { return false }
        }
        if !placeKinds.isEmpty, !places.contains(where: { $0.kind.map(placeKinds.contains) ?? false }) { return false }
        if !placeWords.isEmpty,
            !places.contains(where: { names($0.name) || names($0.resolved ?? "") || names($0.modifier?.text ?? "") })
        {
            return false
        }
        if !actorKinds.isEmpty, !claim.parties.contains(where: { actorKinds.contains($0.kind) }) { return false }
        if !countries.isEmpty, !places.contains(where: { $0.country.map(countries.contains) ?? false }) { return false }
        return true
    }

    /// True where `text` has one of the rule's words.
    func names(_ text: String) -> Bool {
        guard !text.isEmpty, !placeWords.isEmpty else { return false }
        let words = text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
        for (place, word) in words.enumerated() {
            if placeWords.contains(word) { return true }
            if place > 0, placeWords.contains(words[place - 1] + " " + word) { return true }
        }
        return false
    }
}
