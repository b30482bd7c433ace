import ArgumentParser
import Exchange
import Foundation
import Ledger
import Record

/// Which release policy an export passes.
struct PolicyOptions: ParsableArguments {
    @Option(
        help: ArgumentHelp(
            "public (delays, coarsens and withholds), desk (all but private persons' names), or a policy.yaml.",
            valueName: "public|desk|FILE"), completion: .file(extensions: ["yaml", "yml"]))
    var policy: String = "public"

    @Option(
        name: .customLong("as-of"),
        help: "The day of release, from which delays count (today where absent; the same day, the same bytes).")
    var asOf: PartialDate?

    /// The day of release.
    var day: PartialDate { asOf ?? ClockOptions.today }

    /// The policy, with what the ledger knows: names that may be told, data sets that may be published again.
    ///
    /// - Throws: where the file is not there or has a mistake.
    func load(for ledger: Ledger) throws -> ReleasePolicy {
        var rules = try read()
        rules.republished.formUnion(try ledger.republishable())
        let names = try ledger.names()
        rules.learn(places: names.places, actors: names.actors)
        return rules
    }

    private func read() throws -> ReleasePolicy {
        switch policy {
        case "public": return .standard
        case "desk": return .desk
        default:
            guard let bytes = FileManager.default.contents(atPath: policy) else {
                throw ValidationError("--policy takes public, desk or a file; there is no file \(policy)")
            }
            return try ReleasePolicy(yaml: String(decoding: bytes, as: UTF8.self), name: policy)
        }
    }
}
