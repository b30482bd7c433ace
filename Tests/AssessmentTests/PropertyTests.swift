import Assessment
import Record
import Testing

/// Random wars: what must hold of all of them.
@Suite struct PropertyTests {
    private func claims(_ seed: Int) -> (claims: [SourcedClaim], random: Seeded) {
        var random = Seeded(seed: UInt64(seed))
        return (RandomWar(&random).claims, random)
    }

    /// Everything that is told of who holds the town, for each day.
    private func answers(_ claims: [SourcedClaim], known: PartialDate? = nil) -> [String] {
        let history = ControlHistory.assess(claims, known: known)
        return (RandomWar.days.lowerBound - 800...RandomWar.days.upperBound + 10).map { day in
            let state = history.state(on: PartialDate(daysSince1970: day))
            let sides = state.sides.map(\.key).joined(separator: "+")
            let parties = [state.holder, state.besieger, state.previous].map { $0?.key ?? "-" }
            return "\(state.status) \(parties) \(sides) \(state.weight) \(state.opposed) \(state.voices)"
        }
    }

    @Test("the wars hold every status, a copy and a correction")
    func everything() {
        var found: Set<ControlStatus> = []
        var (copies, corrections) = (0, 0)
        for seed in 0..<400 {
            let all = claims(seed).claims
            let history = ControlHistory.assess(all)
            found.formUnion(history.periods.map(\.status))
            copies += history.periods.reduce(0) { $0 + $1.echoes.count }
            let denials = all.filter { $0.claim.modality == .denied || $0.claim.modality == .negated }
            corrections += denials.count { denial in
                all.contains {
                    $0.claim.modality == .asserted && $0.publisher == denial.publisher
                        && $0.claim.content == denial.claim.content && $0.known.lastDay <= denial.known.lastDay
                }
            }
        }
        #expect(found == Set(ControlStatus.allCases))
        #expect(copies > 20)
        #expect(corrections > 100)
    }

    @Test("the order of reading never changes an assessment", arguments: 0..<1000)
    func order(seed: Int) {
        var (all, random) = claims(seed)
        let known = PartialDate(daysSince1970: 17_040)
        let one = ControlHistory.assess(all).states(to: known)
        all.shuffle(using: &random)
        let same = one == ControlHistory.assess(all).states(to: known)
        #expect(same)
    }

    @Test("a copy of a report changes no status, no weight and no voice", arguments: 0..<1000)
    func echo(seed: Int) {
        var (all, random) = claims(seed)
        let before = answers(all)
        guard let copied = all.randomElement(using: &random) else { return }
        let lag = Int.random(in: 0...6, using: &random)
        for (index, claim) in all.enumerated() where claim.report == copied.report {
            var copy = claim
            (copy.key, copy.report, copy.publisher) = ("copy#c\(index)", "copy", "Copyist")
            copy.known = copy.known.adding(days: lag)
            all.append(copy)
        }
        #expect(before == answers(all))
    }

    @Test("a claim known later never changes an answer for an earlier day of knowledge", arguments: 0..<1000)
    func knowledge(seed: Int) {
        var (all, random) = claims(seed)
        let known = PartialDate(daysSince1970: Int.random(in: RandomWar.days, using: &random))
        let early = all.filter { $0.known.lastDay <= known.lastDay }
        #expect(answers(early, known: known) == answers(all, known: known))
        #expect(answers(early) == answers(all, known: known))
    }

    @Test("echo groups: a report known later never changes the first of an earlier one", arguments: 0..<50)
    func echoes(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let words = (0..<60).map { "word\($0)" }
        let items = (0..<12).map { index in
            var text = words
            for _ in 0..<Int.random(in: 0...6, using: &random) {
                text[Int.random(in: 0..<60, using: &random)] = "other\(Int.random(in: 0...99, using: &random))"
            }
            return EchoGroups.Item(
                id: "r\(index)", known: PartialDate(daysSince1970: 17_000 + Int.random(in: 0...40, using: &random)),
                text: text.joined(separator: " "))
        }
        let whole = EchoGroups.assess(items.shuffled(using: &random))
        let early = EchoGroups.assess(items.filter { $0.known.lastDay <= 17_020 })
        for (id, first) in early { #expect(whole[id] == first) }
    }
}

/// SplitMix64.
struct Seeded: RandomNumberGenerator {
    var state: UInt64
    init(seed: UInt64) { state = seed &* 0x9E37_79B9_7F4A_7C15 &+ 7 }
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
