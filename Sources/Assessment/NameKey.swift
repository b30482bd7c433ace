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

    /// The side that an actor fights for, where control is assessed. Forces, police and government of one country
    /// are one side (`state:SY`); a country that the actor does not name is the place's. All others stand alone.
    public static func side(_ actor: Actor, at country: String?) -> String {
        switch actor.kind {
        case .stateForce, .government, .police:
            if let own = actor.country ?? (actor.id == nil ? country : nil) { return "state:" + own }
            return of(actor)
        default: return of(actor)
        }
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
