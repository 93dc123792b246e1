import Routes

/// What a company demands of its members; for its owners.
package struct SecurityPage: Page {
    let layout: Layout
    let csrf: String
    let note: String?
    let isRequired: Bool
    let counts: String

    /// - Parameters:
    ///   - isRequired: whether members need a second factor.
    ///   - isSaved: whether that was changed just now.
    ///   - members: how many there are.
    ///   - secured: how many of them have a second factor.
    package init(frame: PageFrame, isRequired: Bool, isSaved: Bool, members: Int, secured: Int) {
        let text = frame.text
        layout = Layout(frame, title: text[isRequired ? .securityTitleOn : .securityTitleOff], area: nil)
        csrf = frame.csrf
        note = isSaved ? text[.securitySaved] : nil
        self.isRequired = isRequired
        counts = text.fill(
            .securityCounts, ["secured": NumberText.whole(secured), "members": NumberText.whole(members)])
    }

    package static let template = "security/company"

    package static func program(in library: TemplateLibrary) -> Program<SecurityPage> { library.security }

    package static let shape = Shape<SecurityPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .flag("isRequired", \.isRequired),
        .text("counts", \.counts),
        .link("action") { _ in SecurityRoute.index().link },
    ])
}
