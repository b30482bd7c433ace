public import Assessment
public import Record

extension Ledger {
    /// The incidents that the event claims of a filter tell of, by first day, as the decisions have them.
    public func incidents(_ filter: ClaimFilter = ClaimFilter()) throws -> [Incident] {
        try Incidents.assess(counted(filter, [.event]), pairings: pairings())
    }

    /// The tolls that the figure claims of a filter give.
    public func tolls(_ filter: ClaimFilter = ClaimFilter()) throws -> [Toll] {
        try Tolls.assess(counted(filter, [.figure]))
    }

    /// Where the control and figure claims of a filter differ, heaviest first.
    public func disputes(_ filter: ClaimFilter = ClaimFilter()) throws -> [Dispute] {
        try Disputes.assess(counted(filter, [.control, .figure]))
    }

    /// The fronts of `days` (days since 1970), as known on `known`.
    public func fronts(_ days: ClosedRange<Int>, known: PartialDate? = nil) throws -> [Front] {
        let board = try board(known: known)
        return Fronts.assess(board.places, parties: board.parties, days: days)
    }

    private func counted(_ filter: ClaimFilter, _ kinds: [Claim.Kind]) throws -> [SourcedClaim] {
        var filter = filter
        // The assessments order by themselves.
        (filter.kinds, filter.counted, filter.order) = (kinds, true, .recorded)
        return try claims(filter)
    }
}
