public import Record

/// One control claim about one place, reduced to what the walk of ``ControlHistory`` needs: small numbers, so that a
/// whole map is assessed without touching a string.
public struct Observation: Sendable {
    /// How the speaker stands to what is said.
    public enum Interest: UInt8, Sendable { case none, selfServing, against }

    /// What the caller knows the claim by (an index, a row).
    public var ref: Int
    /// A hash of the claim's key: breaks ties, so that the order of reading does not.
    public var order: UInt64
    /// Days since 1970 of the valid time; `last` is where a state was last said to hold.
    public var first: Int32
    /// Last day (since 1970) on which the state was said to hold; a change of hands has `last` equal to `first`.
    public var last: Int32
    /// First day that a coarse date may mean; less than `first` where it is coarse.
    public var earliest: Int32
    /// Day of knowledge.
    public var known: Int32
    /// What is said.
    public var state: Control.State
    /// True for what is denied or negated.
    public var negative: Bool
    /// True where only a part of the place is spoken of.
    public var part: Bool
    /// Sides as hashes of their keys (``NameKey/side(_:at:)``), 0 for none: holder or loser or insider.
    public var side: UInt64
    /// Captured: who lost it; besieged: the besieger; contested and divided: the other side.
    public var other: UInt64
    /// Who says so: one voice counts once, however many reports carry it.
    public var voice: UInt64
    /// Hash of the publisher, of the report where it has none.
    public var publisher: UInt64
    /// Hash of the report that the claim's report copies; its own where it is no copy.
    public var echo: UInt64
    /// True where the report is no copy of another.
    public var original: Bool
    /// How the speaker stands to it.
    public var interest: Interest
    /// 0 to about 1.3.
    public var weight: Float
    /// Day on which the state ended, or `Int32.max`.
    public var until: Int32
    /// True for what is told as history and not as news.
    public var isHistory: Bool
    /// What ``side`` is where it has no name.
    public var crowd: Crowd
    /// What ``side`` is where it has a name.
    public var sort: Sort

    /// An observation from its stored parts.
    public init(
        ref: Int, order: UInt64, first: Int32, last: Int32, earliest: Int32, known: Int32, state: Control.State,
        negative: Bool, part: Bool, side: UInt64, other: UInt64, voice: UInt64, publisher: UInt64, echo: UInt64,
        original: Bool, interest: Interest, weight: Float, until: Int32, isHistory: Bool = false, crowd: Crowd = .none,
        sort: Sort = .other
    ) {
        (self.ref, self.order, self.first, self.last, self.earliest) = (ref, order, first, last, earliest)
        (self.known, self.state, self.negative, self.part) = (known, state, negative, part)
        (self.side, self.other, self.voice, self.publisher) = (side, other, voice, publisher)
        (self.echo, self.original, self.interest) = (echo, original, interest)
        (self.weight, self.until) = (weight, until)
        (self.isHistory, self.crowd, self.sort) = (isHistory, crowd, sort)
    }

