import Routes

/// A token that was made just now, shown once.
package struct NewTokenPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let name: String
    let token: String

    /// - Parameter token: the secret. It is on this page alone, which nobody keeps.
    package init(frame: PageFrame, name: String, token: String) {
        layout = Layout(frame, title: frame.text[.newTokenTitle], area: .company)
        tabs = TabLink.all(current: .tokens, frame.text)
        self.name = name
        self.token = token
    }

    package static let template = "tokens/new"

    package static func program(in library: TemplateLibrary) -> Program<NewTokenPage> { library.newToken }

    package static let shape = Shape<NewTokenPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("name", \.name),
        .text("token", \.token),
        .link("back") { _ in TokenRoute.index().link },
    ])
}
