import Foundation

/// Names as English news prints them: which of a source's spellings are names at all, and which one is shown.
enum PrintedName {
    /// Countries whose names GeoNames writes by a scholarly romanisation ("Al Qā’im"), or whose accents English drops.
    private static let romanised = Set(
        """
        AE AF AM BD BG BH BT BY CN CY DJ DZ EG ER ET GE GR IL IN IQ IR JO JP KG KH KP KR KW KZ LA LB LK LY MA MK MM MN \
        MR MV NP OM PK PS QA RU SA SD SS SO SY TD TH TJ TM TN TW UA UZ VN YE
        """.split(separator: " ").map(String.init))
    private static let articles: Set<String> = [
        "al", "ar", "as", "ash", "ad", "adh", "an", "at", "ath", "az", "el", "er", "es", "ez", "ed", "en",
    ]
    /// Codes that newspapers print for countries; the others are ISO's and airports' ("NO", "MLA", "DAD").
    private static let printedCodes: Set<String> = ["US", "USA", "UK", "UAE", "DRC", "CAR", "PRC", "DPRK"]

    /// False for keys of other scripts without capitals ("dyr alzwr"), other scripts, codes and whole sentences.
    static func isName(_ name: String, isDivision: Bool) -> Bool {
        var (upper, words, count) = (false, 1, 0)
        for scalar in name.unicodeScalars {
            count += 1
            switch scalar.value {
            case 0x41...0x5A: upper = true
            case 0x20: words += 1
            case 0x7C: return false
            case 0..<0x250, 0x2B0..<0x370, 0x1E00..<0x1F00, 0x2010..<0x2020:
                if !upper, scalar.properties.isUppercase { upper = true }
            default: return false
            }
        }
        guard upper, count > 1, words <= 6 else { return false }
        return count > 3 || isDivision || printedCodes.contains(name) || name != name.uppercased()
    }

    /// The name to show: plain letters, no scholarly article, an English spelling where there is one.
    static func shown(_ name: String, others: [String], country: String) -> String {
        guard romanised.contains(country) else { return name }
        let simple = plain(name)
        let letters = bare(simple)
        let endings = letters.hasSuffix("ah") ? [String(letters.dropLast()), letters] : [letters]
        for ending in endings {
            for other in others.sorted() where other.utf8.count >= ending.utf8.count && other.utf8.allSatisfy(isLetter)
            {
                if other.lowercased() == ending { return other }
            }
        }
        let words = simple.replacing("-", with: " ").split(separator: " ")
        if words.count > 1, articles.contains(words[0].lowercased()) {
            return words[0] + "-" + words.dropFirst().joined(separator: " ")
        }
        return simple
    }

    private static func isLetter(_ byte: UInt8) -> Bool { (byte | 0x20) >= 0x61 && (byte | 0x20) <= 0x7A }

    /// Without diacritics and the marks of romanisation.
    private static func plain(_ name: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            switch scalar {
            case "Đ": result.append("D")
            case "đ": result.append("d")
            case "ı": result.append("i")
            case "'", "`": break
            default: if scalar.isASCII { result.append(scalar) }
            }
        }
        return String(result)
    }

    /// The letters of a plain name without its article: what spellings of one name share.
    private static func bare(_ plain: String) -> String {
        var words = plain.lowercased().replacing("-", with: " ").split(separator: " ")
        if words.count > 1, articles.contains(String(words[0])) { words.removeFirst() }
        return words.joined()
    }
}
