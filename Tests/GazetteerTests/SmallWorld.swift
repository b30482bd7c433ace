import Foundation
import Gazetteer
import Record

/// A gazetteer of a few places, built in a folder of its own.
enum SmallWorld {
    static func make(_ change: (inout WorldBuilder) throws -> Void = { _ in }) throws -> (world: World, path: String) {
        var builder = WorldBuilder()
        add(&builder, "1", "Syria", .country, "SY", "", 35, 38, 16_900_000)
        add(&builder, "2", "Iraq", .country, "IQ", "", 33, 44, 38_000_000)
        add(&builder, "3", "Deir ez-Zor", .settlement, "SY", "Deir ez-Zor", 35.336, 40.141, 271_800)
        add(&builder, "4", "Aleppo", .settlement, "SY", "Aleppo", 36.2, 37.16, 1_600_000)
        add(&builder, "5", "Mosul", .settlement, "IQ", "Nineveh", 36.34, 43.13, 1_700_000)
        add(&builder, "6", "Paris", .settlement, "FR", "Ile-de-France", 48.85, 2.35, 2_100_000)
        add(&builder, "7", "Paris", .settlement, "US", "Texas", 33.66, -95.56, 24_782)
        add(&builder, "8", "Texas", .admin1, "US", "", 31.25, -99.25, 27_000_000)
        add(&builder, "9", "Al Anbār", .admin1, "IQ", "", 33.5, 41.3, 1_900_000)
        add(&builder, "10", "Russia", .country, "RU", "", 60, 100, 144_000_000)
        add(&builder, "11", "Moscow", .settlement, "RU", "Moscow", 55.75, 37.6, 10_000_000)
        try change(&builder)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("gazetteer-\(UUID().uuidString)")
        let path = folder.path + "/world.dateline"
        try builder.write(to: path)
        return (try World(path: path), path)
    }

    private static func add(
        _ builder: inout WorldBuilder, _ id: String, _ name: String, _ kind: Place.Kind, _ country: String,
        _ admin1: String, _ latitude: Double, _ longitude: Double, _ population: Int
    ) {
        builder.add(
            GazetteerPlace(
                id: "geonames:" + id, name: name, kind: kind, country: country, admin1: admin1, latitude: latitude,
                longitude: longitude, population: population),
            names: [])
    }
}
