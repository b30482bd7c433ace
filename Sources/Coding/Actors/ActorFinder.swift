public import Gazetteer
public import Language
import Record

/// Finds who is who in a report.
///
/// In come sentences with their trees and the places found in them; out comes an ``ActorMap``. Names match longest
/// first; common nouns ("rebels", "government forces") take a side from what stands before and after them, and a state
/// from the country the report is about; "the group", "they" go back to the party last spoken of.
public struct ActorFinder: Sendable {
    let lexicon: ActorLexicon

    /// A finder over a lexicon's actors.
    public init(lexicon: Lexicon) { self.lexicon = lexicon.actors }

    /// All parties of a report. `year` is the report's; it decides between parties of one name.
    public func find(sentences: [Sentence], text: String, mentions places: [PlaceMention], year: Int? = nil) -> ActorMap
    {
        let matcher = NameMatcher(lexicon: lexicon)
        var matches = sentences.map { matcher.matches(in: $0) }
        let country = mainCountry(matches, places, sentences)
        let choice = EntryChoice(lexicon: lexicon, country: country, year: year)
        var found: [ActorMention] = []
        for index in sentences.indices {
            let phrases = PhraseBuilder(
                lexicon: lexicon, sentence: sentences[index], number: index, text: text, choice: choice,
                matches: matches[index])
            found += phrases.mentions()
        }
        matches.removeAll()
        Coreference(lexicon: lexicon, sentences: sentences, text: text, choice: choice).resolve(&found)
        found.sort {
            ($0.sentence, $0.tokens.lowerBound, $0.tokens.upperBound) < (
                $1.sentence, $1.tokens.lowerBound, $1.tokens.upperBound
            )
        }
        shareNames(&found)
        return ActorMap(mentions: found, mainCountry: country, sentences: sentences, text: text)
    }

    /// ISO codes of the countries where the named parties of a report are at home, with how often it names them: known
    /// before any place is, they tell which Palmyra is meant.
    func homes(_ sentences: [Sentence]) -> [String: Double] {
        let matcher = NameMatcher(lexicon: lexicon)
        let choice = EntryChoice(lexicon: lexicon, country: nil, year: nil)
        var homes: [String: Double] = [:]
        for sentence in sentences {
            for match in matcher.matches(in: sentence) {
                // A name of several parties tells no country.
                guard match.phrases.count == 1, case .entry(let number) = choice.best(match.phrases) else { continue }
                let entry = lexicon.entries[number]
                guard [.rebel, .militia, .jihadist, .stateForce].contains(entry.kind), entry.countries.count <= 3 else {
                    continue
                }
                for code in entry.countries { homes[code, default: 0] += 1 }
            }
        }
        return homes
    }

    /// The state that a report is about: where its settlements lie, then which countries and parties it names.
    private func mainCountry(
        _ matches: [[NameMatch]], _ places: [PlaceMention], _ sentences: [Sentence]
    ) -> String? {
        var votes: [String: Double] = [:]
        for mention in places {
            guard let code = mention.place.country, mention.place.metonymic != true else { continue }
            let isCountry = mention.place.kind == .country
            votes[code, default: 0] += (isCountry ? 1 : 2) * (mention.sentence < 3 ? 1.5 : 1)
        }
        for (sentence, found) in matches.enumerated() {
            let weight = sentence < 3 ? 1.5 : 1.0
            for match in found {
                guard let first = match.phrases.first else { continue }
                switch first.meaning {
                case .country(let number, let form):
                    votes[lexicon.countries[number].code, default: 0] += weight * (form == .metonym ? 0.3 : 0.8)
                case .entry(let number):
                    let entry = lexicon.entries[number]
                    guard entry.kind != .un, entry.kind != .media, entry.kind != .coalition else { continue }
                    for (place, code) in entry.countries.prefix(2).enumerated() {
                        votes[code, default: 0] += weight * (place == 0 ? 0.7 : 0.4)
                    }
                }
            }
        }
        return votes.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
    }

    /// A party is known by all the names that the report gives it, after the lexicon's own.
    private func shareNames(_ mentions: inout [ActorMention]) {
        var names: [String: [String]] = [:]
        for mention in mentions where !mention.isPerson && !mention.isCoreferent {
            guard let id = mention.actor.id else { continue }
            if names[id, default: []].count < 4, !names[id, default: []].contains(mention.actor.name) {
                names[id, default: []].append(mention.actor.name)
            }
        }
        for index in mentions.indices {
            guard let id = mentions[index].actor.id else { continue }
            var all = mentions[index].actor.aliases ?? []
            for name in names[id] ?? [] where name != mentions[index].actor.name && !all.contains(name) {
                all.append(name)
            }
            mentions[index].actor.aliases = all.isEmpty ? nil : all
        }
    }
}

/// Decides between parties of one name: the year must fit, the report's country is better than none.
struct EntryChoice: Sendable {
    let lexicon: ActorLexicon
    let country: String?
    let year: Int?

    /// The best meaning of some phrases that match the same words.
    func best(_ phrases: [ActorLexicon.Phrase]) -> ActorLexicon.Meaning? {
        var best: (score: Double, meaning: ActorLexicon.Meaning)?
        for phrase in phrases {
            var score = 1.0
            if case .entry(let number) = phrase.meaning {
                let entry = lexicon.entries[number]
                if let year, !entry.exists(in: year) { score -= 0.8 }
                if let country, entry.countries.contains(country) {
                    score += entry.countries.first == country ? 1 : 0.8
                }
                if entry.kind == .coalition || entry.kind == .un { score += 0.2 }
            } else if case .country(let number, _) = phrase.meaning {
                score = lexicon.countries[number].code == country ? 1.6 : 1.1
            }
            if best == nil || score > best?.score ?? 0 { best = (score, phrase.meaning) }
        }
        return best?.meaning
    }
}
