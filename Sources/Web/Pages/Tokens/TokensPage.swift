import Routes

/// A company's tokens and the form for one more; for its admins.
package struct TokensPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let problem: String?
    let lines: [TokenLine]
    let name: String
    let scopes: [ScopeChoice]
    let days: String

    /// - Parameters:
    ///   - alive: how many of the tokens work.
    ///   - isRevoked: whether one was revoked just now.
    ///   - name: what was typed before, so that it need not be typed again.
    ///   - days: likewise.
    package init(
        frame: PageFrame, lines: [TokenLine], alive: Int, isRevoked: Bool = false, problem: TokenFormProblem? = nil,
        name: String = "", scopes: [ScopeChoice], days: String
    ) {
        let text = frame.text
        layout = Layout(
            frame,
            title: alive == 0
                ? text[.tokensTitleNone] : text.count(alive, one: .tokensTitleOne, other: .tokensTitleOther),
            area: .company)
        tabs = TabLink.all(current: .tokens, frame.text)
        csrf = frame.csrf
        note = isRevoked ? text[.tokensDidRevoke] : nil
        self.problem = problem?.sentence(text)
        self.lines = lines
        self.name = name
        self.scopes = scopes
        self.days = days
    }

    package static let template = "tokens/index"

    package static func program(in library: TemplateLibrary) -> Program<TokensPage> { library.tokens }

    package static let shape = Shape<TokensPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .text("name", \.name),
        .list("scopes", \.scopes),
        .text("days", \.days),
        .link("action") { _ in TokenRoute.index().link },
    ])
}
