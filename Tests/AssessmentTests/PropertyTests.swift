import Assessment
import Record
import Testing

/// Random wars: what must hold of all of them.
@Suite struct PropertyTests {
    private func claims(_ random: inout Seeded) -> [SourcedClaim] {
        let sides = [Fixture.army, Fixture.group, Actor(name: "SDF", id: "sdf", kind: .rebel)]
        let speakers: [Attribution?] = [
            nil, nil, Attribution(name: "army", id: "syrian_army", kind: .party),
            Attribution(name: "IS", id: "islamic_state", kind: .party), Attribution(name: "Monitor", kind: .monitor),
        ]
        return (0..<Int.random(in: 3...14, using: &random)).map { index in
            let day = Int.random(in: 1...20, using: &random)
            let lag = Int.random(in: 0...5, using: &random)
            let speaker = speakers.randomElement(using: &random) ?? nil
            let states: [Control.State] = [.captured, .captured, .held, .lost, .contested, .besieged]
            let modality: Modality =
                Int.random(in: 0...5, using: &random) == 0 ? .denied : speaker?.kind == .party ? .claimed : .asserted
            let isHistory = Int.random(in: 0...2, using: &random) == 0
            var claim = Fixture.control(
                states.randomElement(using: &random) ?? .held, sides.randomElement(using: &random),
                from: Bool.random(using: &random) ? sides.randomElement(using: &random) : nil,
                on: Int.random(in: 0...5, using: &random) == 0
                    ? nil : PartialDate(daysSince1970: 17_000 + day).description,
                known: PartialDate(daysSince1970: 17_000 + day + lag).description, report: "r\(index)",
                publisher: "Paper \(index % 4)", by: speaker, modality: modality)
            claim.claim.background = isHistory
            return claim
        }
    }

    private func statuses(_ claims: [SourcedClaim], known: PartialDate? = nil) -> [String] {
        let history = ControlHistory.assess(claims, known: known)
        return (16_995...17_030).map { day in
            let state = history.state(on: PartialDate(daysSince1970: day))
            let sides = state.sides.map(\.key).joined(separator: "+")
            return "\(state.status) \(state.holder?.key ?? "-") \(sides) \(state.previous?.key ?? "-")"
        }
    }

    @Test("the order of reading never changes an assessment", arguments: 0..<300)
    func order(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let all = claims(&random)
        let known = PartialDate(daysSince1970: 17_040)
        let one = ControlHistory.assess(all).states(to: known)
        let two = ControlHistory.assess(all.shuffled(using: &random)).states(to: known)
        let same = one == two
        #expect(same)
    }

    @Test("a copy of a report changes no status", arguments: 0..<300)
    func echo(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let all = claims(&random)
        guard var copy = all.randomElement(using: &random) else { return }
        copy.key = "copy#c1"
        copy.echoOf = copy.report
        copy.report = "copy"
        copy.publisher = "Copyist"
        copy.known = copy.known.adding(days: Int.random(in: 0...6, using: &random))
        #expect(statuses(all) == statuses(all + [copy]))
    }

    @Test("a claim known later never changes an answer for an earlier day of knowledge", arguments: 0..<300)
    func knowledge(seed: Int) {
        var random = Seeded(seed: UInt64(seed))
        let all = claims(&random)
        let known = PartialDate(daysSince1970: 17_000 + Int.random(in: 1...20, using: &random))
        let early = all.filter { $0.known.lastDay <= known.lastDay }
        #expect(statuses(early) == statuses(all, known: known))
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
