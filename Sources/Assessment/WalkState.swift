import Record

/// Where the walk stands: the current period, and the periods behind it.
struct WalkState {
    private var done: [ControlPeriod] = []
    private var current: ControlPeriod?
    /// The voices for the current period.
    private var voices: [UInt64] = []

    /// Takes what is said of one day: all marks of one ``Mark/order``, by `observations` (``Mark/index``).
    mutating func take(_ marks: ArraySlice<Mark>, of observations: [Observation], negative: [Observation]) {
        guard let mark = marks.first else { return }
        let day = mark.day
        var candidates = gather(marks, of: observations, negative: negative)
        if mark.order == 0 {
            takeImplied(candidates, day: day)
            return
        }
        if candidates.count == 1 {
            let only = candidates[0]
            apply(only, day: day, opposed: only.opposition, against: only.denialRefs)
            return
        }
        mergeLosses(&candidates)
        mergeParts(&candidates)
        candidates.sort(by: Candidate.before)
        var best = candidates[0]
        let rivals = candidates.dropFirst()
        // Held and besieged inside say the same of who is there.
        if best.status == .held, let siege = rivals.first(where: { $0.status == .besieged && $0.side == best.side }) {
            best.status = .besieged
            best.other = siege.other
            best.join(siege)
        }
        let against = rivals.filter { Candidate.clash($0, best) }
        if let rival = against.first, best.status == .held, rival.status == .held, rival.score >= 0.6 * best.score,
            rival.disinterested == best.disinterested
        {
            best.status = .contested
            best.other = rival.side
            if best.side > best.other { (best.side, best.other) = (best.other, best.side) }
            best.join(rival)
            apply(best, day: day, opposed: rival.score, against: [])
            return
        }
        apply(
            best, day: day, opposed: against.reduce(0) { $0 + $1.score } + best.opposition,
            against: against.flatMap(\.refs) + best.denialRefs)
    }

    consuming func finish() -> [ControlPeriod] {
        if let current { done.append(current) }
        for index in done.indices {
            Self.once(&done[index].supporting)
            Self.once(&done[index].contradicting)
        }
        return done
    }

    /// Keeps the first of each, in order.
    private static func once(_ refs: inout [Int]) {
        if refs.count < 2 { return }
        if refs.count <= 8, !refs.indices.contains(where: { refs[..<$0].contains(refs[$0]) }) { return }
        var seen: Set<Int> = []
        refs = refs.filter { seen.insert($0).inserted }
    }

    // MARK: - Gathering

    private func gather(
        _ marks: ArraySlice<Mark>, of observations: [Observation], negative: [Observation]
    ) -> [Candidate] {
        var candidates: [Candidate] = []
        for mark in marks {
            let observation = observations[Int(mark.index)]
            let found = candidates.firstIndex {
                $0.status == mark.status
                    && ($0.side == mark.side || mark.status == .contested || mark.status == .divided)
            }
            let index = found ?? candidates.count
            if found == nil { candidates.append(Candidate(mark)) }
            candidates[index].add(mark, of: observation)
            for denial in negative where ControlWalk.denies(denial, observation) { candidates[index].deny(denial) }
        }
        return candidates
    }

    /// "X lost it" speaks for whoever else took it that day.
    private func mergeLosses(_ candidates: inout [Candidate]) {
        guard candidates.count > 1 else { return }
        let losses = candidates.filter { $0.status == .unknown }
        guard !losses.isEmpty, candidates.contains(where: { $0.status == .held }) else { return }
        for index in candidates.indices where candidates[index].status == .held {
            for loss in losses where loss.side != candidates[index].side {
                candidates[index].join(loss)
                if loss.disinterested { candidates[index].disinterested = true }
            }
        }
        let takers = candidates
        candidates.removeAll { loss in
            loss.status == .unknown && takers.contains { $0.status == .held && $0.side != loss.side }
        }
    }

    /// Who took the whole took its parts: a claim about a part speaks neither against that nor, by itself, for it.
    private func mergeParts(_ candidates: inout [Candidate]) {
        for index in candidates.indices where candidates[index].status == .held && candidates[index].change {
            for part in candidates where part.status == .divided && part.change && part.side == candidates[index].side {
                candidates[index].refs += part.refs
            }
        }
        let takers = candidates.filter { $0.status == .held && $0.change }.map(\.side)
        candidates.removeAll { $0.status == .divided && $0.change && takers.contains($0.side) }
    }

    // MARK: - Deciding

    /// Days after which a capture that names nobody is none that was told before.
    private static let remembered: Int32 = 365

    /// What the current period says, without its claims.
    private struct Now {
        var status: ControlStatus
        var side: UInt64
        var previous: UInt64
        var weight: Float
        /// Last day on which a claim said so.
        var confirmed: Int32

        /// Who holds it, or did before somebody else only claimed it.
        var holder: UInt64 { status == .held || status == .besieged ? side : previous }
    }

    private var now: Now? {
        guard let current, current.status != .unknown else { return nil }
        return Now(
            status: current.status, side: current.side, previous: current.previous, weight: current.weight,
            confirmed: current.confirmed.last ?? current.start)
    }

    private mutating func takeImplied(_ candidates: [Candidate], day: Int32) {
        guard let best = candidates.min(by: Candidate.before) else { return }
        if let now {
            if now.status == .held, now.side == best.side { confirm(best, day: day) }
            return
        }
        open(best.disinterested ? .held : .claimed, best, day: day, opposed: 0, against: [])
    }

