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
    public var rules: [ReleaseRule] { didSet { held = rules.map(HeldRule.init) } }
    /// The same, for every claim.
    private var held: [HeldRule]
    /// Figures and tolls below this number are written without it; 0 for none.
    public var suppressBelow: Int
    /// Names of persons that the lexicon does not know are left out, wherever they stand.
    public var hidesPrivatePersons: Bool
    /// Data sets whose licence lets their rows be published again, by the names that `dateline import` gave them. Rows
    /// of others never leave.
    public var republished: Set<String> = []
    /// What may be named besides what the claim itself names: the ledger's places and parties.
    private(set) var publicNames = PublicNames()
    /// Places that no sentence may name, whatever claim it stands for.
    private(set) var guardedPlaces = GuardedPlaces()

    /// Takes in what the record knows: parties and places may be named, but for places that a rule guards by their kind
    /// or their words, which no sentence names.
    public mutating func learn(places: some Sequence<Place>, actors: some Sequence<Actor>) {
        for actor in actors { publicNames.insert(actor) }
        for place in places {
            guard rules.contains(where: { $0.guards(place) }) else {
                publicNames.insert(place)
                continue
            }
            for name in [place.name, place.resolved] { if let name { guardedPlaces.insert(name) } }
        }
    }

    /// A policy of rules; without any it publishes all.
    public init(rules: [ReleaseRule], suppressBelow: Int = 0, hidesPrivatePersons: Bool = true) {
        (self.rules, self.suppressBelow, self.hidesPrivatePersons) = (rules, suppressBelow, hidesPrivatePersons)
        held = rules.map(HeldRule.init)
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
        guard case .released(let level) = verdict(sourced, now: now) else { return nil }
        return ReleasedClaim(sourced, coarsened: level, policy: self)
    }

    /// The claims that may be shown, as claims with their sources: all that a public page or its search may know.
    public func released(_ claims: [SourcedClaim], now: PartialDate) -> [SourcedClaim] {
        claims.compactMap { release($0, now: now)?.sourced }
    }

    /// Whether a claim may leave, and why not.
    public enum Verdict: Sendable, Equatable {
        /// With its place coarsened, where a level is given.
        case released(Coarsening?)
        /// By the rule of this name.
        case withheld(String)
    }

    /// What the policy says of a claim on the day `now`.
    public func verdict(_ sourced: SourcedClaim, now: PartialDate) -> Verdict {
        if let set = ImportMark.dataset(sourced.claim), !republished.contains(set) {
            return .withheld("the licence of \(set) does not let it be published again")
        }
        var level: Coarsening?
        for rule in held where rule.fits(sourced.claim) {
            switch rule.action {
            case .publish: continue
            case .withhold: return .withheld(rule.name)
            case .delay(let days): if now.firstDay - day(of: sourced) < days { return .withheld(rule.name) }
            case .coarsen(let wanted): level = max(level ?? wanted, wanted)
            }
        }
        return .released(level)
    }

    /// True where `text`, a part of a claim, is or has the name of a private person.
    func namesPerson(_ text: String, in claim: Claim) -> Bool {
        let screen = NameScreen(text)
        let candidates = screen.candidates()
        return !candidates.isEmpty && hiding(candidates, of: screen, in: claim) != nil
    }

    /// The screen with those candidates hidden that neither the policy nor the claim lets be told; nil where all may be.
    private func hiding(_ candidates: [Range<Int>], of screen: NameScreen, in claim: Claim) -> NameScreen? {
        var screen = screen
        var names = ClaimNames(known: publicNames)
        screen.hide(candidates) { names.contains($0, in: claim) }
        return screen.hidden.isEmpty ? nil : screen
    }

    /// True where an address or id has a person's name that neither the policy nor the claim lets be told.
    func addressNamesPerson(_ address: String, in claim: Claim) -> Bool {
        AddressScreen(address).map { namesPerson($0, in: claim) } ?? false
    }

    private func namesPerson(_ screen: AddressScreen, in claim: Claim) -> Bool {
        var names = ClaimNames(known: publicNames)
        return screen.namesPerson { names.contains($0, in: claim) }
    }

    /// The evidence without names of private persons and of guarded places; what was left out goes into `secrets`. Nil
    /// where a name that was left out elsewhere in the claim would still be told.
    func screen(_ sentence: String, claim: Claim, into secrets: inout Secrets) -> String? {
        guard !sentence.isEmpty else { return nil }
        var text = sentence
        var screen = NameScreen(sentence)
        let candidates = hidesPrivatePersons ? screen.candidates() : []
        if !candidates.isEmpty, let found = hiding(candidates, of: screen, in: claim) {
            for word in found.hiddenWords { secrets.add(words: word) }
            text = found.screened
            screen = NameScreen(text)
        }
        if let masked = guardedPlaces.masked(screen, rules: held) {
            secrets.add(lost: text, in: masked)
            text = masked
        }
        if !secrets.isEmpty, secrets.told(by: text) { return nil }
        return text
    }

    /// True for a headline that names neither a private person nor a guarded place.
    public func mayShow(_ headline: String) -> Bool {
        var screen = NameScreen(headline)
        if hidesPrivatePersons { screen.hide(screen.candidates()) { publicNames.contains($0) } }
        return screen.hidden.isEmpty && guardedPlaces.masked(screen, rules: held) == nil
    }

    /// A fresh event is as young as its youngest day; an undated one as young as its report.
    private func day(of sourced: SourcedClaim) -> Int {
        let when = sourced.claim.when
        guard let date = when?.end ?? when?.start else { return sourced.known.lastDay }
        return date.lastDay
    }

    /// Captions that may leave: those whose photograph is older than the longest delay for events. One that names a
    /// guarded place does not leave; names of private persons are left out.
    public func release(_ captions: [SourcedCaption], now: PartialDate) -> [ReleasedCaption] {
        let delay =
            rules.compactMap { rule -> Int? in
                guard rule.kinds.isEmpty || rule.kinds.contains(.event), case .delay(let days) = rule.action else {
                    return nil
                }
                return days
            }.max() ?? 0
        return captions.compactMap { sourced in
            guard now.firstDay - (sourced.caption.date ?? sourced.known).lastDay >= delay else { return nil }
            guard guardedPlaces.masked(NameScreen(sourced.caption.text), rules: held) == nil else { return nil }
            return ReleasedCaption(sourced, policy: self)
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
    public var placeWords: Set<String> { didSet { words = WordSet(placeWords) } }
    private var words: WordSet
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
        (self.countries, self.action, words) = (countries, action, WordSet(placeWords))
    }

    /// True for a rule that guards the place wherever it is named.
    func guards(_ place: Place) -> Bool {
        switch action {
        case .publish, .delay: return false
        case .withhold, .coarsen: break
        }
        return place.kind.map(placeKinds.contains) ?? false || !words.isEmpty && names(place)
    }

    /// True where the rule asks for words.
    var hasWords: Bool { !words.isEmpty }

    /// True where one of the place's names has one of the rule's words.
    func names(_ place: Place) -> Bool {
        if words.isNamed(in: place.name) { return true }
        if let resolved = place.resolved, words.isNamed(in: resolved) { return true }
        guard let modifier = place.modifier else { return false }
        return words.isNamed(in: modifier.text)
    }

    /// True where `text` has one of the rule's words.
    func names(_ text: String) -> Bool { words.isNamed(in: text) }

    /// The same of UTF-8 bytes.
    func names(_ text: [UInt8]) -> Bool { words.isNamed(in: text) }
}
