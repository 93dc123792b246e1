package import Companies
package import Foundation

/// An article or a post, as it is read for mentions.
package struct Statement: Sendable {
    package enum Kind: String, Sendable, CaseIterable {
        case article, post
    }

    /// Which one it is.
    package struct ID: Hashable, Sendable {
        package let kind: Kind
        package let owner: CompanyID
        package let id: UUID

        package init(kind: Kind, owner: CompanyID, id: UUID) {
            self.kind = kind
            self.owner = owner
            self.id = id
        }
    }

    package let id: ID
    package let title: String?
    package let body: String?
    package let tags: [String]

    package init(id: ID, title: String?, body: String? = nil, tags: [String] = []) {
        self.id = id
        self.title = title
        self.body = body
        self.tags = tags
    }
}
