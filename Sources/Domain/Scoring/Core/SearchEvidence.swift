import Catalog

/// How much people searched for one set of words in one market, in values of one scale.
package struct SearchEvidence: Hashable, Sendable {
    /// The words are those of the product, rather than of its brand alone.
    package let isProduct: Bool
    /// Which words in which market of which source: of two series of the same, with two scales, the newer one counts.
    package let subject: String
    /// In order of their last day.
    package let points: [SearchPoint]

    /// Points are put into order when they are not.
    package init(isProduct: Bool, subject: String, points: [SearchPoint]) {
        self.isProduct = isProduct
        self.subject = subject
        self.points = points.inOrder(of: \.last)
    }
}
