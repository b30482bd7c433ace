import Record

/// The words that say what is counted of people: which measure a verb, a participle or a noun tells.
enum MeasureWords {
    /// How a verb tells it.
    enum Voice {
        /// Of its object: "killed 20 people", "20 people were killed".
        case object
        /// Of its subject: "20 people died".
        case subject
        /// Of its object only where that is armed or a person: "destroyed 120 militants", "lost 28 fighters".
        case ofPersons
    }

    /// Verbs and adjectives by lemma; participles also as their own, as taggers read them as adjectives.
    static let verbs: [String: (measure: Figure.Measure, voice: Voice)] = {
        var table: [String: (measure: Figure.Measure, voice: Voice)] = [:]
        func add(_ measure: Figure.Measure, _ voice: Voice, _ words: String) {
            for word in words.split(separator: " ") { table[String(word)] = (measure, voice) }
        }
        add(
            .killed, .object,
            "kill killed slay slain murder execute massacre behead slaughter assassinate martyr martyre martyred lynch shoot-dead"
        )
        add(.killed, .subject, "die perish dead")
        add(.killed, .ofPersons, "eliminate neutralise neutralize liquidate destroy annihilate lose")
        add(.wounded, .object, "wound wounded injure injured hurt maim")
        add(.displaced, .object, "displace displaced uproot evacuate deport expel dislocate resettle")
        add(.displaced, .subject, "flee escape homeless cross")
        add(.returnees, .subject, "return")
        add(.returnees, .object, "repatriate")
        add(.captured, .object, "capture arrest detain abduct kidnap imprison jail seize nab apprehend")
        add(.captured, .subject, "surrender")
        add(.missing, .subject, "disappear vanish missing unaccounted")
        add(.besieged, .object, "besiege besieged trap trapped strand stranded encircle")
        return table
    }()

    /// Nouns by lemma: the counted noun says it itself ("20 deaths", "80 hostages", "12 wounded").
    static let nouns: [String: Figure.Measure] = {
        var table: [String: Figure.Measure] = [:]
        func add(_ measure: Figure.Measure, _ words: String) {
            for word in words.split(separator: " ") { table[String(word)] = measure }
        }
        add(.killed, "dead death fatality corpse martyr killed slain killing")
        add(.wounded, "wounded injured injury wounding")
        add(.displaced, "displaced evacuee idp displacement")
        add(.returnees, "returnee")
        add(.captured, "hostage prisoner captive detainee abductee internee arrest detention")
        add(.missing, "missing disappearance disappeared")
        return table
    }()

    /// Nouns of an act whose "of" phrase is counted: "the deaths of 12 people".
    static let acts: [String: Figure.Measure] = [
        "death": .killed, "killing": .killed, "execution": .killed, "massacre": .killed, "murder": .killed,
        "life": .killed, "assassination": .killed, "displacement": .displaced, "evacuation": .displaced,
        "arrest": .captured, "capture": .captured, "abduction": .captured, "kidnapping": .captured,
        "detention": .captured, "loss": .killed, "return": .returnees, "repatriation": .returnees,
        "disappearance": .missing,
    ]

    /// What is said of people after "left": "left ten people dead".
    static let results: [String: Figure.Measure] = [
        "dead": .killed, "killed": .killed, "wounded": .wounded, "injured": .wounded, "hurt": .wounded,
        "homeless": .displaced, "displaced": .displaced, "missing": .missing, "trapped": .besieged,
        "stranded": .besieged, "besieged": .besieged,
    ]

    /// People under arms: counted for themselves they are the strength of a force.
    static let fighters = WordClasses.set(
        "fighter militant jihadist soldier troop insurgent rebel gunman terrorist combatant guerrilla militiaman mercenary commando paratrooper extremist separatist islamist peacekeeper legionnaire conscript recruit"
    )
    static let households = WordClasses.set("family household")
    static let money = WordClasses.set(
        "dollar euro pound rouble ruble lira yen cent usd eur dinar rial riyal shekel franc naira shilling rupee $ € £ ¥"
    )
    /// Things that are counted in reports and are no people.
    static let things = WordClasses.set(
        "year month week day hour minute second night km kilometre kilometer mile metre meter kg ton tonne percent % degree time goal point house building vehicle tank aircraft plane jet rocket missile shell bomb village town city country round flight strike airstrike raid attack school home car truck vote seat game match acre hectare square barrel litre liter inch foot bus sortie neighbourhood neighborhood district street position weapon ship boat place part area front side page step mosque hospital age target unit brigade group state nation governorate province hill checkpoint camp island reason way occasion shot mine drone helicopter warplane convoy tent shop store rifle site location incident clash engagement base bridge stage phase article tweet"
    )
    /// Square measures, for areas.
    static let squares = WordClasses.set("kilometre kilometer mile km metre meter km2 sqkm hectare acre")
    /// What is done to an area that is counted as taken or held.
    static let taking = WordClasses.set(
        "take capture seize retake recapture regain reclaim liberate free control hold lose clear occupy conquer recover wrest cede"
    )
}
