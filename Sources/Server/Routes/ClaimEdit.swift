import Foundation
import Hummingbird
import Record

/// What an analyst changed in a claim, as the page sends it, and the corrections that it means to the ledger.
struct ClaimEdit {
    /// What an edit may change in a claim of a kind, by SCHEMA.md's keys. `type` is what kind of thing is told, whatever
    /// the claim's kind; `place.lat` and `place.lon` are where a place was drawn.
    static func editable(_ kind: Claim.Kind) -> Set<String> {
        let own: Set<String> =
            switch kind {
            case .event: ["actor", "target", "origin", "destination", "weapon", "fatalities", "wounded"]
            case .control: ["holder", "from", "holders", "besieger", "until", "scope", "share"]
            case .figure: ["low", "high", "approximate", "unit", "group", "cumulative"]
            case .relation: ["actor", "target"]
            }
        let place: Set<String> = kind == .relation ? [] : ["place", "place.lat", "place.lon"]
        return own.union(place).union(["type", "modality", "attributed_to", "background", "start", "end"])
    }

    /// By key of SCHEMA.md, in order.
    var corrections: [(field: String, value: String)] = []

    /// - Throws: 400 where a field cannot be edited, or is too long, or a drawn place has no point on the earth.
    init(_ fields: [String: String], of claim: Claim) throws {
        if let odd = fields.sorted(by: { $0.key < $1.key }).first(where: {
            !Self.editable(claim.kind).contains($0.key) || $0.value.count > 300
        }) {
            throw HTTPError(
                .badRequest,
                message: "fields of a claim of kind \(claim.kind.rawValue) may be "
                    + Self.editable(claim.kind).sorted().joined(separator: ", ")
                    + ", each of at most 300 characters; found \(odd.key.prefix(40))")
        }
        for (field, value) in fields.sorted(by: { $0.key < $1.key }) {
            switch field {
            case "type": corrections.append((Self.typeField(claim.kind), value))
            case "place.lat", "place.lon": continue
            case "place" where fields["place.lat"] != nil || fields["place.lon"] != nil: continue
            default: corrections.append((field, value))
            }
        }
        if fields["place.lat"] != nil || fields["place.lon"] != nil {
            corrections.append(("place", try Self.drawn(fields, claim.place)))
        }
    }

    private static func typeField(_ kind: Claim.Kind) -> String {
        switch kind {
        case .event: "type"
        case .control: "state"
        case .figure: "measure"
        case .relation: "relation"
        }
    }

    /// A place at a point that a person chose: known by the point, since the gazetteer's place lies elsewhere.
    private static func drawn(_ fields: [String: String], _ old: Place?) throws -> String {
        let name = fields["place"].flatMap { $0.isEmpty ? nil : $0 }
        var place = name.map { Place(name: $0) } ?? old ?? Place(name: "")
        if name != nil { (place.scope, place.share) = (old?.scope, old?.share) }
        func degrees(_ field: String, _ old: Double?, within limit: Double) throws -> Double {
            guard let value = fields[field].flatMap(Double.init) ?? old, abs(value) <= limit else {
                throw HTTPError(
                    .badRequest, message: "\(field) must be degrees from -\(Int(limit)) to \(Int(limit))")
            }
            return value
        }
        let latitude = try degrees("place.lat", old?.latitude, within: 90)
        let longitude = try degrees("place.lon", old?.longitude, within: 180)
        (place.latitude, place.longitude, place.modifier, place.confidence) = (latitude, longitude, nil, nil)
        place.id = String(format: "point:%.4f,%.4f", latitude, longitude)
        return String(decoding: try JSONEncoder().encode(place), as: UTF8.self)
    }
}
