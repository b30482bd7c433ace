/// Which columns of a user's table hold names and points.
public struct TableColumns: Sendable {
    /// Column of names.
    public var name: String
    /// Column of latitudes, degrees.
    public var latitude: String
    /// Column of longitudes, degrees.
    public var longitude: String
    /// A column with ISO codes or English names of countries.
    public var country: String?
    /// Columns with the names of first- and second-level divisions.
    public var admin1: String?, admin2: String?

    /// Column names as the table's first line has them.
    public init(
        name: String, latitude: String, longitude: String, country: String? = nil, admin1: String? = nil,
        admin2: String? = nil
    ) {
        (self.name, self.latitude, self.longitude, self.country) = (name, latitude, longitude, country)
        (self.admin1, self.admin2) = (admin1, admin2)
    }

    /// UCDP GED.
    public static let ged = TableColumns(
        name: "where_coordinates", latitude: "latitude", longitude: "longitude", country: "country", admin1: "adm_1",
        admin2: "adm_2")
    /// ACLED.
    public static let acled = TableColumns(
        name: "location", latitude: "latitude", longitude: "longitude", country: "country", admin1: "admin1",
        admin2: "admin2")
    /// OCHA common operational data sets of settlements.
    public static let ocha = TableColumns(
        name: "featureNam", latitude: "latitude", longitude: "longitude", admin1: "admin1Name", admin2: "admin2Name")

    /// A preset by name: ged, acled, ocha.
    public static func preset(_ name: String) -> TableColumns? {
        ["ged": ged, "ucdp": ged, "acled": acled, "ocha": ocha][name.lowercased()]
    }
}
