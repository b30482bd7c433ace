import Foundation
import Language
import Record

/// Sentences made from the project's own templates and the lists of names: they teach the tagger what the lists mean in
/// context, for parts of the world that no annotated text covers.
struct InventedSentences {
    private let templates: [String]
    private let lists: ListFiles
    private let analyser: Analyser
    private var random = Random(seed: 11)

    init(lists: ListFiles, analyser: Analyser) throws {
        (self.lists, self.analyser) = (lists, analyser)
        templates = try lists.lines("own-templates")
    }

    /// Each template filled `times` times.
    mutating func make(times: Int) -> [NamedSentence] {
        var found: [NamedSentence] = []
        for template in templates {
            for _ in 0..<times { found.append(fill(template)) }
        }
        return found
    }

    private mutating func fill(_ template: String) -> NamedSentence {
        var text = ""
        var spans: [(start: Int, end: Int, kind: NameKind)] = []
        var rest = Substring(template)
        while let open = rest.firstIndex(of: "{"), let close = rest[open...].firstIndex(of: "}") {
            text += rest[..<open]
            let (name, kind) = self.name(String(rest[rest.index(after: open)..<close]))
            spans.append((text.utf8.count, text.utf8.count + name.utf8.count, kind))
            text += name
            rest = rest[rest.index(after: close)...]
        }
        text += rest
        if random.unit() < 0.03 { text = text.uppercased() }
        let sentence = analyser.analyse(text, whole: true)
        let named = spans.compactMap { span -> NamedSpan? in
            let tokens = sentence.tokens.indices.filter {
                sentence.tokens[$0].range.start >= span.start && sentence.tokens[$0].range.end <= span.end
            }
            guard let first = tokens.first, let last = tokens.last else { return nil }
            return NamedSpan(kind: span.kind, tokens: first..<(last + 1))
        }
        return NamedSentence(sentence, spans: named, marked: NameCorpora.all)
    }

    // MARK: - Names of each slot

    private mutating func name(_ slot: String) -> (String, NameKind) {
        switch slot {
        case "P": (person(), .person)
        case "P1": (random.pick(lists.family), .person)
        case "L": (place(), .location)
        case "C": (random.pick(lists.countries), .location)
        case "R": (region(), .location)
        case "N": (random.pick(lists.demonyms), .norp)
        case "O": (organisation(), .organisation)
        case "A": (random.unit() < 0.6 ? random.pick(lists.organisations) : letters(), .organisation)
        case "F": (facility(), .facility)
        case "D": (date(), .date)
        case "M": (money(), .money)
        default: (random.pick(lists.weapons), .weapon)
        }
    }

    private mutating func person() -> String {
        let given = random.pick(random.unit() < 0.3 ? lists.ownGiven : lists.given)
        let family = random.pick(random.unit() < 0.1 ? lists.ownGiven : lists.family)
        switch random.below(12) {
        case 0: return "\(given) \(random.pick(lists.given)) \(family)"
        case 1: return "\(given) al-\(family)"
        case 2: return "\(given) \(Character(UnicodeScalar(UInt8(65 + random.below(26))))). \(family)"
        case 3: return "Abu \(given)"
        case 4: return given
        case 5: return "\(given) \(family)-\(random.pick(lists.family))"
        default: return "\(given) \(family)"
        }
    }

    private mutating func place() -> String {
        switch random.below(14) {
        case 0:
            return random.pick(["al-", "Al-", "el-", "Deir ", "Tell ", "Tal ", "Khan ", "Ras ", "Umm "])
                + random.pick(lists.cities)
        case 1:
            return random.pick(["North ", "South ", "New ", "East ", "West ", "Upper ", "Old "])
                + random.pick(lists.cities)
        case 2: return random.pick(lists.family)
        case 3, 4: return random.pick(lists.ownPlaces)
        default: return random.pick(lists.cities)
        }
    }

    private mutating func region() -> String {
        let name = random.pick(random.unit() < 0.5 ? lists.regions : lists.cities)
        switch random.below(6) {
        case 0: return name + " " + random.pick(["Province", "Governorate", "State", "County", "District", "Region"])
        case 1: return random.pick(["northern ", "southern ", "eastern ", "western "]).capitalized + name
        default: return name
        }
    }

    private mutating func organisation() -> String {
        let (city, country, family) = (
            random.pick(lists.cities), random.pick(lists.countries), random.pick(lists.family)
        )
        let demonym = random.pick(lists.demonyms)
        let cause = random.pick([
            "Education", "Health", "Justice", "Freedom", "Agriculture", "Defence", "Foreign Affairs", "Finance",
            "Trade",
            "Labour", "Women", "Human Rights", "Peace", "National", "Workers", "Patriotic", "People's", "Islamic",
            "Democratic", "Liberation", "Interior", "Transport", "Tourism", "Energy", "Mining", "Fishermen",
        ])
        let word = random.pick(lists.organisationWords)
        switch random.below(16) {
        case 0: return "Ministry of \(cause)"
        case 1: return "\(demonym) \(word)"
        case 2: return "\(city) \(word)"
        case 3: return "\(country) \(cause) \(word)"
        case 4: return "University of \(city)"
        case 5: return "\(cause) \(word)"
        case 6: return "\(word) of \(cause)"
        case 7:
            return
                "\(family) \(random.pick(["& Sons", "Group", "Industries", "Holdings", "Ltd", "Foundation", "Inc."]))"
        case 8: return "\(demonym) \(cause) \(word)"
        case 9: return "\(city) \(random.pick(["United", "City", "Rovers", "FC", "Stars", "Tigers", "Warriors"]))"
        case 10: return "\(cause) and \(random.pick(["Development", "Equality", "Reform", "Welfare"])) \(word)"
        case 11: return "\(family) \(random.pick(["Brigade", "Battalion", "Division", "Front", "Regiment"]))"
        case 12:
            return "The \(city) \(random.pick(["Times", "Post", "Herald", "Star", "Gazette", "Tribune"]))"
                .replacingOccurrences(of: "The ", with: "")
        default: return random.pick(lists.organisations)
        }
    }

    private mutating func letters() -> String {
        String((0..<(2 + random.below(3))).map { _ in Character(UnicodeScalar(UInt8(65 + random.below(26)))) })
    }

    private mutating func facility() -> String {
        random.pick(random.unit() < 0.7 ? lists.cities : lists.family) + " "
            + random.pick(lists.facilityWords.filter { $0.first?.isUppercase ?? false })
    }

    private mutating func date() -> String {
        let month = random.pick([
            "January", "February", "March", "April", "May", "June", "July", "August", "September", "October",
            "November",
            "December",
        ])
        let year = 1970 + random.below(55)
        switch random.below(7) {
        case 0: return "\(1 + random.below(28)) \(month) \(year)"
        case 1: return "\(month) \(1 + random.below(28)), \(year)"
        case 2: return "\(month) \(1 + random.below(28))"
        case 3: return "\(month) \(year)"
        case 4: return "\(year)"
        default:
            return random.pick(["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"])
        }
    }

    private mutating func money() -> String {
        let amount = 2 + random.below(900)
        switch random.below(4) {
        case 0: return "$\(amount) million"
        case 1: return "€\(amount),000"
        case 2: return "\(amount) million dollars"
        default: return "US$\(amount)"
        }
    }
}
