import Foundation
import Record

/// Features of a GeoJSON file: the records that ``Exporter`` wrote come back whole, others as rows of a plain table whose
/// point is the feature's.
enum GeoJSONImport {
    static func records(_ bytes: [UInt8], file: String) throws -> [Result<RowRecord, ImportError>] {
        let object: Any
        do { object = try JSONSerialization.jsonObject(with: Data(bytes)) } catch {
            throw ImportError("\(file): no JSON (\((error as NSError).localizedDescription))")
        }
        guard let top = object as? [String: Any], let features = top["features"] as? [[String: Any]] else {
            throw ImportError("\(file): expected a GeoJSON FeatureCollection with features")
        }
        return features.enumerated().map { number, feature in
            let position = "\(file): feature \(number + 1)"
            do { return .success(try record(feature, position: position)) } catch let error as ImportError {
                return .failure(error)
            } catch {
                return .failure(ImportError("\(position): \(error)"))
            }
        }
    }

    private static func record(_ feature: [String: Any], position: String) throws -> RowRecord {
        guard let properties = feature["properties"] as? [String: Any] else {
            throw ImportError("\(position): properties must be an object")
        }
        if properties["kind"] is String, properties["modality"] is String, properties["rule"] is String {
            return try ours(properties, position: position)
        }
        var fields: [String: String] = [:]
        for (name, value) in properties {
            if let text = value as? String { fields[name.lowercased()] = text }
            if let number = value as? NSNumber { fields[name.lowercased()] = number.stringValue }
        }
        let geometry = feature["geometry"] as? [String: Any]
        if geometry?["type"] as? String == "Point", let point = geometry?["coordinates"] as? [Double], point.count >= 2
        {
            (fields["longitude"], fields["latitude"]) = ("\(point[0])", "\(point[1])")
        }
        if fields["id"] == nil, let id = feature["id"] { fields["id"] = "\(id)" }
        return try TableImport.record(ImportRow(position: position, fields: fields))
    }

    /// The object of ``PlainNDJSON`` back as a claim.
    static func ours(_ properties: [String: Any], position: String) throws -> RowRecord {
        let sentence = properties["sentence"] as? String ?? ""
        var object = properties
        object["evidence"] = ["start": 0, "end": sentence.utf8.count]
        object["trigger"] = ["start": 0, "end": 0]
        var claim: Claim
        do {
            claim = try JSONDecoder().decode(Claim.self, from: JSONSerialization.data(withJSONObject: object))
        } catch {
            throw ImportError("\(position): no claim of SCHEMA.md (\(error))")
        }
        let id = claim.id
        claim.id = ""
        return RowRecord(
            id: id, text: sentence, known: (properties["reported"] as? String).flatMap { PartialDate($0) },
            publisher: properties["publisher"] as? String, url: properties["url"] as? String, claims: [claim])
    }
}
