import Language
import Record

/// Who says a claim, how it is meant and when it was so.
struct ClaimContext {
    let scene: Scene
    let sources: AttributionFinder

    /// Fills in source, modality, time and background of a draft.
    func complete(_ draft: inout Draft) {
        let source = sources.attribution(for: draft.trigger, in: scene.index)
        draft.attribution = source?.attribution
        var modality: Modality = source?.isPartyOrInterested == true ? .claimed : .asserted
        if case .relation = draft.content {
            draft.modality = bondModality(draft, source, modality)
        } else {
            if scene.tokens.last?.form == "?" { modality = .hypothetical }
            switch source?.hint {
            case .denied?: modality = .denied
            case .pledged? where ModalityReader(tree: scene.tree).read(draft.trigger) != nil: modality = .pledged
            default:
                if let read = ModalityReader(tree: scene.tree).read(draft.trigger) { modality = read }
            }
            if case .event(let event) = draft.content, event.type == .pledge, modality.isFactual { modality = .pledged }
            if draft.rule.hasSuffix("/ended"), !modality.isFactual, modality != .denied {
                // "Battled to break the siege": the siege goes on.
                draft.rule.removeLast("/ended".count)
                modality = source?.isPartyOrInterested == true ? .claimed : .asserted
            }
            if modality == .forecast, source?.isPartyOrInterested == true { modality = .pledged }
            if modality == .asserted, declaresItself(draft) { modality = .claimed }
            draft.modality = modality
        }
        draft.when = time(of: draft)
        if draft.rule.hasSuffix("/ended"), case .control(var control) = draft.content {
            control.until = draft.when?.start ?? scene.undated?.start
            draft.content = .control(control)
            draft.when = nil
            // A history that does not say when a siege ended says nothing of today.
            if control.until == nil { draft.modality = .hypothetical }
        }
        if let start = draft.when?.start, let today = scene.today, today.firstDay - start.lastDay > 200,
            draft.when?.precision != .span
        {
            draft.background = true
        }
        if scene.isHistory, draft.when == nil { draft.background = true }
        tellAsHistory(&draft)
    }

    /// "X denies backing Y" is denied; "US-backed" is the report's own word, whoever is quoted around it.
    private func bondModality(_ draft: Draft, _ source: FoundAttribution?, _ told: Modality) -> Modality {
        if draft.rule.hasPrefix("relation:-") { return .asserted }
        let read = ModalityReader(tree: scene.tree).read(draft.trigger)
        return source?.hint == .denied || read == .denied ? .denied : told
    }

    private static let declaring: Set<String> = ["declare", "proclaim", "announce", "claim"]

    /// "The army declared the town freed", "the group proclaimed victory in X": only the taker says so.
    private func declaresItself(_ draft: Draft) -> Bool {
        guard case .control(let control) = draft.content, control.state == .captured else { return false }
        var verb = draft.trigger
        if !Self.declaring.contains(scene.tree.lemma(verb).lowercased()) {
            guard ["xcomp", "obj", "ccomp"].contains(scene.tree.relation(verb)), scene.tokens[verb].head >= 0 else {
                return false
            }
            verb = scene.tokens[verb].head
        }
        guard Self.declaring.contains(scene.tree.lemma(verb).lowercased()), !scene.tree.isPassive(verb) else {
            return false
        }
        return scene.tree.subject(verb).contains { head in
            guard let speaker = scene.party(at: head)?.actor else { return false }
            return control.holder == nil || speaker.id == control.holder?.id && speaker.id != nil
                || speaker.name == control.holder?.name
        }
    }

    /// "The city had been divided since 2014": the pluperfect tells a state that was over when the report was written.
    func tellAsHistory(_ draft: inout Draft) {
        guard case .control(let control) = draft.content,
            [.held, .divided, .contested, .besieged].contains(control.state),
            scene.tree.isPluperfect(draft.trigger)
        else { return }
        draft.background = true
        if draft.when?.start != nil, draft.when?.end == nil { draft.when?.end = scene.undated?.start?.adding(days: -1) }
    }

    /// True for a time in a relative clause that the claim is no part of ("X, which fell in May, …").
    func isAside(_ found: TimeReader.Found, _ draft: Draft) -> Bool {
        var at = found.tokens.lowerBound
        for _ in 0..<8 {
            at = scene.tokens[at].head
            guard at >= 0 else { return false }
            if at == draft.trigger { return false }
            if scene.tree.full(at) == "acl:relcl" { return !scene.sentence.span(of: at).contains(draft.trigger) }
        }
        return false
    }

    private static let present: Set<String> = ["currently", "presently"]
    /// Of the day of writing, and in a history of the day that is told.
    private static let ongoing: Set<String> = ["now", "still"]

    /// "Controls", "is held by", "are in the hands of": a finite present says that it is so on the day of writing;
    /// "rebel-held X" says nothing of when.
    private func isPresentTense(_ trigger: Int) -> Bool {
        let tokens = scene.tokens
        func isPresent(_ token: Int) -> Bool { ["VBZ", "VBP"].contains(tokens[token].xpos) }
        if tokens[trigger].upos == .verb, isPresent(trigger) { return true }
        return scene.sentence.children(of: trigger).contains {
            ["cop", "aux"].contains(scene.tree.relation($0)) && isPresent($0) && scene.tree.lemma($0) == "be"
        }
    }

