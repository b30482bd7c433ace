extension Resolver {
    /// Favours the kind that the words around a name ask for.
    func askKind(_ name: inout Name) {
        guard let kind = name.kind else { return preferSeats(&name) }
        let divisions: Set<String> = ["admin1", "admin2", "admin3"]
        for index in name.scores.indices {
            let has = WorldFormat.kinds[min(Int(name.candidates[index].row.kind), WorldFormat.kinds.count - 1)]
            if has == kind {
                name.scores[index] += weights.kind * (kind == "settlement" ? 1.5 : 3.5)
            } else if divisions.contains(kind), divisions.contains(has) || has == "region" {
                name.scores[index] += weights.kind * 2.5
            } else if kind == "settlement", divisions.contains(has) {
                name.scores[index] -= weights.kind * 1.5
            } else if kind == "neighbourhood", has == "settlement" {
                name.scores[index] += weights.kind * 0.5
            } else if kind == "water" || kind == "physical" {
                name.scores[index] -= weights.kind * (has == "country" || has == "admin1" ? 1.5 : 1)
            }
        }
    }

    /// Where nothing asks for a division, "Kherson" is the town that it is called after.
    private func preferSeats(_ name: inout Name) {
        let towns = name.candidates.filter {
            $0.exact && $0.row.kind == WorldFormat.settlement && $0.row.population > 15_000
        }
        for index in name.scores.indices {
            let row = name.candidates[index].row
            guard row.kind == WorldFormat.admin1 || row.kind == WorldFormat.admin2, !name.candidates[index].isOwnName
            else {
                continue
            }
            let isCalledAfter = towns.contains { town in
                town.row.country == row.country
                    && (town.row.admin1Offset == row.nameOffset || isNear(town.row, row, within: 60))
            }
            if isCalledAfter { name.scores[index] -= 1.2 }
        }
    }

    /// "X, Syria", "X in Anbar province": the candidates that lie there win.
    func contain(_ name: inout Name, _ names: [[UInt8]: Name]) {
        name.gained = [Double](repeating: 0, count: name.scores.count)
        for key in Set(name.inside) {
            guard let holder = names[key], !holder.candidates.isEmpty else { continue }
            let isList = isCountry(name) && isCountry(holder)
            for index in name.scores.indices where name.candidates[index].row.kind != WorldFormat.country {
                if isList, name.candidates[index].row.kind != WorldFormat.admin1 { continue }
                for upper in holder.candidates.prefix(8) where upper.index != name.candidates[index].index {
                    let gain = gain(of: name.candidates[index].row, in: upper.row)
                    name.gained[index] = max(name.gained[index], gain)
                }
            }
        }
        for index in name.scores.indices { name.scores[index] += weights.containment * name.gained[index] }
    }

    /// True for the name of a country: "Russia, Iraq, Iran and Syria" lists them, though a town in Iran is called Iraq too.
    private func isCountry(_ name: Name) -> Bool {
        name.candidates.contains { $0.exact && $0.row.kind == WorldFormat.country }
    }

    private func gain(of row: World.Row, in upper: World.Row) -> Double {
        let away = Geometry.kilometres(row.latitude, row.longitude, upper.latitude, upper.longitude)
        switch upper.kind {
        case WorldFormat.country: return upper.country == row.country ? 6 : 0
        case WorldFormat.admin1, WorldFormat.admin2, WorldFormat.admin3:
            guard upper.country == row.country else { return 0 }
            if upper.nameOffset == row.admin1Offset || upper.nameOffset == row.admin2Offset { return 6 }
            return away < 200 ? 3 : 0
        default: return away < 120 ? 3 : 0
        }
    }

    /// Scores with the countries spoken of and what lies near.
    func weigh(_ name: Name?, _ evidence: Evidence) -> [Double] {
        guard let name else { return [] }
        let own = name.best
        let ownWeight = own.map { Evidence.weight(name, $0) } ?? 0
        let total = evidence.total
        return name.scores.indices.map { index in
            let row = name.candidates[index].row
            var score = name.scores[index]
            var weight = evidence.countries[row.country] ?? 0
            if own?.row.country == row.country { weight -= ownWeight }
            if row.kind == WorldFormat.country {
                // "Georgia" in a report on the United States: a country that nothing else speaks of.
                return score - (weight <= 0 && total - ownWeight > 3 ? 1.5 : 0)
            }
            if row.country != 0 { score += weights.country * 3 * min(1, max(0, weight) / total * 1.6) }
            return score + weights.nearness * 1.6 * min(1.6, nearness(name.candidates[index], own, evidence))
        }
    }

    private func nearness(_ candidate: Candidate, _ own: Candidate?, _ evidence: Evidence) -> Double {
        let row = candidate.row
        var close = 0.0
        for anchor in evidence.anchors where anchor.index != own?.index && anchor.index != candidate.index {
            if anchor.row.kind == WorldFormat.country || anchor.row.kind == WorldFormat.region { continue }
            if abs(anchor.row.latitude - row.latitude) > 5 { continue }
            let far = Geometry.kilometres(anchor.row.latitude, anchor.row.longitude, row.latitude, row.longitude)
            close += far < 60 ? 1.0 : far < 200 ? 0.7 : far < 500 ? 0.3 : 0
        }
        return close
    }

    // MARK: - The choice

    /// The best candidate that the report lets one believe.
    func choose(_ name: Name, _ evidence: Evidence) -> Choice? {
        let ranked = name.scores.indices.sorted { (name.scores[$0], $1) > (name.scores[$1], $0) }
        guard let top = ranked.first(where: { isBelievable(name, $0, evidence) }) else { return nil }
        return Choice(index: name.candidates[top].index, odds: odds(name, top, evidence))
    }

    /// Whether a candidate is large, said to lie where it lies, or in reach of what the report surely speaks of.
    private func isBelievable(_ name: Name, _ index: Int, _ evidence: Evidence) -> Bool {
        let candidate = name.candidates[index]
        let row = candidate.row
        if name.gained[index] > 0 { return true }
        if candidate.exact {
            if row.capital || row.population >= 500_000 { return true }
            if [WorldFormat.country, WorldFormat.region, WorldFormat.water, WorldFormat.physical].contains(row.kind) {
                return true
            }
        }
        let others = evidence.certain.filter { $0.index != candidate.index }
        if others.isEmpty, evidence.spoken.isEmpty {
            return candidate.exact || candidate.match == .folded && candidate.prior > -1
        }
        if candidate.exact, others.count + evidence.spoken.count < 2,
            context.homes.isEmpty || evidence.spoken[row.country] != nil || row.population > 50_000
        {
            return true
        }
        return isSupported(name, candidate, others, evidence)
    }

    /// True where its country is spoken of, or something certain lies near; a name that is only alike must lie near, or
    /// in a country that a third of the report is about.
    private func isSupported(
        _ name: Name, _ candidate: Candidate, _ others: [Candidate], _ evidence: Evidence
    ) -> Bool {
        let row = candidate.row
        guard candidate.exact else {
            let own = name.best.map { $0.row.country == row.country ? Evidence.weight(name, $0) : 0 } ?? 0
            let share = row.country == 0 ? 0 : ((evidence.countries[row.country] ?? 0) - own) / evidence.total
            let reach = candidate.match == .fuzzy ? 150.0 : 400
            return share > 0.3 || others.contains { isNear($0.row, row, within: reach) }
        }
        if row.country != 0, evidence.spoken[row.country] != nil { return true }
        return others.contains { other in
            if row.country != 0, other.row.country == row.country { return true }
            return isNear(other.row, row, within: 700)
        }
    }

    private func isNear(_ anchor: World.Row, _ row: World.Row, within reach: Double) -> Bool {
        guard anchor.kind != WorldFormat.country, abs(anchor.latitude - row.latitude) < 7 else { return false }
        return Geometry.kilometres(anchor.latitude, anchor.longitude, row.latitude, row.longitude) < reach
    }

    /// How sure a choice is: what sets it apart from the next place farther off, how it was matched, and whether the
    /// report speaks of its country.
    private func odds(_ name: Name, _ top: Int, _ evidence: Evidence) -> Double {
        let chosen = name.candidates[top]
        var second = -Double.infinity
        for index in name.scores.indices where index != top {
            let row = name.candidates[index].row
            if Geometry.kilometres(chosen.row.latitude, chosen.row.longitude, row.latitude, row.longitude) < 50 {
                continue
            }
            second = max(second, name.scores[index])
        }
        let margin = second == -Double.infinity ? 4 : max(-2, min(4, name.scores[top] - second))
        let others = evidence.certain.filter { $0.index != chosen.index }
        let supported = name.gained[top] > 0 || isSupported(name, chosen, others, evidence)
        var odds = 0.6 + 0.7 * margin + (supported ? 0.7 : -0.3) + min(1, max(-1, (chosen.prior - 4.5) * 0.3))
        odds -= chosen.match == .exact ? 0 : chosen.match == .folded ? 1.0 : 1.8
        return odds
    }
}
