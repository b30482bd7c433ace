import ArgumentParser
import Foundation
import Gazetteer
import Record

/// `dateline gazetteer`: builds and asks the world file.
struct GazetteerCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "gazetteer", abstract: "Build the world file, search it, or tell what is in it.",
        subcommands: [Build.self, Search.self, Info.self])

    /// `dateline gazetteer build`.
    struct Build: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Build the world file from tables; the old file stays until the new one is whole.")

        @Option(help: "The folder of tables that Scripts/fetch-gazetteer-sources made.", completion: .directory)
        var sources: String = "share/dateline/gazetteer/sources/tables"

        @Option(
            help: "A folder of GeoNames' own dumps, unzipped (download.geonames.org/export/dump).",
            completion: .directory)
        var geonames: String?

        @Option(help: "The file to write.", completion: .file())
        var output: String = "share/dateline/gazetteer/world.dateline"

        @Option(
            help: "A further table (CSV or TSV) with names and coordinates, such as a UCDP or ACLED file.",
            completion: .file())
        var table: [String] = []

        @Option(help: "What the tables are: ged, acled or ocha; or name their columns.")
        var preset: String?

        @Option(help: "The tables' column of names.")
        var name: String?

        @Option(help: "The tables' column of latitudes, in degrees.")
        var lat: String?

        @Option(help: "The tables' column of longitudes, in degrees.")
        var lon: String?

        @Option(help: "The tables' column of ISO country codes.")
        var country: String?

        func run() throws {
            let interactive = isatty(STDERR_FILENO) == 1
            let began = ContinuousClock.now
            var last = ""
            var builder = WorldBuilder { step, share in
                if interactive {
                    Terminal.write("\r\u{1B}[K\(step) \(Int(share * 100)) %", to: .standardError)
                } else if step != last {
                    Terminal.complain(step)
                }
                last = step
            }
            try builder.addSources(folder: sources, geonames: geonames)
            for path in table {
                let rows = try builder.addCSV(path: path, columns: try columns())
                Terminal.complain("\(path): \(rows) places")
            }
            try builder.write(to: output)
            if interactive { Terminal.write("\r\u{1B}[K", to: .standardError) }
            Terminal.say(
                "\(output): \(builder.count) places in \((ContinuousClock.now - began).formatted(.units(allowed: [.seconds])))"
            )
        }

        private func columns() throws -> TableColumns {
            if let preset {
                guard let known = TableColumns.preset(preset) else {
                    throw ValidationError("--preset takes ged, acled or ocha, not \(preset)")
                }
                return known
            }
            guard let name, let lat, let lon else {
                throw ValidationError(
                    "--table needs --preset, or --name, --lat and --lon with the names of its columns")
            }
            return TableColumns(name: name, latitude: lat, longitude: lon, country: country)
        }
    }

    /// `dateline gazetteer search`.
    struct Search: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Look a name up.")

        @Argument(help: "A place's name, in any spelling.")
        var name: String

        @Option(help: "Nearest first to this point: LAT,LON in degrees.")
        var near: String?

        @Option(help: "Only in this country (ISO code).")
        var country: String?

        @OptionGroup var data: DataOptions

        func run() throws {
            let world = try data.world()
            var point: (latitude: Double, longitude: Double)?
            if let near {
                let numbers = near.split(separator: ",").compactMap { Double($0.trimmingCharacters(in: .whitespaces)) }
                guard numbers.count == 2 else { throw ValidationError("--near takes LAT,LON in degrees, not \(near)") }
                point = (numbers[0], numbers[1])
            }
            var table = Table(["name", "kind", "country", "admin1", "lat", "lon", "population", "id"])
            for place in world.search(name, near: point, country: country) {
                table.add([
                    place.name, place.kind.rawValue, place.country, place.admin1,
                    String(format: "%.4f", place.latitude),
                    String(format: "%.4f", place.longitude), place.population > 0 ? "\(place.population)" : "",
                    place.id,
                ])
            }
            table.print(empty: "no place is called \(name); try another spelling, or leave --country out")
        }
    }

    /// `dateline gazetteer info`.
    struct Info: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "What the world file holds, from where, under which licences.")

        @OptionGroup var data: DataOptions

        func run() throws {
            let world = try data.world()
            Terminal.say("\(world.count) places, \(world.keyCount) names, \(world.byteCount) bytes")
            Terminal.say(world.notes)
        }
    }
}
