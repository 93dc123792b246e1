/// A source as a run reads it: what it has, and how one gets in.
package struct Connector: Sendable {
    package enum Content: Sendable {
        case products(any ProductSource)
        case articles(any ArticleSource)
        case posts(any PostSource)
        case series(any SeriesSource)
    }

    package let profile: SourceProfile
    package let content: Content
    /// How somebody's login is used; nil where none is needed.
    package let login: (any SignInSource)?
    /// The part of the source this is about, such as a region; empty for all of it.
    package let scope: String

    package init(
        profile: SourceProfile, content: Content, login: (any SignInSource)? = nil, scope: String = ""
    ) {
        self.profile = profile
        self.content = content
        self.login = login
        self.scope = scope
    }
}
