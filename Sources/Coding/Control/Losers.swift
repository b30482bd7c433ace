import Language
import Record

/// Who held a town that somebody took, where the sentence tells it in words of its own. Read from the order of the words:
/// the trees of such clauses are seldom right.
struct Losers {
    let scene: Scene
    let taker: ActorMention

    /// "Took X after Y withdrew", "took X as Y had fled", "took X after clashes with Y"; nil where nothing says so.
    func after(_ verb: Int) -> ActorMention? {
        for at in scene.tokens.indices where at > verb {
            let form = scene.tokens[at].form
            if [".", "but", "while", "although"].contains(form) { return nil }
            if form == ";" {
                if let found = leaver(at) { return found }
                return nil
            }
            guard Self.conjunctions.contains(form.lowercased()) else { continue }
            if let found = leaver(at) ?? enemy(at) ?? departed(at) { return found }
        }
        return nil
    }

    /// "Y withdrew from X and the group took it": who is said to leave before the verb.
    func before(_ verb: Int) -> ActorMention? {
        guard
            let leaving = scene.tokens[..<verb].lastIndex(where: {
                $0.upos == .verb && Self.leaving.contains($0.lemma.lowercased()) && $0.xpos != "VB" && $0.xpos != "VBG"
            }),
            !scene.tokens[..<leaving].suffix(3).contains(where: { ["not", "n't", "to", "would"].contains($0.form) })
        else { return nil }
        return scene.actors.mentions(in: scene.index).last {
            $0.tokens.upperBound <= leaving && leaving - $0.tokens.upperBound <= 3 && isOther($0)
        }
    }

    /// "The army camp at X", "the rebels' last stronghold": whose the thing was that was taken.
    func owner(of heads: [Int]) -> ActorMention? {
        for head in heads {
            for noun in scene.sentence.children(of: head) where scene.tree.relation(noun) == "appos" {
                // "X, the last town held by Y".
                let holder = scene.actors.modifiers(at: noun, in: scene.index).first {
                    ["held", "controlled", "run", "occupied", "ruled"].contains($0.modifierOf)
                }
                if let holder, holder.actor.id == nil || holder.actor.id != taker.actor.id { return holder }
            }
            let nouns = [head] + scene.sentence.children(of: head).filter { scene.tree.relation($0) == "appos" }
            for noun in nouns where Self.belongings.contains(scene.tokens[noun].lemma.lowercased()) {
                if let owner = scene.modifierParty(of: noun), isOther(owner) { return owner }
                for inner in scene.tree.phrases(noun, "of") {
                    if let owner = scene.party(at: inner), isOther(owner) { return owner }
                }
            }
        }
        return nil
    }

    private static let belongings: Set<String> = [
        "camp", "base", "post", "headquarters", "position", "outpost", "barracks", "checkpoint", "garrison", "bastion",
        "stronghold", "airbase", "capital", "fortress", "redoubt", "holdout", "hideout",
    ]

    private static let conjunctions: Set<String> = ["after", "as", "when", "once", "because", "since", "following"]
    private static let leaving: Set<String> = [
        "withdraw", "flee", "leave", "retreat", "abandon", "surrender", "evacuate", "depart", "desert", "pull",
    ]
    private static let fights: Set<String> = [
        "clash", "fighting", "battle", "fight", "gunfight", "firefight", "combat", "offensive", "attack", "assault",
        "confrontation", "skirmish", "gunbattle", "operation",
    ]

    /// The party right after the conjunction, where the verb after it is one of leaving.
    private func leaver(_ conjunction: Int) -> ActorMention? {
        guard let party = party(from: conjunction + 1, within: 4) else { return nil }
        for at in party.tokens
            .upperBound..<max(party.tokens.upperBound, min(party.tokens.upperBound + 6, scene.tokens.count))
        {
            let token = scene.tokens[at]
            if ["not", "n't", "would", "will", "never"].contains(token.form.lowercased()) { return nil }
            if token.upos == .verb { return Self.leaving.contains(token.lemma.lowercased()) ? party : nil }
            if token.form == "," { return nil }
        }
        return nil
    }

    /// "After the withdrawal of Y".
    private func departed(_ conjunction: Int) -> ActorMention? {
        let near = conjunction + 1..<max(conjunction + 1, min(conjunction + 5, scene.tokens.count))
        guard let noun = near.first(where: { Self.departures.contains(scene.tokens[$0].lemma.lowercased()) }),
            noun + 1 < scene.tokens.count, ["of", "by"].contains(scene.tokens[noun + 1].form)
        else { return nil }
        return party(from: noun + 2, within: 3)
    }

    private static let departures: Set<String> = [
        "withdrawal", "retreat", "departure", "surrender", "pullout", "flight", "evacuation", "capitulation",
    ]

    /// "Wrested X and the town beside it from Y", "took back X from Y": the party right after the first "from".
    func source(after verb: Int) -> ActorMention? {
        guard let from = scene.tokens.indices.first(where: { $0 > verb && scene.tokens[$0].form == "from" }),
            !scene.tokens[verb + 1..<from].contains(where: {
                $0.upos == .verb || [";", ":", ",", "where", "which", "who"].contains($0.form)
            })
        else { return nil }
        return party(from: from + 1, within: 2)
    }

    /// The party that a fight was "with" or "against".
    private func enemy(_ conjunction: Int) -> ActorMention? {
        guard ["after", "following"].contains(scene.tokens[conjunction].form.lowercased()),
            let fight = (conjunction + 1..<max(conjunction + 1, min(conjunction + 9, scene.tokens.count))).first(
                where: {
                    Self.fights.contains(scene.tokens[$0].lemma.lowercased())
                }),
            let link = (fight + 1..<max(fight + 1, min(fight + 4, scene.tokens.count))).first(where: {
                ["with", "against"].contains(scene.tokens[$0].form)
            })
        else { return nil }
        return party(from: link + 1, within: 4)
    }

    /// The first party that begins so soon, other than the taker, those who tell of it and those who flee from it.
    private func party(from start: Int, within reach: Int) -> ActorMention? {
        scene.actors.mentions(in: scene.index).first {
            $0.tokens.lowerBound >= start && $0.tokens.lowerBound <= start + reach && isOther($0)
        }
    }

    private func isOther(_ mention: ActorMention) -> Bool {
        mention.mayHold
            && (mention.actor.id == nil || mention.actor.id != taker.actor.id) && mention.tokens != taker.tokens
    }
}
