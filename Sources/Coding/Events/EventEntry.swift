package import Record

/// One word or phrase that tells an event or a state of control. A class, because rules hand it on for every word.
package final class EventEntry: Sendable {
    package enum Pos: String, Sendable { case verb, noun, adjective }

    package enum Content: Sendable, Equatable {
        case event(EventType)
        case control(Control.State)
    }

    /// Where in the tree a role stands, seen from the trigger.
    package enum Slot: Sendable, Equatable {
        case subject, object, possessive, modifier, apposition, number
        /// No words: the town that the report was speaking of.
        case topic
        /// A phrase with one of the prepositions ("from", "in").
        case phrase(String)

        /// From the lexicon's spelling: `subject`, `object`, `possessive`, `modifier`, `apposition`, `number`, `topic`, or a
        /// preposition.
        init?(_ name: String) {
            switch name {
            case "subject": self = .subject
            case "object": self = .object
            case "possessive": self = .possessive
            case "modifier": self = .modifier
            case "apposition": self = .apposition
            case "number": self = .number
            case "topic": self = .topic
            default:
                guard !name.isEmpty, name.utf8.allSatisfy({ (97...122).contains($0) }) else { return nil }
                self = .phrase(name)
            }
        }
    }

    /// What must fill a slot for the entry to hold.
    package struct Need: Sendable, Equatable {
        package enum Kind: String, Sendable {
            case place, party, persons, armed, civilians, aircraft, weapons, any, none, thing
        }
        /// Any one of them may meet it.
        package var slots: [Slot]
        package var kind: Kind

        /// From `slot:kind` or `slot/slot:kind`.
        init?(_ text: String) {
            let parts = text.split(separator: ":")
            guard parts.count == 2, let kind = Kind(rawValue: String(parts[1])) else { return nil }
            let slots = parts[0].split(separator: "/").compactMap { Slot(String($0)) }
            guard slots.count == parts[0].split(separator: "/").count else { return nil }
            (self.slots, self.kind) = (slots, kind)
        }
    }

    package let id: String
    package let lemma: String
    /// Further words that must hang on the trigger, as lemmas.
    package let rest: [String]
    package let pos: Pos
    package let content: Content
    package let actor: [Slot]
    package let target: [Slot]
    package let place: [Slot]
    /// Who lost a place, or where a movement began.
    package let from: [Slot]
    package let destination: [Slot]
    package let needs: [Need]
    /// True where the word tells that the state ended ("broke the siege").
    package let ended: Bool
    /// For nouns: prepositions of which one must stand before it ("under control").
    package let cases: [String]
    /// For nouns: `required` where it counts only under a verb such as "launched"; `struck` for what must hit or be fired.
    package let light: String?

    init(
        id: String, lemma: String, rest: [String], pos: Pos, content: Content, actor: [Slot], target: [Slot],
        place: [Slot], from: [Slot], destination: [Slot], needs: [Need], ended: Bool, cases: [String], light: String?
    ) {
        (self.id, self.lemma, self.rest, self.pos, self.content) = (id, lemma, rest, pos, content)
        (self.actor, self.target, self.place, self.from) = (actor, target, place, from)
        (self.destination, self.needs, self.ended) = (destination, needs, ended)
        (self.cases, self.light) = (cases, light)
    }
}
