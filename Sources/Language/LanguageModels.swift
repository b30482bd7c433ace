/// The bodies of the inner loops: the best that the processor has, at most AVX2, or those without either.
public enum Kernels: Sendable, CaseIterable { case best, avx2, baseline }

/// The models that read English, mapped once and shared by every ``Analyser``.
public final class LanguageModels: Sendable {
    let network: Network
    let lemmatizer: Lemmatizer
    let names: NameModel?
    let boundaries: BoundaryModel?
    let tables: TagTables
    /// What the records name as the model's version.
    public let version: String

    /// Opens the models in a folder (`parser.model`, `lemmas.model`, `names.model`).
    ///
    /// - Parameter kernels: the inner loops to use; all give the same answers.
    public init(folder: String, kernels: Kernels = .best) throws {
        network = try Network(file: ModelFile(path: folder + "/parser.model"), kernels: kernels)
        tables = TagTables(network)
        if let name = tables.unknown(of: network) {
            throw ModelFile.Broken(
                path: folder + "/parser.model", reason: "this version of the program does not know its label \(name)")
        }
        lemmatizer = try Lemmatizer(file: ModelFile(path: folder + "/lemmas.model"))
        names = try NameModel(folder: folder)
        let sentences = folder + "/sentences.model"
        boundaries = ModelFile.exists(sentences) ? try BoundaryModel(file: ModelFile(path: sentences)) : nil
        version = "2026-11"
    }
}
