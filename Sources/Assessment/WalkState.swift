import Record

/// Where the walk stands: the current period, and the periods behind it.
struct WalkState {
    private var done: [ControlPeriod] = []
    private var current: ControlPeriod?
    private var voices: Set<UInt64> = []

    /// What one day's statements say, gathered by what they amount to.
    private struct Candidate {
        var status: ControlStatus
        var side: UInt64
        var other: UInt64
        var change: Bool
        var voices: [UInt64: Float] = [:]
        var disinterested = false
        var refs: [Int] = []
        var denials: [UInt64: Float] = [:]
        var denialRefs: [Int] = []
        var score: Float { sum(voices) }
        var opposition: Float { sum(denials) }

        /// In the order of size, so that the order of reading does not touch the last bit.
        private func sum(_ voices: [UInt64: Float]) -> Float {
            voices.count < 2 ? voices.first?.value ?? 0 : voices.values.sorted().reduce(0, +)
        }

        mutating func add(_ mark: Mark) {
            let voice = mark.observation.voice
            voices[voice] = max(voices[voice] ?? 0, mark.weight)
            if mark.observation.interest != .selfServing { disinterested = true }
            if !refs.contains(mark.observation.ref) { refs.append(mark.observation.ref) }
            if other == 0 { other = mark.other }
        }
    }

    mutating func take(_ marks: ArraySlice<Mark>, day: Int32, negative: [Observation], corrected: [Observation]) {
        var candidates = gather(marks, negative: negative)
        guard !candidates.isEmpty else { return }
        if marks.first?.order == 0 {
            takeImplied(candidates, day: day)
            return
        }
        mergeLosses(&candidates)
        candidates.sort { Self.before($0, $1) }
        var best = candidates[0]
        let rivals = candidates.dropFirst()
        // Held and besieged inside say the same of who is there.
        if best.status == .held, let siege = rivals.first(where: { $0.status == .besieged && $0.side == best.side }) {
            best.status = .besieged
            best.other = siege.other
            best.voices.merge(siege.voices) { max($0, $1) }
            best.refs += siege.refs
        }
        let against = rivals.filter { Self.clash($0, best) }
        if let rival = against.first, best.status == .held, rival.status == .held, rival.score >= 0.6 * best.score,
            rival.disinterested == best.disinterested
        {
            best.status = .contested
            best.other = rival.side
            if best.side > best.other { (best.side, best.other) = (best.other, best.side) }
            best.refs += rival.refs
            best.voices.merge(rival.voices) { max($0, $1) }
            apply(best, day: day, opposed: rival.score, against: [])
            return
        }
        apply(
            best, day: day, opposed: against.reduce(0) { $0 + $1.score } + best.opposition,
            against: against.flatMap(\.refs) + best.denialRefs)
    }

    func finish() -> [ControlPeriod] {
        var all = done
        if let current { all.append(current) }
        for index in all.indices {
            all[index].supporting = Self.once(all[index].supporting)
            all[index].contradicting = Self.once(all[index].contradicting)
        }
        return all
    }

    /// The first of each, in order.
    private static func once(_ refs: [Int]) -> [Int] {
        guard refs.count > 1 else { return refs }
        var seen: Set<Int> = []
        return refs.filter { seen.insert($0).inserted }
    }

    // MARK: - Gathering

    private func gather(_ marks: ArraySlice<Mark>, negative: [Observation]) -> [Candidate] {
        var candidates: [Candidate] = []
        for mark in marks {
            let index = candidates.firstIndex {
                $0.status == mark.status
                    && ($0.side == mark.side || mark.status == .contested || mark.status == .divided)
            }
            if let index {
                candidates[index].add(mark)
            } else {
                var new = Candidate(status: mark.status, side: mark.side, other: mark.other, change: mark.change)
                new.add(mark)
                candidates.append(new)
            }
            let last = index ?? candidates.count - 1
            for denial in negative where ControlWalk.denies(denial, mark.observation) {
                candidates[last].denials[denial.voice] = max(
                    candidates[last].denials[denial.voice] ?? 0, denial.weight)
                if !candidates[last].denialRefs.contains(denial.ref) { candidates[last].denialRefs.append(denial.ref) }
            }
        }
        return candidates
    }

