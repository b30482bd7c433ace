/// What the command line asks for: a command and `--name value` pairs.
struct Options {
    var command = ""
    private var values: [String: String] = [:]

    init(_ arguments: some Sequence<String>) {
        var name: String?
        for argument in arguments {
            if argument.hasPrefix("--") {
                name = String(argument.dropFirst(2))
            } else if let key = name {
                values[key] = argument
                name = nil
            } else {
                command = argument
            }
        }
    }

    func text(_ name: String, _ fallback: String) -> String { values[name] ?? fallback }
    func number(_ name: String, _ fallback: Int) -> Int { values[name].flatMap { Int($0) } ?? fallback }
    func number(_ name: String, _ fallback: Double) -> Double { values[name].flatMap { Double($0) } ?? fallback }
    var data: String { text("data", "../shared/data") }
    var models: String { text("models", "Sources/Language/Resources") }
    var lists: String { text("lists", "Training/Lists") }
}
