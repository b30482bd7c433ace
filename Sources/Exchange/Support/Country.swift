/// What the formats want to know of a country: names and numbers of ISO 3166-1 (after GeoNames, CC BY 4.0).
struct Country: Sendable {
    /// ISO 3166-1 alpha-2.
    let code: String
    /// ISO 3166-1 numeric.
    let number: Int
    /// GeoNames' letters of the continent.
    let continent: String
    let name: String

    /// By alpha-2.
    static let byCode: [String: Country] = {
        var found: [String: Country] = [:]
        for line in table.split(separator: "\n") {
            let parts = line.split(separator: " ", maxSplits: 3)
            guard parts.count == 4, let number = Int(parts[1]) else { continue }
            let code = String(parts[0])
            found[code] = Country(
                code: code, number: number, continent: String(parts[2]), name: String(parts[3]))
        }
        return found
    }()

    /// The alpha-2 code of a country by its name; nil for a name that the table does not have.
    static func code(_ name: String) -> String? { codes[name.lowercased()] }

    private static let codes = Dictionary(
        byCode.values.map { ($0.name.lowercased(), $0.code) }, uniquingKeysWith: { $1 })

    /// The region in ACLED's division of the world.
    var region: String {
        if let known = Self.regions.first(where: { $0.1.contains(code) }) { return known.0 }
        return ["AF": "Africa", "AS": "Asia", "EU": "Europe", "NA": "North America", "SA": "South America"][continent]
            ?? "Oceania"
    }

    private static let regions: [(String, Set<String>)] = [
        ("Middle East", ["AE", "BH", "IL", "IQ", "IR", "JO", "KW", "LB", "OM", "PS", "QA", "SA", "SY", "TR", "YE"]),
        ("Northern Africa", ["DZ", "EG", "LY", "MA", "SD", "TN", "EH"]),
        (
            "Western Africa",
            ["BJ", "BF", "CV", "CI", "GM", "GH", "GN", "GW", "LR", "ML", "MR", "NE", "NG", "SN", "SL", "TG"]
        ),
        ("Middle Africa", ["AO", "CM", "CF", "TD", "CG", "CD", "GQ", "GA", "ST"]),
        (
            "Eastern Africa",
            [
                "BI", "KM", "DJ", "ER", "ET", "KE", "MG", "MW", "MU", "MZ", "RW", "SC", "SO", "SS", "TZ", "UG", "ZM",
                "ZW",
            ]
        ),
        ("Southern Africa", ["BW", "SZ", "LS", "NA", "ZA"]),
        ("Caucasus and Central Asia", ["AF", "AM", "AZ", "GE", "KZ", "KG", "TJ", "TM", "UZ"]),
        ("South Asia", ["BD", "BT", "IN", "MV", "NP", "PK", "LK"]),
        ("Southeast Asia", ["BN", "KH", "ID", "LA", "MY", "MM", "PH", "SG", "TH", "TL", "VN"]),
        ("East Asia", ["CN", "HK", "JP", "KP", "KR", "MN", "TW"]),
    ]

