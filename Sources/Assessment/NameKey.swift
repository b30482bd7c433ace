public import Record

/// Keys by which places and parties of different reports are the same one.
public enum NameKey {
    /// A name without case, accents, apostrophes, hyphens and leading articles: "Deir ez-Zor" → "deir ez zor",
    /// "al-Qa'im" → "qaim".
    public static func fold(_ name: String) -> String {
        var out: [UInt8] = []
        var gap = false
        for scalar in name.decomposedLowercase.unicodeScalars {
            switch scalar.value {
            case 0x61...0x7A, 0x30...0x39:
                if gap, !out.isEmpty { out.append(32) }
                gap = false
                out.append(UInt8(scalar.value))
            case 0x27, 0x60, 0x2018, 0x2019, 0x02BB, 0x02BC, 0x02BE, 0x02BF, 0x300...0x36F: continue
            case 0x80...0xFFFF_FFFF where scalar.properties.isAlphabetic:
                if gap, !out.isEmpty { out.append(32) }
                gap = false
                out.append(contentsOf: String(scalar).utf8)
            default: gap = true
            }
        }
        var text = String(decoding: out, as: UTF8.self)
        for article in ["al ", "el ", "the ", "ar ", "ad ", "as ", "at ", "az ", "ash ", "an "]
        where text.hasPrefix(article) && text.count > article.count + 2 {
            text.removeFirst(article.count)
            break
        }
        return text
    }

    /// A place's key: the gazetteer's id, else `name:` and the folded name.
    public static func of(_ place: Place) -> String { place.id ?? "name:" + fold(place.resolved ?? place.name) }

    /// An actor's key: the lexicon's id, else `name:` and the folded name.
    public static func of(_ actor: Actor) -> String { actor.id ?? "name:" + fold(actor.name) }

    /// The name that stands for an actor: the one that the lexicon's id was made of ("Islamic State" for
    /// `islamic_state`, not "IS" or "the group"), else the proper name that the text uses, else the first of its other
    /// names that is one.
    public static func name(of actor: Actor) -> String {
        let names = [actor.name] + (actor.aliases ?? [])
        if let id = actor.id.map(fold), let own = names.first(where: { fold($0) == id }) { return own }
        return names.first { $0.first?.isLowercase == false } ?? actor.name
    }

    /// The side that an actor fights for, where control is assessed. Forces, police, government and leaders of one state
    /// are one side (`state:SY`); a country that a nameless force does not name is the place's. A part of a party is
    /// that party (``Actor/side``). Others stand alone, nameless ones by what is left of their name without "forces" and
    /// the like: rebels, rebel forces and rebel fighters are one.
    public static func side(_ actor: Actor, at country: String?) -> String {
        if let root = actor.side ?? actor.id {
            if let state = state(root) { return "state:" + state }
            if actor.side == nil, actor.kind == .stateForce, let own = actor.country { return "state:" + own }
            return root
        }
        switch actor.kind {
        case .stateForce, .government, .police:
            if let own = actor.country ?? country { return "state:" + own }
            return of(actor)
        default:
            let name = bare(actor.name)
            if Observation.Crowd(name) == .rebels { return "name:rebel" }
            return peoples[name]?[country ?? ""] ?? "name:" + name
        }
    }

    /// The forces of a people where it has one army or alliance of its own: "Kurdish forces" in Iraq and in Syria.
    private static let peoples: [String: [String: String]] = [
        "kurdish": ["IQ": "state:RQ", "SY": "syrian_democratic_forces"],
        "kurd": ["IQ": "state:RQ", "SY": "syrian_democratic_forces"],
    ]

    /// What a party without the lexicon's id is called after what it does.
    static func crowd(_ actor: Actor) -> Observation.Crowd {
        actor.id == nil && actor.side == nil ? Observation.Crowd(bare(actor.name)) : .none
    }

