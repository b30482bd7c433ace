import Gazetteer
import Language
import Record

/// Lists of towns that were taken or lost, read from the order of the words where the tree loses their end: "captured
/// X, Y-e-Z and W"; "captured X on March 4 and Y on March 17".
struct PlaceList {
    let scene: Scene

    /// The places with those that the list goes on with.
    func completed(_ places: [Place], after verb: Int) -> [Place] {
        guard
            let last = places.compactMap({ place in mention(of: place) }).max(by: {
                $0.tokens.upperBound < $1.tokens.upperBound
            }), last.tokens.lowerBound > verb
        else { return places }
        var found: [PlaceMention] = []
        var pending: [PlaceMention] = []
        var at = last.tokens.upperBound
        while let next = next(from: at) {
            pending.append(next.mention)
            at = next.mention.tokens.upperBound
            // A comma alone may say where a town lies; a list ends with "and".
            if next.isLast || next.isDated {
                found += pending
                pending = []
            }
        }
        let known = Set(places.compactMap { $0.range?.start })
        let sample = places.last
        return places
            + found.filter { !known.contains($0.place.range?.start ?? -1) }.map { mention in
                var place = mention.place
                if place.scope == nil { place.scope = sample?.scope == .part ? nil : sample?.scope }
                return place
            }
    }

    /// The towns of a list that begins at a token: "X in the east, Y and the hilltop of Z".
    func members(from start: Int) -> [PlaceMention] {
        var found: [PlaceMention] = []
        var at = start
        var isOpen = true
        while at < scene.tokens.count, at - start < 40 {
            let token = scene.tokens[at]
            if isOpen, let member = member(at) {
                found.append(member)
                (at, isOpen) = (member.tokens.upperBound, false)
                continue
            }
            let form = token.form.lowercased()
            if form == "," || form == "and" || form == "&" {
                isOpen = true
            } else if !isOpen, ["in", "to", "on"].contains(form) {
                // "In the east": where the member lies.
                at += 1
                while at < scene.tokens.count, ![",", "and", ".", ";"].contains(scene.tokens[at].form) {
                    guard [.det, .adj, .noun, .propn, .adp].contains(scene.tokens[at].upos) else { return found }
                    at += 1
                }
                continue
            } else if !(isOpen && (Self.openers.contains(form) || token.upos == .noun || token.upos == .adj)) {
                return found
            }
            at += 1
        }
        return found
    }

    private func mention(of place: Place) -> PlaceMention? {
        guard let range = place.range else { return nil }
        return scene.places.first { $0.place.range == range }
    }

    /// The next member: a comma or "and", "the town of" or nothing, a town; a date may stand between, and what is said of
    /// the town before it.
    private func next(from start: Int) -> (mention: PlaceMention, isLast: Bool, isDated: Bool)? {
        var at = start
        var (isAnd, isList, isDated, isAside, isAround) = (false, false, false, false, false)
        while at < scene.tokens.count, at - start < 20 {
            if let time = scene.times.first(where: { $0.tokens.contains(at) }) {
                (isDated, isAside) = (true, false)
                at = max(at + 1, time.tokens.upperBound)
                continue
            }
            let token = scene.tokens[at]
            if isAround, let around = scene.mention(at: at) {
                // "And, in the province of Z, Y": Z is where Y lies.
                (at, isAround) = (around.tokens.upperBound, false)
                continue
            }
            if isList, !isAside, !isAround, let member = member(at) {
                // "And Y on March 17": a list of towns with their days.
                let ownDay = hasOwnDay(after: member.tokens.upperBound)
                guard !isDated || ownDay, !isSubject(member) else { return nil }
                return (member, isAnd, isDated && ownDay)
            }
            switch token.form.lowercased() {
            case ",": isList = true
            case "and", "&": if !isAside { (isList, isAnd) = (true, true) }
            case "on": break
            case "in": isAround = isList
            case _ where Self.openers.contains(token.form.lowercased()) || isAround:
                guard isList || isDated else { return nil }
            default:
                // "X, its capital, on January 2": passed over up to the date.
                guard isList, !isDated || token.form.beginsUpper, !isAnd, ![.verb, .aux, .sconj].contains(token.upos)
                else { return nil }
                isAside = true
            }
            at += 1
        }
        return nil
    }

    /// "Y on March 17", "Y, 60 km to the east, the following day".
    private func hasOwnDay(after end: Int) -> Bool {
        var start = end
        if end < scene.tokens.count, scene.tokens[end].form == ",",
            let close = (end + 1..<max(end + 1, min(scene.tokens.count, end + 10))).first(where: {
                scene.tokens[$0].form == ","
            }), !scene.tokens[end..<close].contains(where: { $0.upos == .verb || $0.form == "and" })
        {
            start = close + 1
        }
        return scene.times.contains {
            ($0.tokens.lowerBound >= end && $0.tokens.lowerBound <= end + 1)
                || ($0.tokens.lowerBound >= start && $0.tokens.lowerBound <= start + 1)
        }
    }

    /// Words before a town's name.
    private static let openers: Set<String> = [
        "the", "town", "towns", "city", "village", "port", "of", "nearby", "neighbouring", "neighboring", "ruby",
        "border",
        "both", "strategic", "bridge", "crossing", "at",
    ]

    /// A town that begins at a token: one that was found, or a name that nothing else explains.
    private func member(_ at: Int) -> PlaceMention? {
        if let mention = scene.mention(at: at) {
            guard mention.tokens.lowerBound == at, scene.isUsable(mention),
                ![.country, .region, .water].contains(mention.place.kind)
            else { return nil }
            return mention
        }
        var end = at
        while end < scene.tokens.count, [.propn, .noun].contains(scene.tokens[end].upos),
            scene.tokens[end].form.beginsUpper, scene.mention(at: end) == nil, scene.party(at: end) == nil
        {
            end += 1
        }
        guard end > at, end - at <= 3, scene.tokens[end - 1].upos == .propn,
            !scene.sentence.names.contains(where: { $0.kind == .person && $0.tokens.contains(at) })
        else { return nil }
        let range = scene.sentence.textRange(at..<end)
        return PlaceMention(
            place: Place(name: range.text(in: scene.text), range: range), sentence: scene.index, tokens: at..<end)
    }

    /// "… and Y fell": the town begins a clause of its own.
    private func isSubject(_ mention: PlaceMention) -> Bool {
        let head = scene.tree.head(of: mention.tokens) ?? mention.tokens.lowerBound
        if ["nsubj", "csubj"].contains(scene.tree.relation(head)) {
            // "And Y a week later": what the tree takes for a verb is none.
            let above = scene.tokens[head].head
            if above < 0 || ![.adv, .num].contains(scene.tokens[above].upos) { return true }
        }
        let after = mention.tokens.upperBound
        return after < scene.tokens.count && [.verb, .aux].contains(scene.tokens[after].upos)
    }
}
