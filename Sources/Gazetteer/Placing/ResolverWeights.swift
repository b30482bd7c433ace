import Foundation

/// What the resolver's kinds of evidence weigh against one another, and how its scores become a confidence.
///
/// The weights were set by hand; `Training places` learns others from UCDP GED and compares the two
/// (Documentation/Places.md has the figures: the hand's are the better, so they stand). The curve was fitted there.
package struct ResolverWeights: Sendable {
    /// Of a place's size and kind.
    package var prior = 1.0
    /// Of the kind that the words around a name ask for.
    package var kind = 1.0
    /// Of what a name is said to lie in.
    package var containment = 1.0
    /// Of the countries that the report speaks of.
    package var country = 1.0
    /// Of what lies near.
    package var nearness = 1.0
    /// The confidence is the logistic function of `slope` times the odds plus `shift`.
    package var slope = 1.43, shift = -2.2

    /// The weights that ship.
    package init() {}

    /// How sure a choice with some odds (a logarithm) is, 0 to 1.
    package func confidence(_ odds: Double) -> Double {
        (min(0.99, max(0.02, 1 / (1 + exp(-(slope * odds + shift))))) * 100).rounded() / 100
    }
}
