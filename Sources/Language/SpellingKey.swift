/// One spelling for British and American words, so that lexicons need only one of them: "organise" and "organize",
/// "defence" and "defense", "armoured" and "armored" have the same key. Keys are for look-up, never for display.
public enum SpellingKey {
    /// The key of a lemma or form in small letters: the American spelling; other words are their own key.
    public static func key(for word: String) -> String {
        guard mayDiffer(word) else { return word }
        if let known = words[word] { return known }
        // No shorter word than "finalise" without its first letter has such an ending.
        for (british, american) in endings where word.utf8.count >= 7 && word.hasSuffix(british) {
            let stem = word.dropLast(british.count)
            // "rise", "wise" and the like are too short to be verbs in -ise.
            guard stem.utf8.count >= 4, !keepsIse.contains(where: word.hasPrefix) else { break }
            return stem + american
        }
        return word.utf8.count > 4 && hasOur(word) ? withoutU(word) : word
    }

    /// True for a word in small ASCII letters that is surely its own key: at a glance over its bytes.
    package static func isKey(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { glance($0) == .plain }
    }

    private static func mayDiffer(_ word: String) -> Bool {
        var word = word
        return word.withUTF8 { glance($0) == .suspect }
    }

    private enum Glance { case plain, cased, suspect }

    /// What a look at the bytes tells: most words have none of the endings, no "our" and stand in no list; those may yet
    /// have capitals or letters beyond ASCII.
    private static func glance(_ word: UnsafeBufferPointer<UInt8>) -> Glance {
        var (before, last): (UInt8, UInt8) = (0, 0)
        var cased = false
        for byte in word {
            switch byte {
            // "-ise", "-isation", "-yse"; "-our-".
            case UInt8(ascii: "s") where last == UInt8(ascii: "i") || last == UInt8(ascii: "y"): return .suspect
            case UInt8(ascii: "r") where last == UInt8(ascii: "u") && before == UInt8(ascii: "o"): return .suspect
            case 65...90, 0x80...: cased = true
            default: break
            }
            (before, last) = (last, byte)
        }
        if word.count > 3, sieve[mesh(word[0], last, word.count)] { return .suspect }
        return cased ? .cased : .plain
    }

    /// Where words with these ends and this length are marked.
    private static func mesh(_ first: UInt8, _ last: UInt8, _ count: Int) -> Int {
        (Int(first & 31) << 5 | Int(last & 31)) << 4 | count & 15
    }

    private static let sieve: [Bool] = {
        var sieve = [Bool](repeating: false, count: 1 << 14)
        for word in words.keys {
            sieve[mesh(word.utf8.first ?? 0, word.utf8.last ?? 0, word.utf8.count)] = true
        }
        return sieve
    }()

    private static let endings = [
        ("isation", "ization"), ("isations", "izations"), ("ise", "ize"), ("ised", "ized"), ("ises", "izes"),
        ("ising", "izing"), ("iser", "izer"), ("isers", "izers"), ("yse", "yze"), ("ysed", "yzed"), ("yses", "yzes"),
        ("ysing", "yzing"),
    ]

    /// Beginnings of words whose -ise is not the suffix -ize.
    private static let keepsIse = [
        "adverti", "appri", "chasti", "circumci", "compri", "compromi", "conci", "despi", "disgui", "enfranchi",
        "enterpri", "exerci", "experti", "franchi", "improvi", "likewi", "mayonnaise", "merchandi", "otherwi", "paradi",
        "porpoise", "preci", "premi", "promi", "repri", "supervi", "surmi", "surpri", "televi", "tortoise", "turquoise",
        "treatise", "analyses", "catalyses", "paralyses", "apprais", "clockwi", "lengthwi", "marquise",
    ]

    /// Stems in -our whose derivatives lose the u too ("armoured", "neighbourhood", "labourer").
    private static let ours = [
        "arbour", "ardour", "armour", "behaviour", "candour", "clamour", "clangour", "colour", "demeanour", "endeavour",
        "favour", "fervour", "flavour", "harbour", "honour", "humour", "labour", "misdemeanour", "neighbour", "odour",
        "parlour", "rancour", "rigour", "rumour", "saviour", "savour", "splendour", "succour", "tumour", "valour",
        "vapour", "vigour",
    ]

    private static func hasOur(_ word: String) -> Bool {
        var (last, before): (UInt8, UInt8) = (0, 0)
        for byte in word.utf8 {
            if byte == UInt8(ascii: "r"), last == UInt8(ascii: "u"), before == UInt8(ascii: "o") { return true }
            (before, last) = (last, byte)
        }
        return false
    }

    private static func withoutU(_ word: String) -> String {
        for stem in ours {
            for prefix in ["", "un", "dis", "mis"] where word.hasPrefix(prefix + stem) {
                return prefix + stem.dropLast(2) + "r" + word.dropFirst(prefix.count + stem.count)
            }
        }
        return word
    }

    /// Words that follow no rule.
    private static let words: [String: String] = [
        "acknowledgement": "acknowledgment", "aeroplane": "airplane", "ageing": "aging", "aluminium": "aluminum",
        "amongst": "among", "anaesthetic": "anesthetic", "archaeologist": "archeologist", "archaeology": "archeology",
        "artefact": "artifact", "calibre": "caliber", "catalogue": "catalog", "centre": "center",
        "councillor": "councilor", "counsellor": "counselor", "defence": "defense", "dialogue": "dialog",
        "draught": "draft", "enrol": "enroll", "epicentre": "epicenter", "fibre": "fiber", "foetus": "fetus",
        "fulfil": "fulfill", "fulfilment": "fulfillment", "gaol": "jail", "grey": "gray", "haemorrhage": "hemorrhage",
        "instalment": "installment", "jewellery": "jewelry", "judgement": "judgment", "kerb": "curb",
        "kilometre": "kilometer", "licence": "license", "litre": "liter", "lustre": "luster",
        "manoeuvre": "maneuver", "marvellous": "marvelous", "meagre": "meager", "metre": "meter",
        "millimetre": "millimeter", "centimetre": "centimeter", "mould": "mold", "moustache": "mustache",
        "offence": "offense", "orthopaedic": "orthopedic", "outmanoeuvre": "outmaneuver", "paediatric": "pediatric",
        "plough": "plow", "practise": "practice", "pretence": "pretense", "programme": "program", "sabre": "saber",
        "sceptic": "skeptic", "sceptical": "skeptical", "skilful": "skillful", "smoulder": "smolder",
        "sombre": "somber", "spectre": "specter", "sulphur": "sulfur", "theatre": "theater",
        "towards": "toward", "afterwards": "afterward", "traveller": "traveler", "tyre": "tire", "whilst": "while",
        "wilful": "willful", "woollen": "woolen", "worshipper": "worshiper",
    ]
}
