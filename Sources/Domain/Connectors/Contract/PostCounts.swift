/// How a post was taken when it was read; nil where the source does not say.
package struct PostCounts: Sendable, Hashable {
    /// What the source makes of approval and disapproval; may be below zero.
    package var score: Int?
    package var comments: Int?
    /// Times it was passed on.
    package var shares: Int?
    package var views: Int?

    package init(score: Int? = nil, comments: Int? = nil, shares: Int? = nil, views: Int? = nil) {
        self.score = score
        self.comments = comments
        self.shares = shares
        self.views = views
    }
}
