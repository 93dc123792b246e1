import Routes

/// What a company demands of its members; for its admins to see and its owners to say.
package struct SecurityPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let isRequired: Bool
    let isOwner: Bool
    let counts: String

    /// - Parameters:
    ///   - isRequired: whether members need a second factor.
    ///   - isOwner: whether the person may change it.
    ///   - isSaved: whether that was changed just now.
    ///   - members: how many there are.
    ///   - secured: how many of them have a second factor.
    package init(
        frame: PageFrame, isRequired: Bool, isOwner: Bool, isSaved: Bool, members: Int, secured: Int
    ) {
        let text = frame.text
        layout = Layout(frame, title: text[isRequired ? .securityTitleOn : .securityTitleOff], area: .company)
        tabs = TabLink.all(current: .security, text)
        csrf = frame.csrf
        note = isSaved ? text[.securitySaved] : nil
        self.isRequired = isRequired
        self.isOwner = isOwner
        counts = text.fill(
            .securityCounts, ["secured": NumberText.whole(secured), "members": NumberText.whole(members)])
    }

    package static let template = "security/company"

    package static func program(in library: TemplateLibrary) -> Program<SecurityPage> { library.security }

    package static let shape = Shape<SecurityPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .flag("isRequired", \.isRequired),
        .flag("isOwner", \.isOwner),
        .text("counts", \.counts),
        .link("action") { _ in SecurityRoute.index().link },
    ])
}
