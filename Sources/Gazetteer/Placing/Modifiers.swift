import Language
import Record

/// "20 km south of", "eastern countryside of", "outskirts of", "between A and B".
enum Modifiers {
    static func before(_ range: Range<Int>, _ tokens: [Token], _ text: String, _ place: Place) -> Place.Modifier? {
        var at = range.lowerBound - 1
        if at >= 0, ["the", "city", "town"].contains(tokens[at].form) { at -= 1 }
        if at >= 2, tokens[at].form == "of", ["city", "town", "village"].contains(tokens[at - 1].form) {
            at -= 2
            if at >= 0, tokens[at].form == "the" { at -= 1 }
        }
        guard at >= 1, tokens[at].form == "of" || tokens[at].form == "from" else { return nil }
        at -= 1
        let last = range.lowerBound - 1
        let word = tokens[at].form.lowercased()
        if let (direction, first) = compass(tokens, at) {
            guard let (distance, start) = distance(tokens, first - 1) else {
                return made(first, last, tokens, text, place, direction, nil)
            }
            return made(start, last, tokens, text, place, direction, distance)
        }
        if Words.parts.contains(word), at == 0 || tokens[at - 1].form.lowercased() != "safe" {
            var start = at
            var direction: String?
            if at >= 1, let (found, first) = compass(tokens, at - 1) { (direction, start) = (found, first) }
            return made(start, last, tokens, text, place, direction, nil)
        }
        if let (distance, start) = distance(tokens, at) {
            return made(start, last, tokens, text, place, nil, distance)
        }
        return nil
    }

    /// "The military airport of X", "X air base": what lies at the town and is not the town.
    static func facility(_ range: Range<Int>, _ tokens: [Token], _ text: String) -> Place.Modifier? {
        if let noun = Finder.kindNoun(tokens, after: range.upperBound) {
            return Place.Modifier(text: words(range.upperBound...noun.at, tokens, text))
        }
        let of = range.lowerBound - 1
        guard of >= 1, tokens[of].form == "of" else { return nil }
        var first = of - 1
        while first > 0, Words.facilityAdjectives.contains(tokens[first - 1].form) { first -= 1 }
        return Place.Modifier(text: words(first...of, tokens, text))
    }

    private static func words(_ range: ClosedRange<Int>, _ tokens: [Token], _ text: String) -> String {
        TextRange(tokens[range.lowerBound].range.start, tokens[range.upperBound].range.end).text(in: text)
    }

    /// A compass word that ends at a token, with its first token.
    private static func compass(_ tokens: [Token], _ end: Int) -> (String, Int)? {
        guard end >= 0 else { return nil }
        func plain(_ word: String) -> String {
            let word = word.lowercased()
            return word.hasSuffix("ern") ? String(word.dropLast(3)) : word
        }
        let word = plain(tokens[end].form)
        guard Words.directions[word] != nil else { return nil }
        if end >= 2, tokens[end - 1].form == "-", Words.directions[plain(tokens[end - 2].form)] != nil {
            return (plain(tokens[end - 2].form) + "-" + word, end - 2)
        }
        let long = ["northeast": "north-east", "northwest": "north-west", "southeast": "south-east"]
        return (word == "southwest" ? "south-west" : long[word] ?? word, end)
    }

    /// "20 km", "12 miles", "five kilometres (three miles)": kilometres and the first token.
    private static func distance(_ tokens: [Token], _ end: Int) -> (Double, Int)? {
        guard end >= 1 else { return nil }
        var end = end
        if ["to", "the", "away"].contains(tokens[end].form) { end -= 1 }
        if end >= 3, tokens[end].form == ")" {
            while end > 0, tokens[end].form != "(" { end -= 1 }
            end -= 1
        }
        guard end >= 1 else { return nil }
        let factor: Double
        switch tokens[end].form.lowercased() {
        case "km", "kms", "kilometres", "kilometers", "kilometre", "kilometer": factor = 1
        case "mile", "miles", "mi": factor = 1.609
        default: return nil
        }
        let small = [
            "one": 1.0, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
            "ten": 10,
            "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        ]
        let number = tokens[end - 1].form.lowercased()
        guard let value = Double(number.replacing(",", with: "")) ?? small[number], value > 0, value < 5000 else {
            return nil
        }
        return ((value * factor * 10).rounded() / 10, end - 1)
    }

    private static func made(
        _ start: Int, _ last: Int, _ tokens: [Token], _ text: String, _ place: Place, _ direction: String?,
        _ distance: Double?
    ) -> Place.Modifier {
        var modifier = Place.Modifier(text: words(start...last, tokens, text), direction: direction, distance: distance)
        if let direction, let distance, let bearing = Words.directions[direction], let latitude = place.latitude,
            let longitude = place.longitude
        {
            let point = Geometry.point(from: latitude, longitude, bearing: bearing, kilometres: distance)
            (modifier.latitude, modifier.longitude) = (point.latitude, point.longitude)
        }
        return modifier
    }

    /// "between A and B": both keep their ids and get the point half-way.
    static func joinBetween(_ mentions: inout [PlaceMention], _ sentences: [Sentence]) {
        guard mentions.count > 1 else { return }
        for index in 0..<(mentions.count - 1) {
            let (a, b) = (mentions[index], mentions[index + 1])
            guard a.sentence == b.sentence, a.sentence < sentences.count else { continue }
            let tokens = sentences[a.sentence].tokens
            let start = a.tokens.lowerBound
            guard start > 0, tokens[start - 1].form.lowercased() == "between", b.tokens.lowerBound < tokens.count,
                b.tokens.lowerBound - a.tokens.upperBound == 1, tokens[a.tokens.upperBound].form == "and",
                let lat1 = a.place.latitude, let lon1 = a.place.longitude, let lat2 = b.place.latitude,
                let lon2 = b.place.longitude, abs(lon1 - lon2) < 180, a.place.kind != .country
            else { continue }
            func short(_ degrees: Double) -> Double { (degrees * 10_000).rounded() / 10_000 }
            let modifier = Place.Modifier(
                text: "between", direction: "between", latitude: short((lat1 + lat2) / 2),
                longitude: short((lon1 + lon2) / 2))
            mentions[index].place.modifier = modifier
            mentions[index + 1].place.modifier = modifier
        }
    }
}
