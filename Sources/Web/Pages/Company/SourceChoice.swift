import Routes

/// A source that can be connected.
package struct SourceChoice: PageValue {
    let title: String
    let what: String
    let link: Link

    package init(code: String, title: String, what: String) {
        self.title = title
        self.what = what
        link = CompanyRoute.newConnection(source: code).link
    }

    package static let shape = Shape<SourceChoice>([
        .text("title", \.title),
        .text("what", \.what),
        .link("link", \.link),
    ])
}
