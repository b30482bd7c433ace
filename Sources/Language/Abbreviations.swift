/// Words that keep their point, and prefixes that keep their hyphen.
enum Abbreviations {
    /// Before a name: the sentence never ends after them.
    static let titles: Set<String> = [
        "mr", "mrs", "ms", "dr", "prof", "gen", "lt", "col", "maj", "capt", "cpt", "sgt", "cpl", "pvt", "brig", "adm",
        "cmdr", "cdr", "gov", "sen", "rep", "pres", "hon", "rev", "fr", "st", "messrs", "mme", "mlle", "sr", "supt",
        "insp", "det", "amb", "min", "sec", "spc", "pfc", "ssgt", "msgt", "cmdt", "mgr", "msgr", "vs", "no", "nos",
        "fig", "art", "vol", "pp", "op", "ca", "cf", "approx", "dept", "mt", "ft",
    ]
    /// These may end a sentence.
    static let others: Set<String> = [
        "jan", "feb", "mar", "apr", "jun", "jul", "aug", "sep", "sept", "oct", "nov", "dec", "mon", "tue", "tues",
        "wed",
        "thu", "thur", "thurs", "fri", "sat", "sun", "inc", "corp", "ltd", "co", "bros", "jr", "etc", "al", "est",
        "ave",
        "blvd", "rd", "km", "kg", "lb", "lbs", "sq", "hrs", "univ", "assn", "ala", "ariz", "ark", "calif", "colo",
        "conn",
        "del", "fla", "ga", "ill", "ind", "kan", "ky", "md", "mass", "mich", "minn", "miss", "mo", "mont", "neb", "nev",
        "okla", "ore", "pa", "tenn", "tex", "va", "vt", "wash", "wis", "wyo", "ed", "eds", "ext", "tel", "ie", "eg",
    ]
    /// Prefixes whose hyphen does not part the word in UD English.
    private static let prefixes: Set<String> = [
        "anti", "non", "pre", "post", "re", "co", "ex", "pro", "semi", "sub", "multi", "mid", "e", "un", "inter",
        "intra",
        "counter", "over", "under", "vice", "neo", "ultra", "micro", "mini", "pan", "trans", "socio", "psycho", "bi",
        "tri",
    ]

    static func contains(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        guard end - start <= 6 else { return false }
        let word = lower(bytes, start, end)
        guard titles.contains(word) || others.contains(word) else { return false }
        // Common words ("no", "sat", "sun", "mar", "al", "min", "fig", "art", "ill", "miss" …) need a capital.
        return (65...90).contains(bytes[start]) || !common.contains(word)
    }

    private static let common: Set<String> = [
        "no", "sat", "sun", "mar", "al", "min", "fig", "art", "ill", "miss", "mass", "wash", "ore", "del", "ind", "mo",
        "det", "rep", "co", "pa", "ma", "op", "wed", "dec", "fri", "st", "est", "ed", "tel", "hon", "gov", "col", "nos",
        "mon", "mt", "ft", "sr", "fr", "va", "ga", "md", "ca", "vol", "rev", "sec", "pres", "kan", "tex", "mont",
    ]

    static func isTitle(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        titles.contains(lower(bytes, start, end))
    }

    static func isPrefix(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> Bool {
        end - start <= 7 && prefixes.contains(lower(bytes, start, end))
    }

    private static func lower(_ bytes: UnsafeBufferPointer<UInt8>, _ start: Int, _ end: Int) -> String {
        String(unsafeUninitializedCapacity: end - start) { out in
            for index in 0..<(end - start) {
                let byte = bytes[start + index]
                out[index] = (65...90).contains(byte) ? byte + 32 : byte
            }
            return end - start
        }
    }
}
