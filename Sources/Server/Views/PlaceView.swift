import Assessment
import Record

/// A place as the page sees it.
struct PlaceView: Encodable, Hashable, Sendable {
    var id: String
    var name: String
    var lat: Double?
    var lon: Double?
    var kind: String?
    var country: String?
    var admin1: String?

    init(_ place: Place) {
        id = Self.key(place)
        name = place.resolved ?? place.name
        (lat, lon) = (place.latitude, place.longitude)
        (kind, country, admin1) = (place.kind?.rawValue, place.country, place.admin1)
    }

    /// ``NameKey/of(_:)``: claims about one place come together under it.
    static func key(_ place: Place) -> String { NameKey.of(place) }
}