    /// True for a coalition and for another state's forces: they seldom keep what they help to take.
    static func isForeign(_ actor: Actor, at country: String?) -> Bool {
        guard let country else { return false }
        switch actor.kind {
        case .coalition: return true
        case .stateForce, .government, .police:
            guard let own = actor.country else { return false }
            return own != country && !withoutRecognition.contains(own)
        default: return actor.id == nil && bare(actor.name).hasSuffix(" led")
        }
    }

    /// The lexicon's codes of states within states (`countries.yaml`).
    private static let withoutRecognition: Set<String> = ["RQ", "AB", "OS", "NK", "PM", "CE", "SM", "PN"]

    /// The country of the lexicon's id of a state's arm: `sy_military` → `SY`.
    static func state(_ id: String) -> String? {
        guard let cut = id.firstIndex(of: "_"), arms.contains(id[id.index(after: cut)...]) else { return nil }
        let code = id[..<cut]
        return code.utf8.count == 2 ? code.uppercased() : nil
    }

    private static let arms: Set<Substring> = ["government", "military", "air_force", "navy", "police"]

    private static let crowd: Set<Substring> = [
        "forces", "force", "fighters", "fighter", "groups", "group", "factions", "faction", "troops", "units",
        "militants",
    ]

    private static let backing: Set<Substring> = ["backed", "supported", "allied", "aligned", "led"]

    /// True for "Turkish-backed rebels", "US-led forces".
    static func tellsBacking(_ name: String) -> Bool {
        fold(name).split(separator: " ").contains(where: backing.contains)
    }

    /// A folded name without the words for a crowd at its end, in the singular.
    private static func bare(_ name: String) -> String {
        var words = fold(name).split(separator: " ")
        while words.count > 1, let last = words.last, crowd.contains(last) { words.removeLast() }
        // Who backs them is not who they are.
        if let cut = words.lastIndex(where: { backing.contains($0) }), cut + 1 < words.count {
            words.removeFirst(cut + 1)
        }
        if let last = words.last, last.utf8.count > 3, last.hasSuffix("s"), !last.hasSuffix("ss") {
            words[words.count - 1] = last.dropLast()
        }
        return words.joined(separator: " ")
    }

    /// A hash of a key that is the same in every process (FNV-1a, 64 bits).
    public static func hash(_ key: String) -> UInt64 {
        var hash: UInt64 = 0xcbf2_9ce4_8422_2325
        for byte in key.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01b3 }
        return hash
    }
}

extension String {
    /// Lower case, with accents apart from their letters.
    fileprivate var decomposedLowercase: String {
        let lower = lowercased()
        if lower.utf8.allSatisfy({ $0 < 0x80 }) { return lower }
        return String(
            lower.flatMap { character -> [Character] in
                guard let base = Self.plain[character] else { return [character] }
                return Array(base)
            })
    }

    private static let plain: [Character: String] = [
        "à": "a", "á": "a", "â": "a", "ã": "a", "ä": "a", "å": "a", "ā": "a", "ç": "c", "ć": "c", "č": "c", "ḍ": "d",
        "đ": "d", "è": "e", "é": "e", "ê": "e", "ë": "e", "ē": "e", "ğ": "g", "ġ": "g", "ḥ": "h", "ḩ": "h", "ì": "i",
        "í": "i", "î": "i", "ï": "i", "ī": "i", "ı": "i", "ł": "l", "ñ": "n", "ń": "n", "ò": "o", "ó": "o", "ô": "o",
        "õ": "o", "ö": "o", "ø": "o", "ō": "o", "ś": "s", "š": "s", "ş": "s", "ṣ": "s", "ß": "ss", "ţ": "t", "ṭ": "t",
        "ù": "u", "ú": "u", "û": "u", "ü": "u", "ū": "u", "ý": "y", "ÿ": "y", "ź": "z", "ż": "z", "ž": "z", "ẓ": "z",
        "z̧": "z",
    ]
}