    private mutating func apply(_ best: Candidate, day: Int32, opposed: Float, against: [Int]) {
        if best.opposition >= best.score {
            applyDenied(best, day: day, opposed: opposed, against: against)
            return
        }
        guard let now else {
            let status: ControlStatus = best.status == .held && !best.disinterested ? .claimed : best.status
            open(status, best, day: day, opposed: opposed, against: against)
            return
        }
        switch best.status {
        case .held: takeHolder(best, now: now, day: day, opposed: opposed, against: against)
        case .claimed: break
        case .contested, .divided, .besieged: takeStruggle(best, now: now, day: day, opposed: opposed, against: against)
        case .unknown where best.side == 0:
            // "The capture of X", by nobody who is named: of long ago, unless nobody has said for long who holds it.
            if day - now.confirmed > Self.remembered {
                open(.unknown, best, day: day, opposed: opposed, against: against)
            }
        case .unknown:
            if now.side == best.side, now.status == .held || now.status == .besieged || now.status == .claimed {
                open(.unknown, best, day: day, opposed: opposed, against: against)
            } else {
                confirm(best, day: day)
            }
        }
    }

    /// As many say no: nothing changed, unless it is one party's word against another's.
    private mutating func applyDenied(_ best: Candidate, day: Int32, opposed: Float, against: [Int]) {
        guard !best.disinterested, best.status == .held else {
            object(best.refs, weight: best.score)
            return
        }
        var best = best
        let holder = current.map { $0.status == .held ? $0.side : $0.previous } ?? 0
        best.other = holder != best.side ? holder : best.other
        best.status = .contested
        open(.contested, best, day: day, opposed: opposed, against: against)
    }

    /// Contested, divided or besieged, where something else was so.
    private mutating func takeStruggle(
        _ best: Candidate, now: Now, day: Int32, opposed: Float, against: [Int]
    ) {
        var best = best
        if now.status == best.status, best.status != .besieged || now.side == best.side {
            if current?.other == 0, best.side != now.side { current?.other = best.side }
            confirm(best, day: day)
            return
        }
        if best.status == .divided, best.change, now.status == .held, now.side == best.side {
            // Who holds the whole and takes a part of it clears it; that does not divide it.
            confirm(best, day: day)
            return
        }
        if best.side == 0 || best.other == 0, best.status != .besieged {
            if best.side == 0 { best.side = now.side } else if now.side != best.side { best.other = now.side }
        }
        if best.status == .besieged, best.side == 0 {
            // Inside is who was there and does not besiege.
            best.side = [now.side, current?.other ?? 0].first { $0 != best.other } ?? 0
        }
        let fresh = day - now.confirmed <= 3
        if best.score < (fresh ? 0.4 * min(now.weight, 1.5) : 0.1), !best.change {
            object(best.refs, weight: best.score)
            return
        }
        open(best.status, best, day: day, opposed: opposed, against: against)
    }

    private mutating func takeHolder(_ best: Candidate, now: Now, day: Int32, opposed: Float, against: [Int]) {
        let age = day - now.confirmed
        if now.side == best.side, now.status == .held || (now.status == .besieged && !best.change) {
            confirm(best, day: day)
            object(against, weight: opposed)
            return
        }
        if now.status == .claimed, now.side == best.side {
            if best.disinterested {
                open(.held, best, day: day, opposed: opposed, against: against)
            } else {
                confirm(best, day: day)
            }
            return
        }
        if !best.change {
            let floor: Float =
                switch now.status {
                case .contested, .divided: age <= 3 ? 0.6 : 0.25
                case .claimed: 0.15
                default: age <= 7 ? 0.6 * min(now.weight, 1.5) : 0.15
                }
            // Weak, or as stale as the change that it overlooks.
            guard best.score >= floor else {
                object(best.refs, weight: best.score)
                return
            }
        }
        if best.disinterested {
            open(.held, best, day: day, opposed: opposed, against: against)
            return
        }
        if now.status == .claimed, now.previous == best.side {
            // The one says that it took it, the other that it did not: word against word.
            var both = best
            both.other = now.side
            open(.contested, both, day: day, opposed: opposed + now.weight, against: against)
            return
        }
        open(.claimed, best, day: day, opposed: opposed, against: against, previous: now.holder)
    }

    private mutating func open(
        _ status: ControlStatus, _ candidate: Candidate, day: Int32, opposed: Float, against: [Int],
        previous: UInt64 = 0
    ) {
        let period = ControlPeriod(
            status: status, side: status == .unknown ? 0 : candidate.side,
            other: status == .held || status == .claimed || status == .unknown ? 0 : candidate.other,
            previous: previous, start: day, end: nil, weight: candidate.score, opposed: opposed,
            voices: candidate.voices.count, supporting: candidate.refs, contradicting: against, echoes: [],
            confirmed: [day])
        if var old = current {
            if old.start < day {
                old.end = day
                done.append(old)
            } else {
                // The day's states were weighed already, and a change outranks them.
                var merged = period
                merged.contradicting += old.supporting.filter { !period.supporting.contains($0) }
                current = merged
                voices = candidate.voices.all.map(\.voice)
                return
            }
        }
        current = period
        voices = candidate.voices.all.map(\.voice)
    }

    private mutating func confirm(_ candidate: Candidate, day: Int32) {
        guard current != nil else { return }
        for (voice, weight) in candidate.voices.sorted where !voices.contains(voice) {
            voices.append(voice)
            current?.weight += weight
            current?.voices += 1
        }
        current?.supporting += candidate.refs
        if current?.confirmed.last != day { current?.confirmed.append(day) }
        object(candidate.denialRefs, weight: candidate.opposition)
    }

    private mutating func object(_ refs: [Int], weight: Float) {
        guard !refs.isEmpty, current != nil else { return }
        current?.contradicting += refs
        current?.opposed += weight
    }
}
