/// What a listing is: a known product, or something new. Both say why.
package enum MatchDecision<ID: Hashable & Comparable & Sendable>: Hashable, Sendable {
    case matched(Match<ID>)
    case new(NoMatch<ID>)
}