    private static let table = """
        AD 20 EU Andorra
        AE 784 AS United Arab Emirates
        AF 4 AS Afghanistan
        AG 28 NA Antigua and Barbuda
        AI 660 NA Anguilla
        AL 8 EU Albania
        AM 51 AS Armenia
        AN 530 NA Netherlands Antilles
        AO 24 AF Angola
        AQ 10 AN Antarctica
        AR 32 SA Argentina
        AS 16 OC American Samoa
        AT 40 EU Austria
        AU 36 OC Australia
        AW 533 NA Aruba
        AX 248 EU Aland Islands
        AZ 31 AS Azerbaijan
        BA 70 EU Bosnia and Herzegovina
        BB 52 NA Barbados
        BD 50 AS Bangladesh
        BE 56 EU Belgium
        BF 854 AF Burkina Faso
        BG 100 EU Bulgaria
        BH 48 AS Bahrain
        BI 108 AF Burundi
        BJ 204 AF Benin
        BL 652 NA Saint Barthelemy
        BM 60 NA Bermuda
        BN 96 AS Brunei
        BO 68 SA Bolivia
        BQ 535 NA Bonaire, Saint Eustatius and Saba 
        BR 76 SA Brazil
        BS 44 NA Bahamas
        BT 64 AS Bhutan
        BV 74 AN Bouvet Island
        BW 72 AF Botswana
        BY 112 EU Belarus
        BZ 84 NA Belize
        CA 124 NA Canada
        CC 166 AS Cocos Islands
        CD 180 AF Democratic Republic of the Congo
        CF 140 AF Central African Republic
        CG 178 AF Republic of the Congo
        CH 756 EU Switzerland
        CI 384 AF Ivory Coast
        CK 184 OC Cook Islands
        CL 152 SA Chile
        CM 120 AF Cameroon
        CN 156 AS China
        CO 170 SA Colombia
        CR 188 NA Costa Rica
        CS 891 EU Serbia and Montenegro
        CU 192 NA Cuba
        CV 132 AF Cabo Verde
        CW 531 NA Curacao
        CX 162 OC Christmas Island
        CY 196 EU Cyprus
        CZ 203 EU Czechia
        DE 276 EU Germany
        DJ 262 AF Djibouti
        DK 208 EU Denmark
        DM 212 NA Dominica
        DO 214 NA Dominican Republic
        DZ 12 AF Algeria
        EC 218 SA Ecuador
        EE 233 EU Estonia
        EG 818 AF Egypt
        EH 732 AF Western Sahara
        ER 232 AF Eritrea
        ES 724 EU Spain
        ET 231 AF Ethiopia
        FI 246 EU Finland
        FJ 242 OC Fiji
        FK 238 SA Falkland Islands
        FM 583 OC Micronesia
        FO 234 EU Faroe Islands
        FR 250 EU France
        GA 266 AF Gabon
        GB 826 EU United Kingdom
        GD 308 NA Grenada
        GE 268 AS Georgia
        GF 254 SA French Guiana
        GG 831 EU Guernsey
        GH 288 AF Ghana
        GI 292 EU Gibraltar
        GL 304 NA Greenland
        GM 270 AF Gambia
        GN 324 AF Guinea
        GP 312 NA Guadeloupe
        GQ 226 AF Equatorial Guinea
        GR 300 EU Greece
        GS 239 AN South Georgia and the South Sandwich Islands
        GT 320 NA Guatemala
        GU 316 OC Guam
        GW 624 AF Guinea-Bissau
        GY 328 SA Guyana
        HK 344 AS Hong Kong
        HM 334 AN Heard Island and McDonald Islands
        HN 340 NA Honduras
        HR 191 EU Croatia
        HT 332 NA Haiti
        HU 348 EU Hungary
        ID 360 AS Indonesia
        IE 372 EU Ireland
        IL 376 AS Israel
        IM 833 EU Isle of Man
        IN 356 AS India
        IO 86 AS British Indian Ocean Territory
        IQ 368 AS Iraq
        IR 364 AS Iran
        IS 352 EU Iceland
        IT 380 EU Italy
        JE 832 EU Jersey
        JM 388 NA Jamaica
        JO 400 AS Jordan
        JP 392 AS Japan
        KE 404 AF Kenya
        KG 417 AS Kyrgyzstan
        KH 116 AS Cambodia
        KI 296 OC Kiribati
        KM 174 AF Comoros
        KN 659 NA Saint Kitts and Nevis
        KP 408 AS North Korea
        KR 410 AS South Korea
        KW 414 AS Kuwait
        KY 136 NA Cayman Islands
        KZ 398 AS Kazakhstan
        LA 418 AS Laos
        LB 422 AS Lebanon
        LC 662 NA Saint Lucia
        LI 438 EU Liechtenstein
        LK 144 AS Sri Lanka
        LR 430 AF Liberia
        LS 426 AF Lesotho
        LT 440 EU Lithuania
        LU 442 EU Luxembourg
        LV 428 EU Latvia
        LY 434 AF Libya
        MA 504 AF Morocco
        MC 492 EU Monaco
        MD 498 EU Moldova
        ME 499 EU Montenegro
        MF 663 NA Saint Martin
        MG 450 AF Madagascar
        MH 584 OC Marshall Islands
        MK 807 EU North Macedonia
        ML 466 AF Mali
        MM 104 AS Myanmar
        MN 496 AS Mongolia
        MO 446 AS Macao
        MP 580 OC Northern Mariana Islands
        MQ 474 NA Martinique
        MR 478 AF Mauritania
        MS 500 NA Montserrat
        MT 470 EU Malta
        MU 480 AF Mauritius
        MV 462 AS Maldives
        MW 454 AF Malawi
        MX 484 NA Mexico
        MY 458 AS Malaysia
        MZ 508 AF Mozambique
        NA 516 AF Namibia
        NC 540 OC New Caledonia
        NE 562 AF Niger
        NF 574 OC Norfolk Island
        NG 566 AF Nigeria
        NI 558 NA Nicaragua
        NL 528 EU The Netherlands
        NO 578 EU Norway
        NP 524 AS Nepal
        NR 520 OC Nauru
        NU 570 OC Niue
        NZ 554 OC New Zealand
        OM 512 AS Oman
        PA 591 NA Panama
        PE 604 SA Peru
        PF 258 OC French Polynesia
        PG 598 OC Papua New Guinea
        PH 608 AS Philippines
        PK 586 AS Pakistan
        PL 616 EU Poland
        PM 666 NA Saint Pierre and Miquelon
        PN 612 OC Pitcairn
        PR 630 NA Puerto Rico
        PS 275 AS Palestinian Territory
        PT 620 EU Portugal
        PW 585 OC Palau
        PY 600 SA Paraguay
        QA 634 AS Qatar
        RE 638 AF Reunion
        RO 642 EU Romania
        RS 688 EU Serbia
        RU 643 EU Russia
        RW 646 AF Rwanda
        SA 682 AS Saudi Arabia
        SB 90 OC Solomon Islands
        SC 690 AF Seychelles
        SD 729 AF Sudan
        SE 752 EU Sweden
        SG 702 AS Singapore
        SH 654 AF Saint Helena
        SI 705 EU Slovenia
        SJ 744 EU Svalbard and Jan Mayen
        SK 703 EU Slovakia
        SL 694 AF Sierra Leone
        SM 674 EU San Marino
        SN 686 AF Senegal
        SO 706 AF Somalia
        SR 740 SA Suriname
        SS 728 AF South Sudan
        ST 678 AF Sao Tome and Principe
        SV 222 NA El Salvador
        SX 534 NA Sint Maarten
        SY 760 AS Syria
        SZ 748 AF Eswatini
        TC 796 NA Turks and Caicos Islands
        TD 148 AF Chad
        TF 260 AN French Southern Territories
        TG 768 AF Togo
        TH 764 AS Thailand
        TJ 762 AS Tajikistan
        TK 772 OC Tokelau
        TL 626 OC Timor Leste
        TM 795 AS Turkmenistan
        TN 788 AF Tunisia
        TO 776 OC Tonga
        TR 792 AS Turkey
        TT 780 NA Trinidad and Tobago
        TV 798 OC Tuvalu
        TW 158 AS Taiwan
        TZ 834 AF Tanzania
        UA 804 EU Ukraine
        UG 800 AF Uganda
        UM 581 OC United States Minor Outlying Islands
        US 840 NA United States
        UY 858 SA Uruguay
        UZ 860 AS Uzbekistan
        VA 336 EU Vatican
        VC 670 NA Saint Vincent and the Grenadines
        VE 862 SA Venezuela
        VG 92 NA British Virgin Islands
        VI 850 NA U.S. Virgin Islands
        VN 704 AS Vietnam
        VU 548 OC Vanuatu
        WF 876 OC Wallis and Futuna
        WS 882 OC Samoa
        XK 0 EU Kosovo
        YE 887 AS Yemen
        YT 175 AF Mayotte
        ZA 710 AF South Africa
        ZM 894 AF Zambia
        ZW 716 AF Zimbabwe
        """
}
