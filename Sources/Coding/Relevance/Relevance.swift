import Language
import Record

/// Decides whether a report may make claims at all: sport, business, games, films and weather use the words of war.
struct Relevance {
    private static func set(_ words: String) -> Set<String> { Set(words.split(separator: " ").map(String.init)) }
    private static let sport = set(
        "match season coach striker midfielder goalkeeper defender league championship cup stadium goal score penalty referee innings wicket batsman bowler tournament semi-final final quarterfinal semifinal team player club fixture halftime half-time scorer quarterback touchdown playoff title fan manager squad race lap grand-prix golf tennis football soccer cricket rugby basketball hockey boxing olympic medal athlete pitcher inning captain win draw kick-off kickoff points table transfer champion midfield free-kick kick goalless equaliser equalizer crossbar second-half first-half offside stoppage qualifier knockout"
    )
    private static let trade = set(
        "company share market investor profit revenue stock earnings shareholder merger acquisition takeover ceo brand retailer sale product consumer startup quarter analyst nasdaq dividend bid firm customer chain price store bidder takeover supermarket checkout shopper retail billion"
    )
    private static let culture = set(
        "film movie novel game gameplay player actor actress director album song series episode season character plot audience box-office theatre theater museum exhibition artist band concert trailer studio fiction review reviewer level console multiplayer quest reenactment re-enactment documentary author book tabletop boardgame videogame dice rulebook hex deck card designer scenario opponent"
    )
    private static let weather = set(
        "storm rain wind snow forecast temperature flood hurricane heatwave meteorologist drought front rainfall weather cloud degree"
    )
    private static let science = set(
        "virus disease patient cancer bacteria cell vaccine study researcher species garden recipe antibiotic immune pest crop tumour tumor"
    )
    private static let war = set(
        "army troops soldier militant rebel insurgent airstrike shelling jihadist militia ceasefire civilian frontline gunman terrorist warplane offensive siege artillery bomber bombing hostage displaced guerrilla insurgency peacekeeper suicide ied mortar rocket missile military forces commander clash fighter police protester kidnap kill casualty explosion displace displacement idp refugee returnee humanitarian household captive truce coalition conflict war violence prisoner detainee curfew amnesty checkpoint deportation raid ambush besiege overrun warlord junta noose frontline gunfire"
    )

    /// Words that hardly any report of a war has: three of them tell what a page is about, whatever its verbs.
    private static let telling = set(
        "striker midfielder midfield goalkeeper goalless equaliser equalizer halftime half-time kick-off kickoff wicket batsman innings quarterback touchdown playoff referee offside crossbar free-kick second-half first-half semi-final semifinal quarterfinal scorer stadium coach championship tabletop boardgame dice rulebook gameplay multiplayer hex box-office videogame console reviewer"
    )

    /// True where every year that a report tells of lies a generation back: history, and no news. The day on which the page
    /// was printed says nothing of it, nor do days without a year, unless they are of the last weeks.
    static func isHistory(_ scenes: [Scene], today: PartialDate?) -> Bool {
        let limit = (today?.year ?? 2010) - 25
        var (old, yearless) = (0, 0)
        for scene in scenes {
            for time in scene.times {
                guard let day = time.span.start ?? time.span.end else { continue }
                // "Seventy years ago this Friday": an anniversary.
                let before = time.tokens.lowerBound - 1
                let isAnniversary =
                    before > 0 && scene.tokens[before].form == "ago" && scene.tokens[before - 1].form == "years"
                if day.year <= limit || isAnniversary {
                    old += 1
                    continue
                }
                guard let today else { return false }
                let isPrinted = day == today && scene.writesYear(time)
                let isAhead = day.firstDay > today.lastDay
                if isPrinted || isAhead { continue }
                guard scene.isYearless(time), !scene.namesMonth(time) || today.firstDay - day.lastDay > 60 else {
                    return false
                }
                yearless += 1
            }
        }
        return old > (yearless == 0 ? 0 : 1)
    }

    /// The fields whose words a word belongs to, one bit each: sport, trade, culture, weather, science, war.
    private static let fields: WordTable<UInt8> = {
        var fields: [String: UInt8] = [:]
        for (bit, list) in [sport, trade, culture, weather, science, war].enumerated() {
            for word in list { fields[word, default: 0] |= 1 << UInt8(bit) }
        }
        return WordTable(fields)
    }()
    private static let warBit: UInt8 = 1 << 5
    /// Sport, trade, culture and science.
    private static let otherBits: UInt8 = 0b10111

    /// True where a report has words of sport, trade, games or science.
    static func isOtherwise(_ sentences: [Sentence]) -> Bool {
        sentences.contains { sentence in
            sentence.tokens.contains { (fields[ignoringCase: $0.lemma] ?? 0) & otherBits != 0 }
        }
    }

    /// True where the report is about conflict, order or politics: what the learned filter makes of it, with the words of
    /// other fields; those alone where there is no filter.
    /// A text that names an authority or an armed party is given more credit.
    static func isRelevant(_ sentences: [Sentence], armed: Int, official: Bool, learned: Double?) -> Bool {
        let byWords = words(sentences, armed: armed)
        guard let learned else { return byWords == .war || byWords == .either }
        switch byWords {
        case .war: return true
        case .either: return learned > (official || armed > 0 ? 0.2 : 0.5)
        case .otherwise: return learned > 0.9
        case .plainlyOtherwise: return false
        }
    }

    /// What the words of a report alone say that it is about.
    private enum Field {
        /// Words of war and none of any other field.
        case war
        case either
        /// Words of sport, trade, culture, weather or science.
        case otherwise
        /// Several words that no report of a war has.
        case plainlyOtherwise
    }

    private static func words(_ sentences: [Sentence], armed: Int) -> Field {
        var counts = [0, 0, 0, 0, 0]
        var war = 0
        var words = 0
        var said: Set<String> = []
        for sentence in sentences {
            for index in sentence.tokens.indices {
                let upos = sentence.tokens[index].upos
                guard upos == .noun || upos == .propn || upos == .verb else { continue }
                words += 1
                guard let found = fields[ignoringCase: sentence.tokens[index].lemma] else { continue }
                for index in counts.indices where found & 1 << UInt8(index) != 0 { counts[index] += 1 }
                if found & warBit != 0 { war += 1 }
                if found & otherBits != 0 {
                    let lemma = sentence.tokens[index].lemma.lowercased()
                    if telling.contains(lemma) { said.insert(lemma) }
                }
            }
        }
        let other = counts.max() ?? 0
        guard words > 0 else { return .either }
        if said.count >= 3, Double(other) > 0.5 * Double(war + armed) { return .plainlyOtherwise }
        if armed == 0, other >= 3, other > war { return .otherwise }
        if other >= 4, Double(other) > 1.5 * Double(war + armed) { return .otherwise }
        return other == 0 && war >= 2 ? .war : .either
    }
}
