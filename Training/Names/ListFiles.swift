import Foundation
import Language

/// The lists of names under `Training/Lists`, one name a line.
struct ListFiles {
    private let folder: String
    let given: [String]
    let ownGiven: [String]
    let family: [String]
    let cities: [String]
    let regions: [String]
    let countries: [String]
    let ownPlaces: [String]
    let demonyms: [String]
    let organisations: [String]
    let organisationWords: [String]
    let facilityWords: [String]
    let weapons: [String]

    init(folder: String) throws {
        self.folder = folder
        func lines(_ name: String) throws -> [String] {
            let text = try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8)
            return text.split(separator: "\n").map(String.init)
        }
        given = try lines("given-names")
        ownGiven = try lines("own-given-names")
        family = try lines("family-names").filter { $0.first?.isUppercase ?? false }
        cities = try lines("cities").filter { $0.split(separator: " ").count <= 3 }
        regions = try lines("regions").filter { $0.split(separator: " ").count <= 3 }
        countries = try lines("countries").filter { !$0.contains(",") && !$0.contains("(") }
        ownPlaces = try lines("own-places")
        demonyms = try lines("own-demonyms") + lines("demonyms")
        organisations = try lines("own-organisations")
        organisationWords = try lines("own-organisation-words").filter { $0.first?.isUppercase ?? false }
        facilityWords = try lines("own-facility-words")
        weapons = try lines("own-weapons")
    }

    /// The lines of another file of the folder.
    func lines(_ name: String) throws -> [String] {
        try String(contentsOfFile: "\(folder)/\(name).txt", encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// All lists as runs of tokens with their classes.
    func entries(_ analyser: Analyser) throws -> [(tokens: [String], classes: NameClasses)] {
        let files: [(String, NameClasses)] = [
            ("given-names", .given), ("own-given-names", .given), ("family-names", .family), ("cities", .city),
            ("regions", .region), ("countries", .country), ("own-places", .knownPlace), ("demonyms", .demonym),
            ("own-demonyms", .demonym), ("own-titles", .title), ("own-organisations", .knownOrganisation),
            ("own-organisation-words", .organisationWord), ("own-place-words", .placeWord),
            ("own-facility-words", .facilityWord), ("own-weapons", .weapon), ("own-time-words", .timeWord),
        ]
        return try files.flatMap { file, classes in
            try lines(file).map { (analyser.tokens($0), classes) }
        }
    }
}
