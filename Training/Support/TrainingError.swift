/// Training data that cannot be used, and why.
struct TrainingError: Error, CustomStringConvertible {
    let path: String
    let reason: String
    var description: String { "\(path) cannot be trained on: \(reason)" }
}
