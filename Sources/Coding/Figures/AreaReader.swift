import Language
import Record

/// Finds areas that were taken or are held: "960 square kilometres … have been taken".
struct AreaReader {
    let scene: Scene

    func find(_ numbers: [NumberReader.Found]) -> [FigureCoder.Found] {
        var found: [FigureCoder.Found] = []
        for number in numbers {
            let after = number.tokens.upperBound
            guard let unit = unit(at: after), let governor = taking(near: after) else { continue }
            // "110,000 square kilometres (42,471 square miles)": one area, told twice.
            if number.tokens.lowerBound > 0, scene.tokens[number.tokens.lowerBound - 1].form == "(", !found.isEmpty {
                continue
            }
            var figure = Figure(
                measure: .area, low: number.reading.low, high: number.reading.high,
                approximate: number.reading.approximate)
            figure.unit = unit
            found.append(FigureCoder.Found(figure: figure, number: number, noun: after, governor: governor))
        }
        return found
    }

    private func unit(at token: Int) -> String? {
        guard token < scene.tokens.count else { return nil }
        let form = scene.tokens[token].form.lowercased()
        if ["km2", "km²", "sqkm"].contains(form) { return "square kilometres" }
        guard ["square", "sq", "sq."].contains(form), token + 1 < scene.tokens.count else { return nil }
        let lemma = scene.tokens[token + 1].lemma.lowercased()
        guard MeasureWords.squares.contains(lemma) else { return nil }
        return lemma == "mile" ? "square miles" : "square kilometres"
    }

    private func taking(near token: Int) -> Int? {
        let verbs = scene.tokens.indices.filter {
            scene.tokens[$0].upos == .verb && MeasureWords.taking.contains(scene.tokens[$0].lemma.lowercased())
        }
        return verbs.min { abs($0 - token) < abs($1 - token) }
    }
}
