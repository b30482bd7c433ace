public import Record

/// A row of the gazetteer.
public struct GazetteerPlace: Sendable, Equatable {
    /// `geonames:170794`, `naturalearth:river-tigris`, `dateline:akashat`.
    public var id: String
    /// The gazetteer's name, as English news would print it.
    public var name: String
    /// The source's own spelling; nil where it is ``name``.
    public var sourceName: String?
    /// What it is.
    public var kind: Place.Kind
    /// ISO 3166-1 alpha-2; empty where none.
    public var country: String
    /// Name of the first-level division; empty where unknown.
    public var admin1: String
    /// Name of the second-level division; empty where unknown.
    public var admin2: String
    /// Degrees, WGS 84.
    public var latitude: Double
    /// Degrees, WGS 84.
    public var longitude: Double
    /// 0 where unknown.
    public var population: Int
    /// Seat of a country's government.
    public var capital: Bool

    /// A place as the builder takes it.
    public init(
        id: String, name: String, kind: Place.Kind, country: String = "", admin1: String = "", admin2: String = "",
        latitude: Double, longitude: Double, population: Int = 0, capital: Bool = false, sourceName: String? = nil
    ) {
        (self.id, self.name, self.kind, self.country) = (id, name, kind, country)
        (self.admin1, self.admin2, self.latitude, self.longitude) = (admin1, admin2, latitude, longitude)
        (self.population, self.capital, self.sourceName) = (population, capital, sourceName)
    }
}
