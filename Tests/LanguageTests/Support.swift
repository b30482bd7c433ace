import Foundation
import Language
import Record

/// The installed models, opened once for all tests.
enum Models {
    static func open(kernels: Kernels = .best) throws -> LanguageModels {
        try LanguageModels(folder: DataFolder.path(.models), kernels: kernels)
    }

    static func analyse(_ text: String) throws -> [Sentence] { Analyser(models: try open()).analyse(text) }

    /// The forms of all tokens.
    static func forms(_ text: String) throws -> [String] { try analyse(text).flatMap { $0.tokens.map(\.form) } }
}

/// Sentences written for the tests: news, headlines, captions, bad text.
enum Samples {
    static let news = [
        "ALEPPO, Syria - Government forces retook two villages south of the city on Sunday, a monitor said.",
        "Gen. A. B. Haddad told reporters in Damascus that the U.S. embassy had been closed since 2012. He left at once.",
        "\"We will not leave,\" said Rania Khoury, a teacher who fled Deir al-Zour with her three children.",
        "The Northern Front (NF) shelled the airport; at least 12 people, including 3 children, were killed.",
        "REBELS SEIZE TOWN NEAR BORDER",
        "A U.S.-backed force captured 85 percent of the city, the ministry's spokesman said Thursday...It gave no proof.",
        "Smoke rises over Tell Abiad, Syria, March 9, 2019. (Photo by Jane Roe)",
    ]
    static let odd = [
        "", " ", "\n\n\n", "....", "\u{FEFF}x", "e\u{301}te\u{301} \u{1F469}\u{200D}\u{1F680} ok", "مدينة حلب في سوريا",
        "a\u{0}b", "''''\"\"\"", "1,000.50 3-2 5km $5m €3 -- ---", "www.example.org/a?b=c, x@y.zz!",
        "don’t can't cannot DON'T",
        "\u{2028}line\u{2029}par\u{85}x\u{A0}y", "((((([[[[[{{{{", "A.B.C. D.E. f.g.h",
        "x".padding(toLength: 9000, withPad: "x", startingAt: 0),
    ]
}
