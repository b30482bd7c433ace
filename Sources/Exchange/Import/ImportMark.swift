import Record

/// How the rows of other data sets are told from claims that were coded from text: by their rule, `import/NAME`, and by
/// the id of their source, `dataset:NAME`, so that a data set counts as one voice however many rows it has.
enum ImportMark {
    static let rule = "import/"
    static let source = "dataset:"

    static func isImported(_ claim: Claim) -> Bool { claim.rule.utf8.starts(with: rule.utf8) }

    /// The data set of a row; nil for what was coded from text.
    static func dataset(_ claim: Claim) -> String? {
        guard isImported(claim) else { return nil }
        return String(claim.rule.dropFirst(rule.utf8.count).prefix { $0 != "/" })
    }
}

extension ReleasedClaim {
    /// The record's own name, the same in every export: the claim's key, and for the row of a data set the row's own.
    var recordID: String {
        guard let set = ImportMark.dataset(claim), claim.id == "row", report.hasPrefix(set + ":") else { return key }
        return String(report.dropFirst(set.count + 1))
    }

    /// What read it: for the row of a data set what the data set says, else `import/NAME`.
    var rule: String {
        guard let set = ImportMark.dataset(claim) else { return claim.rule }
        let rest = claim.rule.dropFirst(ImportMark.rule.count + set.count + 1)
        return rest.isEmpty ? claim.rule : String(rest)
    }

    /// Who says so; nil where the row of a data set cites none.
    var attribution: Attribution? {
        guard isImported, var source = claim.attribution, let id = source.id, id.hasPrefix(ImportMark.source) else {
            return claim.attribution
        }
        if id == ImportMark.source + source.name { return nil }
        source.id = nil
        return source
    }

    /// The outlet; nil where it is only the data set's name.
    var outlet: String? {
        guard isImported, let publisher, publisher == ImportMark.dataset(claim) else { return publisher }
        return nil
    }
}
