import Assessment
import Record

/// Claims about one town, of every state, modality, kind of date and kind of speaker, drawn by lot: what the properties
/// of an assessment must hold of.
struct RandomWar {
    /// Days since 1970 before which nothing is told, and after which nothing happens.
    static let days = 17_000...17_024

    private static let sides = [
        Fixture.army, Fixture.group, Actor(name: "SDF", id: "sdf", kind: .rebel),
        Actor(name: "government", kind: .government), Actor(name: "militants", kind: .rebel),
        Actor(name: "rebel forces", kind: .rebel), Actor(name: "the coalition", id: "coalition", kind: .coalition),
    ]
    private static let speakers: [Attribution?] = [
        nil, nil, nil, Attribution(name: "army", id: "syrian_army", kind: .party),
        Attribution(name: "IS", id: "islamic_state", kind: .party), Attribution(name: "Monitor", kind: .monitor),
        Attribution(name: "residents", kind: .witness), Attribution(name: "SDF", id: "sdf", kind: .official),
    ]

    private var random: Seeded
    private(set) var claims: [SourcedClaim] = []

    init(_ random: inout Seeded) {
        self.random = random
        let count = Int.random(in: 3...16, using: &self.random)
        while claims.count < count {
            let claim = next(claims.count)
            claims.append(claim)
        }
        random = self.random
    }

    private mutating func chance(_ one: Int) -> Bool { Int.random(in: 0..<one, using: &random) == 0 }

    private mutating func side() -> Actor? { Self.sides.randomElement(using: &random) }

    private mutating func next(_ index: Int) -> SourcedClaim {
        let day = Int.random(in: Self.days, using: &random)
        // A source takes back, or another denies, what was said before.
        if let target = claims.randomElement(using: &random), chance(5) { return denial(of: target, index) }
        if let target = claims.randomElement(using: &random), chance(8) { return copy(of: target, index) }
        let speaker = Self.speakers.randomElement(using: &random) ?? nil
        var claim = Fixture.control(
            Control.State.allCases.randomElement(using: &random) ?? .held, nil, on: nil,
            known: PartialDate(daysSince1970: day + Int.random(in: 0...5, using: &random)).description,
            // Two claims a report.
            report: "r\(index / 2)", publisher: "Paper \(index / 2 % 4)", by: speaker,
            modality: modality(of: speaker))
        claim.key = "\(claim.report)#c\(index)"
        claim.claim.id = "c\(index)"
        claim.claim.confidence = Double(Int.random(in: 3...10, using: &random)) / 10
        claim.claim.background = chance(3)
        claim.claim.when = when(day)
        if case .control(let control) = claim.claim.content {
            claim.claim.content = .control(filled(control, day: day))
        }
        return claim
    }

    private mutating func denial(of target: SourcedClaim, _ index: Int) -> SourcedClaim {
        var denial = target
        denial.report = "r\(index)d"
        (denial.key, denial.echoOf, denial.claim.id) = ("\(denial.report)#c\(index)", denial.report, "c\(index)")
        denial.claim.modality = chance(2) ? .denied : .negated
        denial.known = target.known.adding(days: Int.random(in: 0...4, using: &random))
        if chance(2) {
            denial.publisher = "Paper \(Int.random(in: 0..<4, using: &random))"
            denial.claim.attribution = Self.speakers.randomElement(using: &random) ?? nil
        }
        return denial
    }

    /// What another report copies, later; sometimes from a report that is not told of.
    private mutating func copy(of target: SourcedClaim, _ index: Int) -> SourcedClaim {
        var copy = target
        copy.report = "r\(index)e"
        (copy.key, copy.claim.id) = ("\(copy.report)#c\(index)", "c\(index)")
        copy.publisher = "Paper \(Int.random(in: 0..<4, using: &random))"
        copy.known = target.known.adding(days: Int.random(in: 1...4, using: &random))
        if target.echoOf == target.report, chance(4) { copy.echoOf = "elsewhere" }
        return copy
    }

    private mutating func modality(of speaker: Attribution?) -> Modality {
        switch Int.random(in: 0..<12, using: &random) {
        case 0: .denied
        case 1: .negated
        case 2: .pledged
        default: speaker?.kind == .party ? .claimed : .asserted
        }
    }

    /// A day, a month, a year, a stretch, "since", or nothing.
    private mutating func when(_ day: Int) -> TimeSpan? {
        let date = PartialDate(daysSince1970: day)
        switch Int.random(in: 0..<10, using: &random) {
        case 0: return nil
        case 1: return PartialDate(year: date.year, month: date.month, day: nil).map { TimeSpan($0) }
        case 2: return PartialDate(year: date.year, month: nil, day: nil).map { TimeSpan($0) }
        case 3: return TimeSpan(start: date, end: nil, precision: .day)
        case 4:
            let end = date.adding(days: Int.random(in: 0...6, using: &random))
            return TimeSpan(start: date, end: end, precision: .day)
        default: return TimeSpan(date)
        }
    }

    private mutating func filled(_ control: Control, day: Int) -> Control {
        var control = control
        switch control.state {
        case .captured, .held, .lost: (control.holder, control.from) = (side(), chance(2) ? side() : nil)
        case .besieged: (control.holder, control.besieger) = (chance(4) ? nil : side(), chance(3) ? nil : side())
        case .contested, .divided: control.holders = chance(4) ? nil : [side(), side()].compactMap { $0 }
        }
        if chance(6) {
            control.place.scope = .part
            if chance(2) { control.place.share = Double([30, 60, 100].randomElement(using: &random) ?? 30) }
        }
        let lasts = control.state != .captured && control.state != .lost
        if lasts, chance(6) {
            control.until = PartialDate(daysSince1970: day + Int.random(in: 1...6, using: &random))
        }
        return control
    }
}
