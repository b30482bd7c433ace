import Foundation
import Language

/// Chooses among the candidates of all names of a report together.
struct Resolver {
    let world: World
    let context: PlacingContext

    struct Choice {
        let index: Int
        let confidence: Double
    }

    /// One name of the report, with what the text says about it anywhere.
    private struct Name {
        var candidates: [Candidate]
        var scores: [Double]
        var kind: String?
        var count = 0
        /// Names right after a comma ("X, Syria").
        var inside: [[UInt8]] = []
    }

    func resolve(_ found: [Found], _ sentences: [Sentence]) -> [Choice?] {
        var order: [[UInt8]] = []
        var names: [[UInt8]: Name] = [:]
        for (position, item) in found.enumerated() {
            var name = names[item.key] ?? Name(candidates: item.candidates, scores: [])
            if names[item.key] == nil { order.append(item.key) }
            name.count += 1
            name.kind = name.kind ?? item.kind
            if position + 1 < found.count, found[position + 1].sentence == item.sentence,
                contained(item, found[position + 1], sentences)
            {
                name.inside.append(found[position + 1].key)
            }
            names[item.key] = name
        }
        for key in order {
            let priors = (names[key]?.candidates ?? []).map { $0.prior }
            names[key]?.scores = priors
        }
        for key in order {
            guard var name = names[key] else { continue }
            askedKind(&name)
            contain(&name, names)
            names[key] = name
        }
        let settled = names
        for _ in 0..<2 {
            var next = names
            let anchors = order.compactMap { key in names[key].flatMap { best($0) } }
            let countries = weights(order, names)
            for key in order { next[key]?.scores = near(settled[key], anchors, countries, key) }
            names = next
        }
        let sure = order.compactMap { key in names[key].flatMap { best($0) } }.filter(\.exact)
        var result: [Choice?] = []
        for item in found {
            guard let name = names[item.key],
                let top = name.scores.indices.max(by: { name.scores[$0] < name.scores[$1] }),
                name.candidates[top].exact || isNear(name.candidates[top], sure)
            else {
                result.append(nil)
                continue
            }
            result.append(Choice(index: name.candidates[top].index, confidence: confidence(name, top)))
        }
        return result
    }

    /// A spelling that only resembles a name is believed in the countries that the report speaks of, or near a place
    /// that it names for certain: a name that resembles one far away stays unresolved.
    private func isNear(_ candidate: Candidate, _ sure: [Candidate]) -> Bool {
        sure.isEmpty
            || sure.contains { other in
                other.row.country == candidate.row.country
                    || Geometry.kilometres(
                        other.row.latitude, other.row.longitude, candidate.row.latitude, candidate.row.longitude) < 400
            }
    }

    private func contained(_ a: Found, _ b: Found, _ sentences: [Sentence]) -> Bool {
        guard a.sentence < sentences.count else { return false }
        let tokens = sentences[a.sentence].tokens
        let gap = a.tokens.upperBound..<max(a.tokens.upperBound, b.tokens.lowerBound)
        guard gap.upperBound <= tokens.count, gap.count <= 5 else { return false }
        let words = gap.map { tokens[$0].form.lowercased() }
        if words == [","] || words == ["("] { return true }
        let kinds = words.filter { !Words.directions.keys.contains($0) }
        return kinds == ["in"] || kinds == [",", "in"] || (kinds.first == "in" && kinds.count <= 3)
            || (kinds.first == "," && kinds.count <= 3 && kinds.contains("in"))
    }

    private func askedKind(_ name: inout Name) {
        guard let kind = name.kind else { return }
        for index in name.scores.indices {
            let row = name.candidates[index].row
            let has = WorldFormat.kinds[min(Int(row.kind), WorldFormat.kinds.count - 1)]
            let division = ["admin1", "admin2", "admin3"]
            if has == kind {
                name.scores[index] += kind == "settlement" ? 1.5 : 3.5
            } else if division.contains(kind), division.contains(has) || has == "region" {
                name.scores[index] += 2.5
            } else if kind == "settlement", division.contains(has) {
                name.scores[index] -= 1.5
            } else if kind == "water" || kind == "physical" {
                name.scores[index] -= has == "country" || has == "admin1" ? 1.5 : 1
            }
        }
    }

