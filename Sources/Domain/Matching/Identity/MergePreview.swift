/// What calling a product as another would change, before it is done.
package struct MergePreview: Sendable, Hashable {
    /// Listings that would be the other's.
    package let listings: Int
    /// Prices of days that would move with them.
    package let prices: Int
    /// Listings the other has now.
    package let there: Int
    /// Sources that would have two listings of one thing.
    package let soldTwice: Int
    /// Listings that somebody said are not the other.
    package let contradicting: Int
}