    /// "Said that his men were in control of the town": so when it was said.
    private func isBackshifted(_ trigger: Int) -> Bool {
        let clause = scene.tree.clause(trigger)
        let at = scene.tree.relation(trigger) == "ccomp" ? trigger : clause
        guard scene.tree.relation(at) == "ccomp", scene.tokens[at].head >= 0,
            ["say", "tell", "insist", "claim", "maintain", "add", "confirm"].contains(
                scene.tree.lemma(scene.tokens[at].head).lowercased()),
            scene.tokens[scene.tokens[at].head].xpos == "VBD"
        else { return false }
        if scene.tokens[at].xpos == "VBD" { return true }
        return scene.sentence.children(of: at).contains {
            ["cop", "aux"].contains(scene.tree.relation($0)) && ["was", "were"].contains(scene.tokens[$0].form)
        }
    }

    /// True for a state that the sentence says to be so today ("still held by").
    private func isPresent(_ draft: Draft) -> Bool {
        guard case .control(let control) = draft.content,
            [.held, .contested, .besieged, .divided].contains(control.state)
        else { return false }
        if !scene.isHistory, draft.modality.isFactual || draft.modality == .denied,
            isPresentTense(draft.trigger) || isBackshifted(draft.trigger)
        {
            return true
        }
        return isNow(draft)
    }

    private func isNow(_ draft: Draft) -> Bool {
        guard case .control(let control) = draft.content, control.state != .captured, control.state != .lost else {
            return false
        }
        let near = max(0, draft.trigger - 3)..<min(scene.tokens.count, draft.trigger + 3)
        return scene.tokens[near].contains {
            let lemma = $0.lemma.lowercased()
            return Self.present.contains(lemma) || !scene.isHistory && Self.ongoing.contains(lemma)
        }
    }

    /// "Nearly two years after the paramilitaries seized it": so long before the day of writing.
    private func longAgo(_ draft: Draft) -> TimeSpan? {
        let clause = scene.tree.clause(draft.trigger)
        let noun = scene.tokens[clause].head
        guard noun >= 0, ["acl", "advcl"].contains(scene.tree.relation(clause)), scene.tree.hasCase(clause, "after"),
            let today = scene.undated?.start,
            let number = scene.sentence.children(of: noun).lazy.compactMap({ child -> Double? in
                let word = scene.tokens[child].form.lowercased()
                return ["a", "an"].contains(word) ? 1 : NumberWords.value(word)
            }).first, number >= 1, number <= 60
        else { return nil }
        switch scene.tree.lemma(noun).lowercased() {
        case "year": return PartialDate(year: today.year - Int(number)).map { TimeSpan($0) }
        case "month":
            let then = today.adding(days: -Int(number * 30.4))
            return PartialDate(year: then.year, month: then.month).map { TimeSpan($0) }
        case "week": return today.day == nil ? nil : TimeSpan(today.adding(days: -7 * Int(number)))
        case "day": return today.day == nil ? nil : TimeSpan(today.adding(days: -Int(number)))
        default: return nil
        }
    }

    /// "Took X on March 4 and Y on March 17": the day right after a town's name is its own.
    private func dayOfPlace(_ draft: Draft, _ times: [TimeReader.Found]) -> TimeSpan? {
        guard times.count > 1, case .control(let control) = draft.content, let range = control.place.range,
            let end = scene.tokens.firstIndex(where: { $0.range.start >= range.end }),
            range.start > scene.sentence.range.start
        else { return nil }
        let first = ["on", "in"].contains(scene.tokens[end].form) ? end + 1 : end
        return times.first { $0.tokens.contains(first) || $0.tokens.lowerBound == end }?.span
    }

    func time(of draft: Draft) -> TimeSpan? {
        if let then = longAgo(draft) { return then }
        let usable = scene.times.filter { !$0.vague && !isAside($0, draft) }
        if let own = dayOfPlace(draft, usable) { return own }
        let clause = scene.tree.clause(draft.trigger)
        let foreign = 100
        func distance(_ found: TimeReader.Found) -> Int {
            let head = found.tokens.lowerBound
            var penalty = abs(head - draft.trigger)
            var at = head
            for _ in 0..<6 {
                at = scene.tokens[at].head
                guard at >= 0 else { break }
                if at == clause || at == draft.trigger { return penalty }
                if scene.tokens[at].upos == .verb { penalty += foreign + 12; break }
            }
            return penalty
        }
        if let best = usable.min(by: { distance($0) < distance($1) }) {
            // "Now administers X, from which the army fled on 28 October".
            if distance(best) >= foreign, isNow(draft), let today = scene.today { return TimeSpan(today) }
            return best.span
        }
        if isPresent(draft), let today = scene.today { return TimeSpan(today) }
        if scene.isHistory { return scene.tree.isPluperfect(draft.trigger) ? nil : scene.told }
        if scene.inCaption, let today = scene.today { return TimeSpan(today) }
        if case .event = draft.content, let today = scene.today, draft.modality.isFactual { return TimeSpan(today) }
        return nil
    }
}