    /// "X, Syria", "X in Anbar province": the candidates that lie there win.
    private func contain(_ name: inout Name, _ names: [[UInt8]: Name]) {
        for key in Set(name.inside) {
            guard let holder = names[key], !holder.candidates.isEmpty else { continue }
            let folded = NameFolding.folded(key) ?? key
            var gained = [Double](repeating: 0, count: name.scores.count)
            for index in name.scores.indices {
                let row = name.candidates[index].row
                guard row.kind != 4 else { continue }
                for upper in holder.candidates.prefix(8) where upper.index != name.candidates[index].index {
                    let away = Geometry.kilometres(
                        row.latitude, row.longitude, upper.row.latitude, upper.row.longitude)
                    switch upper.row.kind {
                    case 4 where upper.row.country == row.country: gained[index] = max(gained[index], 6)
                    case 1, 2, 3:
                        let admin1 = NameFolding.exact(world.string(at: row.admin1Offset))
                        let admin2 = NameFolding.exact(world.string(at: row.admin2Offset))
                        let same = [admin1, admin2].contains {
                            !$0.isEmpty && ($0 == key || (NameFolding.folded($0) ?? $0) == folded)
                        }
                        let upperName = NameFolding.exact(world.string(at: upper.row.nameOffset))
                        if upper.row.country == row.country, same || admin1 == upperName {
                            gained[index] = max(gained[index], 6)
                        } else if upper.row.country == row.country, away < 200 {
                            gained[index] = max(gained[index], 3)
                        }
                    default: if away < 120 { gained[index] = max(gained[index], 3) }
                    }
                }
            }
            for index in gained.indices { name.scores[index] += gained[index] }
        }
    }

    private func best(_ name: Name) -> Candidate? {
        name.scores.indices.max { name.scores[$0] < name.scores[$1] }.map { name.candidates[$0] }
    }

    /// How much each country is spoken of.
    private func weights(_ order: [[UInt8]], _ names: [[UInt8]: Name]) -> [UInt16: Double] {
        var result: [UInt16: Double] = [:]
        for key in order {
            guard let name = names[key], let top = best(name), top.row.country != 0 else { continue }
            result[top.row.country, default: 0] += min(4, Double(name.count)) * (top.row.kind == 4 ? 1 : 0.7)
        }
        if let home = context.publisherCountry { result[World.packed(home), default: 0] += 0.7 }
        if let dateline = context.dateline,
            let place = Candidates(world: world).of(NameFolding.exact(dateline)).first
        {
            result[place.row.country, default: 0] += 2
        }
        return result
    }

    private func near(
        _ name: Name?, _ anchors: [Candidate], _ countries: [UInt16: Double], _ key: [UInt8]
    ) -> [Double] {
        guard let name else { return [] }
        let total = max(1, countries.values.reduce(0, +))
        let own = best(name)
        return name.scores.indices.map { index in
            let candidate = name.candidates[index]
            var score = name.scores[index]
            let row = candidate.row
            if row.country != 0, row.kind != 4 {
                var weight = countries[row.country] ?? 0
                if own?.row.country == row.country { weight -= min(4, Double(name.count)) * 0.7 }
                score += 2.6 * min(1, max(0, weight) / total * 1.6)
            }
            guard row.kind != 4 else { return score }
            var close = 0.0
            for anchor in anchors where anchor.index != own?.index && anchor.index != candidate.index {
                if anchor.row.kind == 4 || anchor.row.kind == 5 { continue }
                let away = abs(anchor.row.latitude - row.latitude) + abs(anchor.row.longitude - row.longitude)
                if away > 8 { continue }
                let far = Geometry.kilometres(
                    anchor.row.latitude, anchor.row.longitude, row.latitude, row.longitude)
                close += far < 60 ? 1.0 : far < 200 ? 0.7 : far < 500 ? 0.3 : 0
            }
            return score + 1.6 * min(1.6, close)
        }
    }

    private func confidence(_ name: Name, _ top: Int) -> Double {
        var second = -Double.infinity
        for index in name.scores.indices where index != top {
            let (a, b) = (name.candidates[top].row, name.candidates[index].row)
            if Geometry.kilometres(a.latitude, a.longitude, b.latitude, b.longitude) < 50 { continue }
            second = max(second, name.scores[index])
        }
        let margin = second == -Double.infinity ? 3.0 : name.scores[top] - second
        let value = 0.6 + 0.37 * (1 - exp(-margin / 1.5)) - (name.candidates[top].exact ? 0 : 0.15)
        return (min(0.98, max(0.3, value)) * 100).rounded() / 100
    }
}
