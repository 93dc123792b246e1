package import Foundation

/// What a medium wrote, without its text: that stays where it was written.
package struct Article: Sendable, Hashable {
    /// Characters of a summary at most.
    package static let mostSummary = 300

    /// As the source tells its articles apart, also when address and title change.
    package let externalID: String
    /// Without what only counts visitors.
    package let url: String
    package let title: String
    package let author: String?
    package let published: Date?
    package let modified: Date?
    /// The beginning of what it says, at most `mostSummary` characters.
    package let summary: String?
    package let tags: [String]

    package init(
        externalID: String, url: String, title: String, author: String? = nil, published: Date? = nil,
        modified: Date? = nil, summary: String? = nil, tags: [String] = []
    ) {
        self.externalID = externalID
        self.url = url
        self.title = title
        self.author = author
        self.published = published
        self.modified = modified
        self.summary = summary
        self.tags = tags
    }
}
