import Foundation
import Record

/// A folder of GeoNames' own dumps, as https://download.geonames.org/export/dump/ has them, unzipped.
///
/// The columns are those of GeoNames' readme: places have 19 (id, name, ASCII name, other names, latitude, longitude,
/// feature class, feature code, country, …), alternate names 10, divisions 4, countries 19.
struct GeoNamesDump {
    /// `allCountries.txt`, or the files of single countries.
    let places: [TabFile]
    let alternateNames: TabFile
    let firstDivisions: TabFile
    let secondDivisions: TabFile
    let countries: TabFile

    /// Looks the files up; throws where one is not there, and names all that are not.
    init(folder: String) throws {
        guard let files = try? FileManager.default.contentsOfDirectory(atPath: folder) else {
            throw GazetteerError("\(folder): no such folder. --geonames takes the folder of GeoNames' dumps.")
        }
        let single = files.filter { name in
            name.utf8.count == 6 && name.hasSuffix(".txt") && name.utf8.prefix(2).allSatisfy { $0 >= 65 && $0 <= 90 }
        }
        let names = files.contains("allCountries.txt") ? ["allCountries.txt"] : single.sorted()
        let others = ["alternateNamesV2.txt", "admin1CodesASCII.txt", "admin2Codes.txt", "countryInfo.txt"]
        var missing = others.filter { !files.contains($0) }
        if names.isEmpty { missing.insert("allCountries.txt (or files of single countries, such as SY.txt)", at: 0) }
        guard missing.isEmpty else {
            throw GazetteerError(
                "\(folder): not there: \(missing.joined(separator: ", ")). Download them from "
                    + "https://download.geonames.org/export/dump/ and unzip them.")
        }
        func file(_ name: String, _ columns: Int, _ expected: String) -> TabFile {
            TabFile(path: folder + "/" + name, columns: columns, expected: expected)
        }
        places = names.map { file($0, 19, "the 19 columns of a GeoNames place") }
        alternateNames = file(others[0], 8, "the 8 or 10 columns of a GeoNames alternate name")
        firstDivisions = file(others[1], 4, "4 columns (code, name, ASCII name, id)")
        secondDivisions = file(others[2], 4, "4 columns (code, name, ASCII name, id)")
        countries = file(others[3], 17, "the columns of GeoNames' countries (ISO code first, id seventeenth)")
    }

    // MARK: - Features

    /// The kind of a feature by GeoNames' class and code; nil for what no report is placed at (schools, springs,
    /// administrative seats of the past).
    static func kind(featureClass: String, code: String) -> Place.Kind? {
        switch featureClass {
        case "P": return code == "PPLX" ? .neighbourhood : .settlement
        case "A": return divisions[code]
        case "H": return waters.contains(code) ? .water : nil
        case "T": return regions.contains(code) ? .region : mountains.contains(code) ? .physical : nil
        case "L": return facilities.contains(code) ? .facility : regions.contains(code) ? .region : nil
        case "S": return camps.contains(code) ? .camp : facilities.contains(code) ? .facility : nil
        case "R": return ["RD", "RTE", "TNL"].contains(code) ? .road : nil
        default: return nil
        }
    }

    private static let divisions: [String: Place.Kind] = [
        "ADM1": .admin1, "ADM2": .admin2, "ADM3": .admin3, "ADM4": .admin3, "ADM5": .admin3, "ADMD": .region,
        "PCL": .country, "PCLI": .country, "PCLD": .country, "PCLF": .country, "PCLS": .country, "PCLIX": .region,
        "TERR": .region, "ZN": .region, "ZNB": .region,
    ]
    private static let waters: Set<String> = [
        "STM", "STMI", "STMS", "WAD", "LK", "LKI", "LKS", "RSV", "RSVI", "SEA", "OCN", "GULF", "BAY", "STRT", "CNL",
    ]
    private static let regions: Set<String> = [
        "VAL", "PEN", "ISL", "ISLS", "DSRT", "PLAT", "PLN", "RGN", "RGNE", "RGNL", "CONT", "CST", "OAS",
    ]
    private static let mountains: Set<String> = [
        "MT", "MTS", "PK", "PKS", "HLL", "HLLS", "RDGE", "PASS", "VLC", "CAPE",
    ]
    private static let facilities: Set<String> = [
        "OILF", "GASF", "MILB", "NVB", "PORT", "INDS", "AIRB", "AIRP", "AIRF", "DAM", "BDG", "HSP", "PS", "PSH", "PSN",
        "OILR", "INSM", "PRN", "PSTB", "CSTM", "FT",
    ]
    private static let camps: Set<String> = ["CMP", "CMPRF"]
}
