package import Foundation

/// What somebody wrote where people talk with each other. Who it was is not kept: the product is about goods, not about people.
package struct Post: Sendable, Hashable {
    /// Characters of a text at most.
    package static let mostText = 300

    /// As the source tells its posts apart.
    package let externalID: String
    /// Where it can be read.
    package let url: String
    /// The part of the source it stands in, such as a channel; empty for a source that is one.
    package let channel: String
    package let title: String?
    /// The beginning of what it says, at most `mostText` characters.
    package let text: String?
    /// What it points to.
    package let link: String?
    package let published: Date
    package let tags: [String]
    package let counts: PostCounts

    package init(
        externalID: String, url: String, channel: String = "", title: String? = nil, text: String? = nil,
        link: String? = nil, published: Date, tags: [String] = [], counts: PostCounts = PostCounts()
    ) {
        self.externalID = externalID
        self.url = url
        self.channel = channel
        self.title = title
        self.text = text
        self.link = link
        self.published = published
        self.tags = tags
        self.counts = counts
    }
}
