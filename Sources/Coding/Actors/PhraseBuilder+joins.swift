import Language
import Record

/// Phrases that name one party together: brackets, appositions, "fighters of the …".
extension PhraseBuilder {
    /// "Name (Other Name)" and "Name, known as Other Name": one party with two names.
    func withParentheses(_ mentions: [ActorMention]) -> [ActorMention] {
        var all = mentions.sorted {
            ($0.tokens.lowerBound, $0.tokens.upperBound) < ($1.tokens.lowerBound, $1.tokens.upperBound)
        }
        var index = 0
        while index + 1 < all.count {
            let (first, second) = (all[index], all[index + 1])
            let gap = first.tokens.upperBound
            if !first.isModifier, !second.isModifier, second.tokens.lowerBound == gap + 1,
                sentence.tokens[gap].form == "(",
                second.tokens.upperBound < sentence.tokens.count, sentence.tokens[second.tokens.upperBound].form == ")",
                first.actor.id == second.actor.id || first.actor.id == nil
            {
                var kept = first
                if kept.actor.id == nil {
                    kept.actor = second.actor
                    kept.actor.name = first.actor.name
                    kept.entry = second.entry
                    kept.isGeneric = false
                }
                var aliases = kept.actor.aliases ?? []
                if !aliases.contains(second.actor.name) { aliases.append(second.actor.name) }
                kept.actor.aliases = aliases
                kept.tokens = first.tokens.lowerBound..<(second.tokens.upperBound + 1)
                all[index] = kept
                all.remove(at: index + 1)
                continue
            }
            index += 1
        }
        return all
    }

    /// The name that a phrase with "a" follows at once: what it says is said of it.
    private func besideName(_ mention: ActorMention, _ all: [ActorMention]) -> ActorMention? {
        guard let noun = nounClass(mention.head), noun.role == .group || noun.role == .member, noun.kind != .civilians
        else { return nil }
        var before = mention.tokens.lowerBound - 1
        guard before > 0, ["a", "an"].contains(sentence.tokens[before].form.lowercased()) else { return nil }
        before -= 1
        // "The Name (ABC) an alliance": the brackets are part of the name.
        let closing = before + 1
        if [",", ")"].contains(sentence.tokens[before].form) { before -= 1 }
        return all.first {
            [before + 1, closing].contains($0.tokens.upperBound) && $0.actor.id != nil && !$0.isModifier
                && !$0.isPlaceName
                && !$0.isPerson
                && $0.entry != nil
        }
    }

    /// True for an armed body by its name alone, which has no id.
    private func isBody(_ mention: ActorMention) -> Bool {
        !mention.isGeneric && mention.entry == nil && mention.actor.kind == .militia
    }

    private static let links: Set<String> = ["of", "from", "with", "in", "by", "to", "for"]

    /// Makes a phrase that says what a named party is stand for it, under the phrase's own words.
    private func describe(_ named: ActorMention, with mention: inout ActorMention) {
        let name = mention.actor.name
        mention.actor = named.actor
        mention.actor.name = name
        mention.actor.aliases = ([named.actor.name] + (named.actor.aliases ?? [])).filter { $0 != name }
        (mention.entry, mention.isCoreferent, mention.isGeneric) = (named.entry, true, false)
    }

    /// "fighters from Boko Haram", "forces loyal to Name": the party stands after the noun.
    func withComplements(_ mentions: [ActorMention]) -> [ActorMention] {
        var all = mentions
        for index in all.indices where all[index].isGeneric && all[index].actor.id == nil {
            let head = all[index].head
            if sentence.tokens[head].relation.base == "appos", !all[index].isPerson,
                let named = all.first(where: {
                    $0.tokens.contains(sentence.tokens[head].head) && $0.actor.id != nil && !$0.isModifier
                        && !$0.isPlaceName
                })
            {
                // "The Example Front, a rebel group": one party.
                describe(named, with: &all[index])
                continue
            }
            if let noun = nounClass(head), noun.role == .group, !all[index].isPerson,
                let named = all.first(where: {
                    $0.tokens.lowerBound == all[index].tokens.upperBound && $0.entry != nil && !$0.isModifier
                        && !$0.isPlaceName && !$0.isPerson
                })
            {
                // "The rebel group Example Front".
                let said = all[index].actor.name
                all[index].actor = named.actor
                all[index].actor.aliases = (named.actor.aliases ?? []) + [said]
                (all[index].entry, all[index].isGeneric) = (named.entry, false)
                continue
            }
            if let named = besideName(all[index], all) {
                // "The Example Front a rebel alliance", the comma left out.
                describe(named, with: &all[index])
                continue
            }
            guard let noun = nounClass(head), noun.role != .people else { continue }
            var heads = sentence.children(of: head).filter { sentence.tokens[$0].relation.base == "nmod" && $0 > head }
            for child in sentence.children(of: head) where child > head {
                let form = sentence.tokens[child].form.lowercased()
                guard ["loyal", "allied", "aligned", "belonging", "affiliated", "linked", "fighting"].contains(form)
                else { continue }
                heads += sentence.children(of: child).filter {
                    ["obl", "nmod"].contains(sentence.tokens[$0].relation.base)
                }
            }
            for child in heads {
                guard let link = sentence.child(of: child, "case"),
                    Self.links.contains(sentence.tokens[link].form.lowercased()),
                    let party = all.first(where: {
                        !$0.isModifier && $0.tokens.contains(child) && ($0.actor.id != nil || isBody($0))
                    })
                else { continue }
                let isForce = noun.kind == .stateForce || noun.kind == .police
                if party.isPlaceName {
                    // "The army, with Russia behind it" is not Russia's.
                    guard ["of", "from", "in"].contains(sentence.tokens[link].form.lowercased()) else { continue }
                    guard isForce || noun.role == .person || noun.kind == .government,
                        let code = party.actor.country, let country = lexicon.country(code)
                    else { continue }
                    let branch = noun.branch ?? .government
                    all[index].actor = Self.actor(
                        of: country, branch, kind: isForce ? noun.kind : .government, name: all[index].actor.name)
                } else {
                    let word = sentence.tokens[link].form.lowercased()
                    guard word != "by", word != "in" || noun.role == .member else { continue }
                    // "Fighters with the front" are its own; "the road that joins Turkish-backed rebels with it" is none.
                    if word == "with", all[index].tokens.count > 1 { continue }
                    // "Taken by rebels from the jihadists": from whom, not whose.
                    if word == "from", sentence.child(of: head, "case").map({ sentence.tokens[$0].form }) == "by" {
                        continue
                    }
                    let name = all[index].actor.name
                    // "Forces of the commander Name": those of the side that he leads.
                    let led = party.isPerson ? party.entry?.speaksFor.flatMap { lexicon.entry($0) } : nil
                    var actor = led.map { Self.actor(of: $0, name: name) } ?? party.actor
                    actor.aliases = ([party.actor.name] + (actor.aliases ?? [])).filter { $0 != name }
                    actor.name = name
                    if actor.kind == .person || (isForce && noun.kind == .stateForce && party.isPerson) {
                        actor.kind = noun.kind
                    }
                    all[index].actor = actor
                    all[index].entry = led ?? party.entry
                }
                all[index].isGeneric = false
                all[index].certainty = 0.85
                break
            }
        }
        return all
    }
}
