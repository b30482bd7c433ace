package import Record

/// One word or phrase that tells an event or a state of control.
package struct EventEntry: Sendable, Equatable {
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

    package var id: String
    package var lemma: String
    /// Further words that must hang on the trigger, as lemmas.
    package var rest: [String]
    package var pos: Pos
    package var content: Content
    package var actor: [Slot]
    package var target: [Slot]
    package var place: [Slot]
    /// Who lost a place, or where a movement began.
    package var from: [Slot]
    package var destination: [Slot]
    package var needs: [Need]
    /// True where the word tells that the state ended ("broke the siege").
    package var ended: Bool
    /// For nouns: prepositions of which one must stand before it ("under control").
    package var cases: [String]
    /// For nouns: `required` where it counts only under a verb such as "launched"; `struck` for what must hit or be fired.
    package var light: String?
}
