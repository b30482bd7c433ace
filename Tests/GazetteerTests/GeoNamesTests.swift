import Foundation
import Gazetteer
import Record
import Testing

/// A folder of dumps in GeoNames' own columns, of towns that no map has.
struct GeoNamesFolder {
    let path: String

    init(leavingOut missing: Set<String> = [], _ change: (inout [String: [String]]) -> Void = { _ in }) throws {
        path = FileManager.default.temporaryDirectory.appendingPathComponent("geonames-\(UUID().uuidString)").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        var files = Self.files
        change(&files)
        for (name, lines) in files where !missing.contains(name) {
            try Data((lines.joined(separator: "\n") + "\n").utf8).write(to: URL(fileURLWithPath: path + "/" + name))
        }
    }

    static func row(
        _ id: Int, _ name: String, _ others: String, _ point: (Double, Double), _ feature: String, _ admin: String,
        _ population: Int
    ) -> String {
        let kind = feature.split(separator: ".").joined(separator: "\t")
        let codes = admin.split(separator: ".", omittingEmptySubsequences: false).map(String.init) + ["", ""]
        return
            "\(id)\t\(name)\t\(name)\t\(others)\t\(point.0)\t\(point.1)\t\(kind)\tSY\t\t\(codes[0])\t\(codes[1])\t\t\t"
            + "\(population)\t\t200\tAsia/Damascus\t2024-05-0\(id % 9 + 1)"
    }

    private static let files = [
        "allCountries.txt": [
            row(101, "Republic of Syria", "", (35, 38), "A.PCLI", "00", 16_900_000),
            row(102, "Muḩāfaz̧at Zūrqah", "Zurqah Governorate", (34.9, 40.2), "A.ADM1", "13", 0),
            row(103, "Tall Mūrān", "Tell Moran,tl mwran,تل موران", (34.5, 40.4), "P.PPL", "13.1301", 1200),
            row(104, "Ḩayy Zahrān", "", (34.51, 40.41), "P.PPLX", "13", 0),
            row(105, "Wādī Zūrqah", "", (34.7, 40.1), "H.WAD", "13", 0),
            row(106, "Zurqah Airbase", "", (34.8, 40.3), "S.AIRB", "13", 0),
            row(107, "Tariq Zurqah", "", (34.6, 40.3), "R.RD", "13", 0),
            row(108, "Zurqah School", "", (34.6, 40.3), "S.SCH", "13", 0),
        ],
        "alternateNamesV2.txt": [
            "1\t103\ten\tTell Maran\t1\t\t\t\t\t", "2\t103\tlink\thttps://example.org/Tell\t\t\t\t\t\t",
            "3\t103\tfr\tTell Mourane\t\t\t\t\t\t", "4\t103\ten\tLittle Rome\t\t\t1\t\t\t",
            "5\t999\ten\tNowhere\t1\t\t\t\t\t", "6\t102\ten\tZurqah Governorate\t1\t\t\t\t\t",
        ],
        "admin1CodesASCII.txt": ["SY.13\tMuḩāfaz̧at Zūrqah\tMuhafazat Zurqah\t102"],
        "admin2Codes.txt": ["SY.13.1301\tMoran District\tMoran District\t109"],
        "countryInfo.txt": [
            "#ISO\tISO3", "SY\tSYR\t760\tSY\tSyria\tDamascus\t1\t1\tAS\t.sy\tSYP\tPound\t963\t\t\tar\t101\tIQ\t",
        ],
    ]
}

@Suite("GeoNames' own dumps") struct GeoNamesTests {
    private static func world(_ folder: GeoNamesFolder) throws -> World {
        try SmallWorld.make { try $0.addGeoNames(folder: folder.path) }.world
    }

    @Test("a village comes with its English name, its divisions and its other names") func village() throws {
        let world = try Self.world(GeoNamesFolder())
        let place = try #require(world.place(id: "geonames:103"))
        #expect(place.name == "Tell Maran")
        #expect(place.sourceName == "Tall Mūrān")
        #expect(place.admin1 == "Zurqah Governorate")
        #expect(place.admin2 == "Moran District")
        #expect(place.population == 1200)
        for name in ["Tell Moran", "Tell Mourane", "Tall Muran"] {
            #expect(world.search(name).first?.id == "geonames:103", "\(name)")
        }
        #expect(world.search("Little Rome").isEmpty, "a nickname")
    }

    @Test(
        "feature codes become kinds",
        arguments: [
            (101, Place.Kind.country), (102, .admin1), (103, .settlement), (104, .neighbourhood), (105, .water),
            (106, .facility), (107, .road),
        ])
    func kinds(_ id: Int, _ kind: Place.Kind) throws {
        #expect(try Self.world(GeoNamesFolder()).place(id: "geonames:\(id)")?.kind == kind)
    }

    @Test("schools are left out") func schools() throws {
        #expect(try Self.world(GeoNamesFolder()).place(id: "geonames:108") == nil)
    }

    @Test("a place that is in keeps its name and gains what the dump knows") func merged() throws {
        let folder = try GeoNamesFolder {
            $0["allCountries.txt"]?.append(
                GeoNamesFolder.row(3, "Dayr az Zawr", "Dayr al-Zur", (35.33, 40.15), "P.PPLA", "13", 300_000))
        }
        let place = try #require(try Self.world(folder).place(id: "geonames:3"))
        #expect(place.name == "Deir ez-Zor")
        #expect(place.population == 300_000)
        #expect(place.admin1 == "Deir ez-Zor")
    }

    @Test("the files of single countries do as well as the whole world's") func singleCountry() throws {
        let folder = try GeoNamesFolder { $0["SY.txt"] = $0.removeValue(forKey: "allCountries.txt") }
        #expect(try Self.world(folder).place(id: "geonames:103") != nil)
    }

    @Test("the newest row is the version that the file tells") func version() throws {
        #expect(try Self.world(GeoNamesFolder()).notes.contains("newest row 2024-05-09"))
    }

    @Test("what is not there is named, all of it") func missing() throws {
        let folder = try GeoNamesFolder(leavingOut: ["allCountries.txt", "admin2Codes.txt"])
        let message = try #require(Self.message(folder))
        #expect(message.contains(folder.path))
        #expect(message.contains("allCountries.txt"))
        #expect(message.contains("admin2Codes.txt"))
        #expect(!message.contains("countryInfo.txt"))
        #expect(message.contains("download.geonames.org"))
    }

    @Test("a line with too few columns, or without a point, is named") func brokenLine() throws {
        let short = try GeoNamesFolder { $0["allCountries.txt"]?.append("110\tTall\tTall") }
        #expect(Self.message(short)?.contains("allCountries.txt, line 9: expected the 19 columns") == true)
        let bad = GeoNamesFolder.row(110, "Tall", "", (340, 40), "P.PPL", "13", 1)
        let pointless = try GeoNamesFolder { $0["allCountries.txt"]?.append(bad) }
        #expect(Self.message(pointless)?.contains("line 9: expected an id in column 1 and degrees") == true)
        let names = try GeoNamesFolder { $0["alternateNamesV2.txt"]?.append("7\t103") }
        #expect(Self.message(names)?.contains("alternateNamesV2.txt, line 7") == true)
    }

    private static func message(_ folder: GeoNamesFolder) -> String? {
        var builder = WorldBuilder()
        do {
            try builder.addGeoNames(folder: folder.path)
            return nil
        } catch {
            return "\(error)"
        }
    }
}
