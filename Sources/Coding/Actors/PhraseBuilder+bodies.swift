import Language
import Record

/// Armed bodies that the lexicon lacks, known by the last word of their names.
extension PhraseBuilder {
    /// "The Northern Storm Brigade", "the Manbij Military Council", "the Army of Lions": parties of those names. What is
    /// numbered, called after its weapon or belongs to a state by its words ("the Fourth Division", "the Armoured
    /// Brigade") is left to the state.
    func namedBodies(_ cover: [Int]) -> [ActorMention] {
        var found: [ActorMention] = []
        for head in sentence.tokens.indices where Self.bodies.contains(sentence.tokens[head].form) {
            guard cover[head] < 0, let range = nameBefore(head, cover) ?? nameAfter(head, cover) else { continue }
            let actor = Actor(name: sentence.text(of: range, in: text), kind: .militia)
            let carrier = range.last { !range.contains(sentence.tokens[$0].head) } ?? head
            found.append(
                ActorMention(sentence: number, tokens: range, head: carrier, actor: actor, certainty: 0.7))
        }
        return found
    }

    /// "Northern Storm" of "Northern Storm Brigade", "Manbij Military" of "Manbij Military Council".
    private func nameBefore(_ head: Int, _ cover: [Int]) -> Range<Int>? {
        var start = head
        while start > 0, isPart(start - 1), head - start < 6 { start -= 1 }
        while start < head, WordPieces.isJoin(sentence.tokens[start].form) { start += 1 }
        let name = start..<head
        guard !name.isEmpty, !name.contains(where: { cover[$0] >= 0 || ofState($0) }) else { return nil }
        let isCouncil = sentence.tokens[head].form == "Council"
        if isCouncil, name.last.map({ sentence.tokens[$0].form }) != "Military" || name.count < 2 { return nil }
        // A sentence begins with a capital: "Heavy Brigade" of its first words is no name yet.
        if start == 0, name.count == 1 { return nil }
        return start..<head + 1
    }

    /// "of Lions" of "the Army of Lions".
    private func nameAfter(_ head: Int, _ cover: [Int]) -> Range<Int>? {
        guard head > 0, head + 2 < sentence.tokens.count, sentence.tokens[head + 1].form == "of",
            sentence.tokens[head - 1].form.says("the")
        else { return nil }
        var end = head + 2
        while end < sentence.tokens.count, isPart(end), end - head < 7 { end += 1 }
        let name = head + 2..<end
        guard !name.isEmpty, !name.contains(where: { cover[$0] >= 0 || ofState($0) }) else { return nil }
        return head..<end
    }

    private func isPart(_ index: Int) -> Bool {
        let token = sentence.tokens[index]
        if WordPieces.isJoin(token.form) { return !token.spaceBefore }
        return token.form.first?.isUppercase == true && token.upos != .det && token.upos != .adp && token.upos != .pron
    }

    func ofState(_ index: Int) -> Bool {
        let form = sentence.tokens[index].form
        return form.endsInNumber || form.first?.isNumber == true || sentence.tokens[index].upos == .num
            || Self.arms.contains(form.lowercased())
    }

    private static let bodies: Set<String> = [
        "Brigade", "Brigades", "Battalion", "Battalions", "Army", "Legion", "Council",
    ]

    /// Words of the names of states' own units.
    private static let arms: Set<String> = [
        "first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth", "eleventh",
        "twelfth", "thirteenth", "fourteenth", "fifteenth", "sixteenth", "armoured", "armored", "mechanised",
        "mechanized", "infantry", "airborne", "tank", "mountain", "marine", "marines", "naval", "guards", "guard",
        "republican", "presidential", "royal", "national", "federal", "motor", "rifle", "artillery", "assault", "air",
        "airmobile", "commando", "special", "forces", "rapid", "reaction", "cavalry", "parachute", "paratrooper",
        "security", "defence", "defense", "border", "territorial", "jaeger", "engineer", "signals", "logistics",
        "regular", "us", "u.s.", "british", "red", "salvation", "reserve", "light", "heavy", "support", "separate",
        "stryker", "combat", "team", "army", "corps", "division", "regiment", "brigade", "battalion", "the", "a",
        "ministry", "state", "government", "city", "town", "provincial", "supreme", "ruling", "transitional",
    ]
}
