/// A place named in a text, resolved or not. An unresolved place keeps its name and range, without coordinates.
public struct Place: Sendable, Equatable {
    /// `place.kind` of SCHEMA.md.
    public enum Kind: String, Codable, Sendable, CaseIterable {
        case settlement, admin1, admin2, admin3, country, region, water, physical, facility, camp, road, neighbourhood
    }

    /// Where the name stands in the report's text; nil where the place was not named there (a derived place).
    public var range: TextRange?
    /// As the text spells it.
    public var name: String
    /// The gazetteer's name; nil where unresolved.
    public var resolved: String?
    /// The gazetteer's id (`geonames:170794`).
    public var id: String?
    /// What sort of place it is.
    public var kind: Kind?
    /// ISO 3166-1 alpha-2.
    public var country: String?
    /// Name of the first-level division.
    public var admin1: String?
    /// Name of the second-level division.
    public var admin2: String?
    /// Degrees, WGS 84.
    public var latitude: Double?
    /// Degrees, WGS 84.
    public var longitude: Double?
    /// 0 to 1: that the resolution is right.
    public var confidence: Double?
    /// True where the name stands for a government ("Washington said") or in the name of a body ("Idlib Health Directorate").
    public var metonymic: Bool?
    /// What the text puts before it: "20 km south of", "outskirts of", "eastern countryside of".
    public var modifier: Modifier?
    /// For control: the whole place or a part of it.
    public var scope: Scope?
    /// For control of a part: percent, 0 to 100.
    public var share: Double?

    /// An unresolved toponym, spelled as in the text.
    public init(name: String, range: TextRange? = nil) {
        (self.name, self.range) = (name, range)
    }

    /// How much of a place a control claim speaks of.
    public enum Scope: String, Codable, Sendable { case whole, part }

    /// A place beside a place: the base keeps its id, the point is derived.
    public struct Modifier: Sendable, Equatable, Codable {
        /// The words ("20 km south of").
        public var text: String
        /// Compass direction in lower case with hyphen ("south", "north-east"), "between", or nil.
        public var direction: String?
        /// Kilometres.
        public var distance: Double?
        /// Of the derived point, in degrees north.
        public var latitude: Double?
        /// Of the derived point, in degrees east.
        public var longitude: Double?

        /// A modifier as the text spells it, with what could be derived from it.
        public init(
            text: String, direction: String? = nil, distance: Double? = nil, latitude: Double? = nil,
            longitude: Double? = nil
        ) {
            (self.text, self.direction, self.distance) = (text, direction, distance)
            (self.latitude, self.longitude) = (latitude, longitude)
        }

        private enum CodingKeys: String, CodingKey {
            case text, direction, distance = "km", latitude = "lat", longitude = "lon"
        }
    }
}

extension Place: Codable {
    private enum CodingKeys: String, CodingKey {
        case start, end, name, resolved, id, kind, country, admin1, admin2, latitude = "lat", longitude = "lon"
        case confidence, metonymic, modifier, scope, share
    }

    /// SCHEMA.md's object; keys with nothing to say are absent.
    public func encode(to encoder: any Encoder) throws {
        if let range { try range.encode(to: encoder) }
        var box = encoder.container(keyedBy: CodingKeys.self)
        try box.encode(name, forKey: .name)
        try box.encodeIfPresent(resolved, forKey: .resolved)
        try box.encodeIfPresent(id, forKey: .id)
        try box.encodeIfPresent(kind, forKey: .kind)
        try box.encodeIfPresent(country, forKey: .country)
        try box.encodeIfPresent(admin1, forKey: .admin1)
        try box.encodeIfPresent(admin2, forKey: .admin2)
        try box.encodeIfPresent(latitude, forKey: .latitude)
        try box.encodeIfPresent(longitude, forKey: .longitude)
        try box.encodeIfPresent(confidence, forKey: .confidence)
        try box.encodeIfPresent(metonymic, forKey: .metonymic)
        try box.encodeIfPresent(modifier, forKey: .modifier)
        try box.encodeIfPresent(scope, forKey: .scope)
        try box.encodeIfPresent(share, forKey: .share)
    }

    /// Reads what ``encode(to:)`` writes.
    public init(from decoder: any Decoder) throws {
        let box = try decoder.container(keyedBy: CodingKeys.self)
        name = try box.decode(String.self, forKey: .name)
        range = box.contains(.start) ? try TextRange(from: decoder) : nil
        resolved = try box.decodeIfPresent(String.self, forKey: .resolved)
        id = try box.decodeIfPresent(String.self, forKey: .id)
        kind = try box.decodeIfPresent(Kind.self, forKey: .kind)
        country = try box.decodeIfPresent(String.self, forKey: .country)
        admin1 = try box.decodeIfPresent(String.self, forKey: .admin1)
        admin2 = try box.decodeIfPresent(String.self, forKey: .admin2)
        latitude = try box.decodeIfPresent(Double.self, forKey: .latitude)
        longitude = try box.decodeIfPresent(Double.self, forKey: .longitude)
        confidence = try box.decodeIfPresent(Double.self, forKey: .confidence)
        metonymic = try box.decodeIfPresent(Bool.self, forKey: .metonymic)
        modifier = try box.decodeIfPresent(Modifier.self, forKey: .modifier)
        scope = try box.decodeIfPresent(Scope.self, forKey: .scope)
        share = try box.decodeIfPresent(Double.self, forKey: .share)
    }
}