    /// "X lost it" speaks for whoever else took it that day.
    private func mergeLosses(_ candidates: inout [Candidate]) {
        let losses = candidates.filter { $0.status == .unknown }
        guard !losses.isEmpty, candidates.contains(where: { $0.status == .held }) else { return }
        for index in candidates.indices where candidates[index].status == .held {
            for loss in losses where loss.side != candidates[index].side {
                candidates[index].voices.merge(loss.voices) { max($0, $1) }
                candidates[index].refs += loss.refs
                if loss.disinterested { candidates[index].disinterested = true }
            }
        }
        let takers = candidates
        candidates.removeAll { loss in
            loss.status == .unknown && takers.contains { $0.status == .held && $0.side != loss.side }
        }
    }

    private static func before(_ a: Candidate, _ b: Candidate) -> Bool {
        let (x, y) = (a.score - a.opposition, b.score - b.opposition)
        if x != y { return x > y }
        return (a.status.rawValue, a.side, a.other) < (b.status.rawValue, b.side, b.other)
    }

    private static func clash(_ a: Candidate, _ b: Candidate) -> Bool {
        if a.status == b.status { return a.side != b.side }
        if a.status == .unknown || b.status == .unknown { return a.side == b.side }
        return true
    }

    // MARK: - Deciding

    private mutating func takeImplied(_ candidates: [Candidate], day: Int32) {
        guard let best = candidates.min(by: Self.before) else { return }
        if let current, current.status != .unknown {
            if current.status == .held, current.side == best.side { confirm(best, day: day) }
            return
        }
        open(best.disinterested ? .held : .claimed, best, day: day, opposed: 0, against: [])
    }

    private mutating func apply(_ best: Candidate, day: Int32, opposed: Float, against: [Int]) {
        var best = best
        if best.opposition >= best.score {
            // As many say no: nothing changed, unless it is one party's word against another's.
            if !best.disinterested, best.status == .held {
                let holder = current.map { $0.status == .held ? $0.side : $0.previous } ?? 0
                best.other = holder != best.side ? holder : best.other
                best.status = .contested
                open(.contested, best, day: day, opposed: opposed, against: against)
            } else {
                object(best.refs, weight: best.score)
            }
            return
        }
        guard let now = current, now.status != .unknown else {
            let status: ControlStatus = best.status == .held && !best.disinterested ? .claimed : best.status
            open(status, best, day: day, opposed: opposed, against: against)
            return
        }
        switch best.status {
        case .held: takeHolder(best, now: now, day: day, opposed: opposed, against: against)
        case .claimed: break
        case .contested, .divided, .besieged:
            if now.status == best.status, best.status != .besieged || now.side == best.side {
                confirm(best, day: day)
                return
            }
            if best.side == 0 || best.other == 0, best.status != .besieged {
                let known = now.side
                if best.side == 0 { best.side = known } else if known != best.side { best.other = known }
            }
            if best.status == .besieged, best.side == 0 { best.side = now.side }
            let fresh = day - (now.confirmed.last ?? now.start) <= 3
            if best.score < (fresh ? 0.4 * min(now.weight, 1.5) : 0.2), !best.change {
                object(best.refs, weight: best.score)
                return
            }
            open(best.status, best, day: day, opposed: opposed, against: against)
        case .unknown:
            if now.side == best.side, now.status == .held || now.status == .besieged || now.status == .claimed {
                open(.unknown, best, day: day, opposed: opposed, against: against)
            } else {
                confirm(best, day: day)
            }
        }
    }

    private mutating func takeHolder(_ best: Candidate, now: ControlPeriod, day: Int32, opposed: Float, against: [Int])
    {
        let age = day - (now.confirmed.last ?? now.start)
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
                case .contested, .divided: age <= 3 ? 1.2 : 0.5
                case .claimed: 0.3
                default: age <= 7 ? 0.6 * min(now.weight, 1.5) : 0.3
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
        open(
            .claimed, best, day: day, opposed: opposed, against: against,
            previous: now.status == .held || now.status == .besieged ? now.side : now.previous)
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
                voices = Set(candidate.voices.keys)
                return
            }
        }
        current = period
        voices = Set(candidate.voices.keys)
    }

    private mutating func confirm(_ candidate: Candidate, day: Int32) {
        guard current != nil else { return }
        for (voice, weight) in candidate.voices.sorted(by: { $0.key < $1.key }) where voices.insert(voice).inserted {
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