    /// The observation of a control claim; nil for other kinds, for background without a date, and for what is only
    /// pledged, forecast or supposed.
    public init?(_ sourced: SourcedClaim, ref: Int) {
        let claim = sourced.claim
        guard case .control(let control) = claim.content else { return nil }
        switch claim.modality {
        case .pledged, .forecast, .hypothetical: return nil
        case .denied, .negated: negative = true
        case .asserted, .claimed: negative = false
        }
        let undated = claim.background && claim.when?.start == nil && claim.when?.end == nil
        // Which day an undated change belongs to can be told from the rest of its report; a state says nothing.
        if undated, control.state != .captured || control.holder == nil { return nil }
        if let holder = control.holder, Self.unarmed.contains(holder.kind) { return nil }
        self.ref = ref
        order = NameKey.hash(sourced.key)
        let knownDay = sourced.known.lastDay
        known = Int32(clamping: knownDay)
        var weight: Float = Float(max(0.05, min(1, claim.confidence)))
        var first = knownDay
        var last = knownDay
        var earliest = knownDay
        if let start = claim.when?.start ?? claim.when?.end {
            earliest = min(start.firstDay, knownDay)
            first = min(start.lastDay, knownDay)
            last = first
            switch start.precision {
            case .year: weight *= 0.5
            case .month: weight *= 0.8
            default: break
            }
            if control.state != .captured, control.state != .lost {
                // "since 2014" reaches to the day of the report; "on Friday" does not.
                if let end = claim.when?.end { last = max(first, min(end.firstDay, knownDay)) } else { last = knownDay }
            }
        } else {
            weight *= 0.8
        }
        if undated { (earliest, weight) = (Self.unknownDay, weight * 0.6) }
        if claim.background { weight *= 0.7 }
        // "Rebel-held X", said in passing: of its province or a part of it as likely as of the town.
        if claim.background, claim.rule.hasPrefix("adjective:") { weight *= 0.5 }
        isHistory = claim.background
        // "The town" of a history: which one is read from what stands before.
        if claim.background, !Self.namesPlace(claim, control.place) { weight *= 0.6 }
        if claim.background, let holder = control.holder, NameKey.isForeign(holder, at: control.place.country) {
            weight *= 0.3
        }
        crowd = control.holder.map { NameKey.crowd($0) } ?? .none
        sort = Sort(control.holder?.kind)
        (self.first, self.last, self.earliest) = (
            Int32(clamping: first), Int32(clamping: last), Int32(clamping: earliest)
        )
        state = control.state
        part = control.place.scope == .part && (control.place.share ?? 50) < 100
        let country = control.place.country
        func hash(_ actor: Actor?) -> UInt64 { actor.map { NameKey.hash(NameKey.side($0, at: country)) } ?? 0 }
        switch control.state {
        case .captured, .held, .lost: (side, other) = (hash(control.holder), hash(control.from))
        case .besieged:
            (side, other) = (hash(control.holder), hash(control.besieger))
            // Nobody besieges himself: who is named twice is inside.
            if side == other { other = 0 }
        case .contested, .divided:
            let sides = (control.holders ?? []).map { hash($0) }.sorted()
            let one = sides.first ?? hash(control.holder)
            (side, other) = (one, sides.first { $0 != one } ?? 0)
        }
        until = control.until.map { Int32(clamping: $0.firstDay) } ?? .max

        let attribution = claim.attribution
        let report = NameKey.hash(sourced.report)
        let publisherKey = sourced.publisher.map { NameKey.hash("publisher:" + NameKey.fold($0)) } ?? report
        publisher = publisherKey
        echo = NameKey.hash(sourced.echoOf)
        original = sourced.echoOf == sourced.report
        voice = attribution.map { NameKey.hash("voice:" + ($0.id ?? NameKey.fold($0.name))) } ?? publisherKey
        (interest, self.weight) = Self.interest(claim, control: control, country: country, weight: weight)
    }

    /// ``earliest`` of a change that no word dates, in days since 1970.
    static let unknownDay = -700_000

    /// True for a change that no word dates: ``ControlWalk`` dates it by the rest of its report.
    var isUndated: Bool { earliest == Int32(Self.unknownDay) }

    /// False where the place is named outside the words that carry the claim.
    private static func namesPlace(_ claim: Claim, _ place: Place) -> Bool {
        place.range.map { claim.evidence.contains($0) } ?? false
    }

    /// Who cannot hold a place.
    private static let unarmed: Set<Actor.Kind> = [.ngo, .media]

    /// A claim against the speaker's own interest weighs 1.3, a party's word for itself 0.4.
    private static func interest(_ claim: Claim, control: Control, country: String?, weight: Float) -> (
        Interest, Float
    ) {
        guard let attribution = claim.attribution else {
            return claim.modality == .claimed || claim.modality == .denied
                ? (.selfServing, weight * 0.4) : (.none, weight)
        }
        let isParty: Bool
        switch attribution.kind {
        case .party, .official: isParty = true
        case .monitor, .witness, .un, .ngo: isParty = false
        case .media: isParty = claim.modality == .claimed
        }
        guard isParty || claim.modality == .claimed else { return (.none, weight) }
        let speaker = attribution.id ?? NameKey.fold(attribution.name)
        func speaks(for actor: Actor?) -> Bool {
            guard let actor else { return false }
            let side = NameKey.state(speaker).map { "state:" + $0 } ?? speaker
            return NameKey.side(actor, at: country) == side || actor.id == speaker
                || NameKey.fold(actor.name) == speaker
                || (actor.aliases ?? []).contains { NameKey.fold($0) == speaker }
        }
        let negative = claim.modality == .denied || claim.modality == .negated
        let admits: Bool
        switch control.state {
        case .captured, .held: admits = negative ? speaks(for: control.holder) : speaks(for: control.from)
        case .lost: admits = !negative && speaks(for: control.holder)
        case .besieged, .contested, .divided: admits = false
        }
        return admits ? (.against, weight * 1.3) : (.selfServing, weight * 0.4)
    }
}
