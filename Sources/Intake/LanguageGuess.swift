/// Tells English from other languages by function words and script: a text is English where enough of its words are
/// English function words and few letters are of other scripts.
enum LanguageGuess {
    /// ISO 639-1 of the likely language, "und" where the text is too short or says too little.
    static func language(of text: String) -> String {
        var counts: [String: Int] = [:]
        var (words, foreign, letters) = (0, 0, 0)
        var arabic = 0
        var cyrillic = 0
        var word: [UInt8] = []
        func close() {
            guard !word.isEmpty else { return }
            words += 1
            if word.count <= 8, let languages = functionWords[String(decoding: word, as: UTF8.self)] {
                for language in languages { counts[language, default: 0] += 1 }
            }
            word.removeAll(keepingCapacity: true)
        }
        for scalar in text.unicodeScalars.prefix(6000) {
            let value = scalar.value
            if (97...122).contains(value | 0x20), value < 128 {
                word.append(UInt8(value | 0x20))
                letters += 1
            } else if value >= 0x80, scalar.properties.isAlphabetic {
                letters += 1
                if value >= 0x370 { foreign += 1 }
                if (0x600...0x6FF).contains(value) { arabic += 1 }
                if (0x400...0x4FF).contains(value) { cyrillic += 1 }
                word += Array(String(scalar).utf8)
            } else {
                close()
            }
        }
        close()
        if letters > 0, foreign * 2 > letters {
            return arabic * 2 > foreign ? "ar" : cyrillic * 2 > foreign ? "ru" : "und"
        }
        guard words >= 12 else { return foreign == 0 ? "en" : "und" }
        // A line of names and numbers has no small words in any language.
        if counts.isEmpty, words < 25 { return foreign == 0 ? "en" : "und" }
        let best = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }
        guard let best, best.value * 25 >= words else { return counts["en", default: 0] * 50 >= words ? "en" : "und" }
        let english = counts["en", default: 0]
        return english * 5 >= best.value * 4 ? "en" : best.key
    }

    private static let functionWords: [String: [String]] = {
        let lists = [
            "en":
                "the of and to in that is was for on with by at from has have had were said it as an be are this which who after their not "
                + "near around while into against between under over more than when during about before its they",
            "fr": "le la les des du et est dans pour sur une par avec qui que au aux ce sont pas plus ont été leur",
            "de": "der die das und ist von den mit dem für auf ein eine im zu nicht sich wurde nach auch bei aus sind",
            "es": "el los las de del y en que una por con para su al es se fue como más han sus entre",
            "it": "il di che la del della e in un per con sono non dei alla delle nel gli dal",
            "pt": "o os as da do em que uma por com para seu ao é se foi como mais não dos das",
            "nl": "de het een van en in is dat op te voor met zijn door niet aan bij ook naar",
            "tr": "ve bir bu da de için ile olarak en çok daha olan gibi sonra kadar",
            "no": "og i det er som på en av til for med har ikke ble den om ved",
            "id": "yang dan di dari untuk dengan ini pada dalam tidak adalah oleh akan",
        ]
        var table: [String: [String]] = [:]
        for (language, words) in lists.sorted(by: { $0.key < $1.key }) {
            for word in words.split(separator: " ") { table[String(word), default: []].append(language) }
        }
        return table
    }()
}
