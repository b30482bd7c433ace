import Foundation
package import Language

/// The linear models beside the lexicon (`learned/*.model`), learned by `Training coding`; any of them may be missing.
package struct LearnedModels: Sendable {
    /// ACLED's sub-event of a short text; labels in lower case are what is no such event ("sport", "accident").
    package let types: LinearModel?
    /// PLOVER's root of a clause; CONCEDE and RETREAT are one label, YIELD.
    package let plover: LinearModel?
    /// "news", or what tells no event ("other").
    package let relevance: LinearModel?
    /// How sure claims are.
    let confidence: Confidence?
    /// Changes with the models.
    package let checksum: UInt64

    /// None.
    package init() { (types, plover, relevance, confidence, checksum) = (nil, nil, nil, nil, 0) }

    /// Opens the models in a folder. Throws ``ModelFile/Broken`` for a file that is none.
    package init(folder: String) throws {
        func model(_ name: String) throws -> LinearModel? {
            let path = folder + "/" + name + ".model"
            return FileManager.default.fileExists(atPath: path) ? try LinearModel(path: path) : nil
        }
        types = try model("types")
        plover = try model("plover")
        relevance = try model("relevance")
        confidence = try Confidence(path: folder + "/confidence.tsv")
        checksum = [types, plover, relevance].reduce(confidence?.checksum ?? 0) { $0 &* 31 &+ ($1?.checksum ?? 0) }
    }
}
