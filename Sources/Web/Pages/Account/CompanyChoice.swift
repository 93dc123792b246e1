import Routes

/// A company that a person may be at work in, with the form that leads there.
package struct CompanyChoice: PageValue {
    let csrf: String
    let id: String
    let name: String
    let role: String
    let isCurrent: Bool

    /// - Parameters:
    ///   - csrf: the token for forms of this session.
    ///   - role: viewer, analyst, admin or owner, in the person's language.
    package init(csrf: String, id: String, name: String, role: String, isCurrent: Bool) {
        self.csrf = csrf
        self.id = id
        self.name = name
        self.role = role
        self.isCurrent = isCurrent
    }

    package static let shape = Shape<CompanyChoice>([
        .text("csrf", \.csrf),
        .link("action") { _ in AccountRoute.company.link },
        .text("id", \.id),
        .text("name", \.name),
        .text("role", \.role),
        .flag("isCurrent", \.isCurrent),
    ])
}
