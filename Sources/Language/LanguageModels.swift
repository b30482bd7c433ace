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
    /// - Parameter baseline: use the kernels without AVX2, to compare.
    public init(folder: String, baseline: Bool = false) throws {
        network = try Network(file: ModelFile(path: folder + "/parser.model"), baseline: baseline)
        tables = TagTables(network)
        lemmatizer = try Lemmatizer(file: ModelFile(path: folder + "/lemmas.model"))
        names = try NameModel(folder: folder)
        let sentences = folder + "/sentences.model"
        boundaries = ModelFile.exists(sentences) ? try BoundaryModel(file: ModelFile(path: sentences)) : nil
        version = "2026-11"
    }
}
