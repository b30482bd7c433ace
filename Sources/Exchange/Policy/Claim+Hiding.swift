import Record

extension Claim {
    /// Every place that the claim names.
    var places: [Place] {
        switch content {
        case .event(let event): [event.place, event.origin, event.destination].compactMap { $0 }
        case .control(let control): [control.place]
        case .figure(let figure): [figure.place].compactMap { $0 }
        case .relation: []
        }
    }

    /// Every party that the claim names.
    var parties: [Actor] {
        switch content {
        case .event(let event): [event.actor, event.target].compactMap { $0 }
        case .control(let control):
            [control.holder, control.from, control.besieger].compactMap { $0 } + (control.holders ?? [])
        case .figure: []
        case .relation(let relation): [relation.actor, relation.target]
        }
    }

    /// True where one of the places passes a test; without making a list of them.
    func hasPlace(_ test: (Place) -> Bool) -> Bool {
        switch content {
        case .event(let event):
            if let place = event.place, test(place) { return true }
            if let place = event.origin, test(place) { return true }
            if let place = event.destination, test(place) { return true }
            return false
        case .control(let control): return test(control.place)
        case .figure(let figure):
            if let place = figure.place { return test(place) }
            return false
        case .relation: return false
        }
    }

    /// True where one of the parties passes a test; without making a list of them.
    func hasParty(_ test: (Actor) -> Bool) -> Bool {
        switch content {
        case .event(let event):
            if let actor = event.actor, test(actor) { return true }
            if let target = event.target, test(target) { return true }
            return false
        case .control(let control):
            if let holder = control.holder, test(holder) { return true }
            if let from = control.from, test(from) { return true }
            if let besieger = control.besieger, test(besieger) { return true }
            return control.holders?.contains(where: test) ?? false
        case .figure: return false
        case .relation(let relation): return test(relation.actor) || test(relation.target)
        }
    }

    /// True where the text's words for who was counted are in the claim.
    private var hasGroup: Bool {
        switch content {
        case .event(let event): event.fatalities?.group != nil || event.wounded?.group != nil
        case .figure(let figure): figure.group != nil
        case .control, .relation: false
        }
    }

    mutating func changePlaces(_ change: (Place) -> Place) {
        switch content {
        case .event(var event):
            event.place = event.place.map(change)
            event.origin = event.origin.map(change)
            event.destination = event.destination.map(change)
            content = .event(event)
        case .control(var control):
            control.place = change(control.place)
            content = .control(control)
        case .figure(var figure):
            figure.place = figure.place.map(change)
            content = .figure(figure)
        case .relation: break
        }
    }

    private mutating func changeParties(_ change: (Actor) -> Actor) {
        switch content {
        case .event(var event):
            event.actor = event.actor.map(change)
            event.target = event.target.map(change)
            content = .event(event)
        case .control(var control):
            control.holder = control.holder.map(change)
            control.from = control.from.map(change)
            control.besieger = control.besieger.map(change)
            control.holders = control.holders?.map(change)
            content = .control(control)
        case .figure: break
        case .relation(var relation):
            relation.actor = change(relation.actor)
            relation.target = change(relation.target)
            content = .relation(relation)
        }
    }

    /// Leaves out whoever is a person that the lexicon does not know, and whoever only seems to be one; what was left
    /// out goes into `secrets`. `whole` is the claim as the record has it.
    mutating func hidePrivatePersons(_ policy: ReleasePolicy, whole: Claim, into secrets: inout Secrets) {
        if hasParty({ $0.id == nil }) {
            changeParties { actor in
                guard actor.id == nil else { return actor }
                guard actor.kind == .person || policy.namesPerson(actor.name, in: whole) else {
                    return actor.aliases == nil
                        ? actor : Actor(name: actor.name, kind: actor.kind, country: actor.country)
                }
                for name in [actor.name] + (actor.aliases ?? []) { secrets.add(words: name) }
                let shown = actor.kind == .person ? "a person" : actor.kind.rawValue.replacing("_", with: " ")
                return Actor(name: shown, kind: actor.kind, country: actor.country)
            }
        }
        if hasGroup {
            changeGroups { group in
                guard policy.namesPerson(group, in: whole) else { return group }
                secrets.add(words: group)
                return nil
            }
        }
        if let source = attribution, source.id == nil,
            source.kind == .witness && Self.looksLikeName(source.name) || policy.namesPerson(source.name, in: whole)
        {
            secrets.add(words: source.name)
            attribution = Attribution(name: "a \(source.kind.rawValue)", kind: source.kind)
        }
    }

    /// Two capitalised words in a row.
    static func looksLikeName(_ text: String) -> Bool {
        var run = 0
        for word in text.split(separator: " ") {
            run = word.first?.isUppercase == true ? run + 1 : 0
            if run == 2 { return true }
        }
        return false
    }

    private mutating func changeGroups(_ change: (String) -> String?) {
        switch content {
        case .event(var event):
            let (dead, wounded) = (event.fatalities?.group, event.wounded?.group)
            event.fatalities?.group = dead.flatMap(change)
            event.wounded?.group = wounded.flatMap(change)
            content = .event(event)
        case .figure(var figure):
            let group = figure.group
            figure.group = group.flatMap(change)
            content = .figure(figure)
        case .control, .relation: break
        }
    }

    /// Leaves out counts from 1 to `limit` - 1; true where one was left out.
    mutating func suppressCounts(below limit: Int) -> Bool {
        guard limit > 1 else { return false }
        var hidden = false
        func isSmall(_ count: Int?) -> Bool { count.map { $0 > 0 && $0 < limit } ?? false }
        func hasSmall(_ quantity: Quantity?) -> Bool { isSmall(quantity?.low) || isSmall(quantity?.high) }
        switch content {
        case .event(var event):
            hidden = hasSmall(event.fatalities) || hasSmall(event.wounded)
            if hasSmall(event.fatalities) { event.fatalities = nil }
            if hasSmall(event.wounded) { event.wounded = nil }
            content = .event(event)
        case .figure(var figure):
            if isSmall(figure.low.map { Int($0) }) || isSmall(figure.high.map { Int($0) }) {
                (figure.low, figure.high, figure.approximate) = (nil, nil, true)
                hidden = true
            }
            content = .figure(figure)
        case .control, .relation: break
        }
        return hidden
    }

    /// Leaves out words of the report that could tell what a coarser place hides.
    mutating func forgetWords() {
        when?.text = nil
        changeGroups { _ in nil }
        changeParties { actor in
            // "Fighters of the hospital's guard": an actor that the lexicon does not know may be named after its place.
            guard actor.id == nil else { return Actor(name: actor.aliases?.first ?? actor.id ?? "", from: actor) }
            return Actor(name: actor.kind.rawValue.replacing("_", with: " "), from: actor)
        }
        if let source = attribution, source.id == nil {
            attribution = Attribution(name: source.kind.rawValue, kind: source.kind)
        }
        (evidence, trigger) = (TextRange(0, 0), TextRange(0, 0))
        if case .event(var event) = content {
            event.weapon = nil
            content = .event(event)
        }
    }
}

extension Actor {
    /// The same party under another name, without what the report calls it.
    fileprivate init(name: String, from actor: Actor) {
        let shown = name.isEmpty ? (actor.id ?? actor.kind.rawValue) : name
        self.init(name: shown, id: actor.id, aliases: nil, kind: actor.kind, country: actor.country)
    }
}
