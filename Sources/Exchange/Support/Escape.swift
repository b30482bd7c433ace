/// Text for XML: markup escaped, what XML 1.0 cannot hold left out.
func xmlEscaped(_ text: String) -> String {
    var out = ""
    for scalar in text.unicodeScalars {
        switch scalar.value {
        case 38: out += "&amp;"
        case 60: out += "&lt;"
        case 62: out += "&gt;"
        case 34: out += "&quot;"
        case 9, 10, 13: out.unicodeScalars.append(scalar)
        case 0..<32, 0xFFFE, 0xFFFF: continue
        default: out.unicodeScalars.append(scalar)
        }
    }
    return out
}
