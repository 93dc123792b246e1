import Routes

/// One member: their role, and the end of their membership.
package struct MemberPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let id: String
    let email: String
    let roles: [FilterOption]
    let problem: String?

    /// - Parameters:
    ///   - roles: that the one who looks may give, with the present one selected; none when they may change nothing here.
    package init(
        frame: PageFrame, id: String, name: String, email: String, role: String, roles: [FilterOption],
        problem: MembersProblem? = nil
    ) {
        let text = frame.text
        layout = Layout(frame, title: text.fill(.memberTitle, ["name": name, "role": role]), area: .company)
        tabs = TabLink.all(current: .members, text)
        csrf = frame.csrf
        self.id = id
        self.email = email
        self.roles = roles
        self.problem = problem?.sentence(text)
    }

    package static let template = "members/show"

    package static func program(in library: TemplateLibrary) -> Program<MemberPage> { library.member }

    package static let shape = Shape<MemberPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("id", \.id),
        .text("email", \.email),
        .list("roles", \.roles),
        .flag("canChange") { !$0.roles.isEmpty },
        .text("problem", optional: \.problem),
        .link("change") { _ in MembersRoute.role.link },
        .link("remove") { _ in MembersRoute.remove.link },
    ])
}
