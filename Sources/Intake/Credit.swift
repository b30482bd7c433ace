import Record

/// Who took a photograph and for whom, as the end of a caption says it.
struct Credit: Equatable {
    var photographer: String?
    var agency: String?

    /// Agencies that are known without a slash beside them.
    static let agencies: [String] = [
        "AFP/Getty Images", "EPA-EFE", "EFE-EPA", "EPA/EFE", "Getty Images", "Getty", "Reuters", "REUTERS", "AFP",
        "EPA",
        "EFE", "AP", "DPA", "dpa", "ANSA", "NTB", "PA", "Xinhua", "TASS", "Sputnik", "RIA Novosti", "SANA", "IRNA",
        "Tasnim",
        "Fars", "Anadolu Agency", "Anadolu", "AA", "NurPhoto", "Magnum Photos", "Magnum", "Bloomberg", "Shutterstock",
        "Sipa", "SIPA", "Polaris", "Zuma Press", "ZUMA", "Alamy", "Imago", "IMAGO", "UNHCR", "UNICEF", "WHO", "WFP",
        "OCHA",
        "UNRWA", "UNAMID", "UN Photo", "ICRC", "MSF", "CNN", "BBC", "VOA", "RFE/RL", "Rudaw", "Kurdistan 24", "ANHA",
        "Middle East Eye", "Al Jazeera", "Associated Press", "Agence France-Presse", "The New York Times", "Kyodo",
        "Yonhap",
        "PTI", "ANI", "Panos", "Corbis", "Ukrinform", "AAP", "CP", "Canadian Press", "Press Association", "WENN", "Rex",
    ]

    /// An agency's usual spelling; nil for words that are none ("File Photo", "File").
    static func agency(_ text: String) -> String? {
        var parts: [String] = []
        for part in text.replacing(" via ", with: "/").split(separator: "/").map({ trim(String($0)) }) {
            switch part.lowercased() {
            case "", "file", "file photo", "archive", "pool", "via": continue
            case "reuters": parts.append("Reuters")
            case "getty", "getty images": parts.append("Getty Images")
            case "ap photo", "associated press", "ap": parts.append("AP")
            case "afp", "afp photo", "agence france-presse": parts.append("AFP")
            default: parts.append(part)
            }
        }
        return parts.isEmpty ? nil : parts.joined(separator: "/")
    }

    /// A photographer's name in normal case where the page shouts; nil for an empty one.
    static func photographer(_ text: String) -> String? {
        var name = trim(text)
        for tail in [", File", ", file", "/File Photo", "/File", " via", ", Pool"] where name.hasSuffix(tail) {
            name = trim(String(name.dropLast(tail.count)))
        }
        guard !name.isEmpty else { return nil }
        guard name == name.uppercased(), name.count > 3 else { return name }
        var out = ""
        var begins = true
        for character in name.lowercased() {
            out += begins ? character.uppercased() : String(character)
            begins = !character.isLetter && character != "'" && character != "’"
        }
        return out
    }

    static func isAgency(_ text: String) -> Bool {
        let plain = trim(text)
        return agencies.contains { $0.caseInsensitiveCompare(plain) } || plain.lowercased() == "ap photo"
    }

    static func trim(_ text: String) -> String {
        var part = Substring(text)
        while let first = part.first, " .,;:-–—\u{A0}".contains(first) { part.removeFirst() }
        while let last = part.last, " ,;:-–—\u{A0}".contains(last) { part.removeLast() }
        return String(part)
    }
}

extension String {
    fileprivate func caseInsensitiveCompare(_ other: String) -> Bool { lowercased() == other.lowercased() }
}
