public import Foundation
public import Record

/// Reports of a made-up war, for benchmarks and tests: the same seed gives the same reports.
public struct LedgerGenerator: Sendable {
    /// Claims in each report.
    public var claimsPerReport = 10
    /// Places that the claims are spread over, most on few.
    public var places = 2000
    /// One report in so many copies an earlier one.
    public var echoEvery = 20
    private let seed: UInt64

    /// A war of its own for each seed.
    public init(seed: UInt64 = 1) { self.seed = seed }

    /// Report number `index`, with the bytes that it would have been read from.
    public func recording(_ index: Int) -> Recording {
        if echoEvery > 0, index % echoEvery == echoEvery - 1, index > 4 {
            var copy = recording(index - 3)
            copy.coded.report.id = "r\(index)"
            copy.coded.report.publisher = "Outlet \((index * 7) % 40)"
            return finish(copy.coded, index)
        }
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 &+ UInt64(index) &* 0xD134_2543_DE82_EF95 &+ 1)
        let day = PartialDate(daysSince1970: 16_000 + index % 2000)
        var header = CodedReport.Header(id: "r\(index)")
        header.title = "Report \(index)"
        header.publisher = "Outlet \(index % 40)"
        header.published = day
        header.language = "en"
        header.coder = "generator"
        var text = ""
        var claims: [Claim] = []
        for number in 0..<claimsPerReport {
            let start = text.utf8.count
            let content = content(&dice, text: &text)
            let end = text.utf8.count
            text += " "
            let party = dice.next(3) == 0
            claims.append(
                Claim(
                    id: "c\(number + 1)", content: content, evidence: TextRange(start, end),
                    trigger: TextRange(start, start + 3), modality: party ? .claimed : .asserted,
                    attribution: party ? Attribution(name: "Side \(dice.next(4))", kind: .party) : nil,
                    when: TimeSpan(day.adding(days: -dice.next(3))), confidence: 0.5 + Double(dice.next(50)) / 100,
                    rule: "generator"))
        }
        return finish(CodedReport(report: header, text: text, claims: claims), index)
    }

    private func finish(_ coded: CodedReport, _ index: Int) -> Recording {
        let bytes = Data((coded.text + "\(index)").utf8)
        return Recording(
            coded: coded, bytes: bytes, sha256: Digests.hex(Digests.bytes(bytes)),
            source: "generated/\(index)", format: "text")
    }

    private func content(_ dice: inout Dice, text: inout String) -> Claim.Content {
        // Squaring crowds the claims on few places, as a war does.
        let share = Double(dice.next(10_000)) / 10_000
        let number = Int(share * share * Double(places))
        var place = Place(name: "Town \(number)")
        (place.id, place.resolved, place.kind) = ("made:\(number)", "Town \(number)", .settlement)
        (place.country, place.admin1) = ("XX", "Province \(number % 12)")
        (place.latitude, place.longitude) = (33 + Double(number % 50) / 10, 38 + Double(number / 50) / 10)
        let first = dice.next(4)
        let one = Actor(name: "Side \(first)", id: "side_\(first)", kind: .rebel)
        let second = (first + 1 + dice.next(3)) % 4
        let two = Actor(name: "Side \(second)", id: "side_\(second)", kind: .rebel)
        let words = (0..<6).map { _ in Dice.words[dice.next(Dice.words.count)] }.joined(separator: " ")
        switch dice.next(10) {
        case 0, 1:
            text += "\(one.name) took \(place.name) from \(two.name) \(words)."
            return .control(Control(state: .captured, place: place, holder: one, from: two))
        case 2:
            text += "\(place.name) is held by \(one.name) \(words)."
            return .control(Control(state: .held, place: place, holder: one))
        case 3, 4:
            let count = dice.next(90)
            text += "\(count) people fled \(place.name) \(words)."
            var figure = Figure(measure: .displaced, low: Double(count), high: Double(count))
            figure.place = place
            return .figure(figure)
        default:
            let count = dice.next(30)
            text += "\(one.name) fought \(two.name) at \(place.name), \(count) died \(words)."
            var event = Event(type: dice.next(2) == 0 ? .armedClash : .airStrike, actor: one, target: two, place: place)
            event.fatalities = Quantity(low: count, high: count)
            return .event(event)
        }
    }

    /// SplitMix64.
    struct Dice {
        var state: UInt64

        mutating func next(_ below: Int) -> Int {
            state &+= 0x9E37_79B9_7F4A_7C15
            var z = state
            z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
            z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
            return Int((z ^ (z >> 31)) % UInt64(below))
        }

        static let words = [
            "north", "bridge", "dawn", "column", "river", "market", "ridge", "gate", "convoy", "school", "field",
            "road",
            "tower", "mill", "canal", "factory", "harvest", "checkpoint", "suburb", "orchard", "valley", "depot",
            "junction", "quarry", "airfield", "hospital", "warehouse", "pumping", "station", "village", "border", "dam",
        ]
    }
}
