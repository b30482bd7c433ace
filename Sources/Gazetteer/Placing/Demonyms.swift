/// Adjectives and peoples: they point to countries but are no places.
enum Demonyms {
    static func country(of key: [UInt8]) -> String? {
        let word = String(decoding: key, as: UTF8.self)
        if let country = table[word] { return country }
        if word.hasSuffix("s"), let country = table[String(word.dropLast())] { return country }
        return nil
    }

    /// True for peoples and confessions without a country of their own, and for compounds of nations ("U.S.-Iraqi").
    static func isPeople(_ key: [UInt8]) -> Bool {
        let words = String(decoding: key, as: UTF8.self).split(separator: " ").map(String.init)
        return words.contains { word in
            peoples.contains(word) || table[word] != nil
                || word.hasSuffix("s") && peoples.contains(String(word.dropLast()))
        }
    }

    private static let peoples: Set<String> = [
        "sunni", "shiite", "shia", "shi'ite", "alawite", "christian", "druze", "kurdish", "kurd", "arab", "arabic",
        "turkmen", "yazidi", "yezidi", "jewish", "muslim", "islamist", "islamic", "tuareg", "hutu", "tutsi", "fulani",
        "hausa", "pashtun", "hazara", "baloch", "tamil", "sinhalese", "rohingya", "karen", "kachin", "shan", "chechen",
        "ossetian", "abkhaz", "tigrayan", "oromo", "amhara", "dinka", "nuer", "albanian", "coptic", "catholic", "hindu",
        "sikh", "maronite", "houthi", "taliban", "western", "zionist", "soviet",
    ]

    static let table: [String: String] = {
        var table: [String: String] = [:]
        for pair in pairs.split(whereSeparator: { $0 == "\n" || $0 == ";" }) {
            let sides = pair.split(separator: ":")
            guard sides.count == 2 else { continue }
            let country = String(sides[1]).trimmed
            for demonym in sides[0].split(separator: ",") { table[String(demonym).trimmed] = country }
        }
        return table
    }()

    private static let pairs = """
        american:United States; british,briton,english:United Kingdom; french:France; german:Germany; russian:Russia
        syrian:Syria; iraqi:Iraq; iranian:Iran; turkish,turk:Turkey; israeli:Israel; palestinian:Palestine
        lebanese:Lebanon; jordanian:Jordan; egyptian:Egypt; libyan:Libya; tunisian:Tunisia; algerian:Algeria
        moroccan:Morocco; sudanese:Sudan; ethiopian:Ethiopia; eritrean:Eritrea; somali,somalian:Somalia
        kenyan:Kenya; ugandan:Uganda; rwandan:Rwanda; congolese:Democratic Republic of the Congo; nigerian:Nigeria
        nigerien:Niger; malian:Mali; burkinabe:Burkina Faso; chadian:Chad; cameroonian:Cameroon; liberian:Liberia
        guinean:Guinea; ghanaian:Ghana; senegalese:Senegal; ivorian:Ivory Coast; angolan:Angola; zambian:Zambia
        zimbabwean:Zimbabwe; south african:South Africa; mozambican:Mozambique; tanzanian:Tanzania; yemeni:Yemen
        saudi:Saudi Arabia; emirati:United Arab Emirates; qatari:Qatar; kuwaiti:Kuwait; bahraini:Bahrain; omani:Oman
        afghan:Afghanistan; pakistani:Pakistan; indian:India; bangladeshi:Bangladesh; sri lankan:Sri Lanka
        nepali,nepalese:Nepal; burmese:Myanmar; thai:Thailand; vietnamese:Vietnam; cambodian:Cambodia; lao:Laos
        chinese:China; japanese:Japan; korean,south korean:South Korea; north korean:North Korea; mongolian:Mongolia
        indonesian:Indonesia; malaysian:Malaysia; filipino,philippine:Philippines; australian:Australia
        canadian:Canada; mexican:Mexico; cuban:Cuba; haitian:Haiti; colombian:Colombia; venezuelan:Venezuela
        brazilian:Brazil; argentine,argentinian:Argentina; chilean:Chile; peruvian:Peru; bolivian:Bolivia
        ukrainian:Ukraine; belarusian:Belarus; polish,pole:Poland; czech:Czechia; slovak:Slovakia; hungarian:Hungary
        romanian:Romania; bulgarian:Bulgaria; serbian,serb:Serbia; croatian,croat:Croatia; bosnian:Bosnia and Herzegovina
        albanian:Albania; kosovar:Kosovo; macedonian:North Macedonia; greek:Greece; italian:Italy; spanish,spaniard:Spain
        portuguese:Portugal; dutch:Netherlands; belgian:Belgium; swiss:Switzerland; austrian:Austria; swedish,swede:Sweden
        norwegian:Norway; danish,dane:Denmark; finnish,finn:Finland; icelandic:Iceland; irish:Ireland; scottish:Scotland
        welsh:Wales; georgian:Georgia; armenian:Armenia; azerbaijani,azeri:Azerbaijan; chechen:Chechnya; kazakh:Kazakhstan
        uzbek:Uzbekistan; tajik:Tajikistan; kyrgyz:Kyrgyzstan; turkmen:Turkmenistan; latvian:Latvia; lithuanian:Lithuania
        estonian:Estonia; european:Europe; african:Africa; asian:Asia; cypriot:Cyprus; maltese:Malta; singaporean:Singapore
        """
}

extension String {
    /// Without white space at its ends.
    var trimmed: String {
        var text = Substring(self)
        while text.first?.isWhitespace == true { text.removeFirst() }
        while text.last?.isWhitespace == true { text.removeLast() }
        return String(text)
    }
}
