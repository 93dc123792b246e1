package import Routes

/// One connection: how it fares, what is stored, who confirmed its use and who used it.
package struct ConnectionPage: Page {
    /// What is known of it. No secret is.
    package struct Facts: Sendable {
        package let id: String
        package let name: String
        package let sourceTitle: String
        package let health: ShownHealth
        package let healthNote: String?
        package let checkedAt: MomentStamp?
        package let expiresAt: MomentStamp?
        /// The names of the stored fields.
        package let fields: [String]
        package let writtenAt: MomentStamp?
        package let createdAt: MomentStamp
        package let createdBy: String?
        /// Nil where no confirmation is needed.
        package let confirmedAt: MomentStamp?
        package let confirmedBy: String?
        package let revokedAt: MomentStamp?
        /// Whether the login can be tried: whether something reads this kind of source.
        package let isTestable: Bool

        /// - Parameters:
        ///   - createdBy, confirmedBy: members by name; nil for somebody who is none any more.
        package init(
            id: String, name: String, sourceTitle: String, health: ShownHealth, healthNote: String?,
            checkedAt: MomentStamp?, expiresAt: MomentStamp?, fields: [String], writtenAt: MomentStamp?,
            createdAt: MomentStamp, createdBy: String?, confirmedAt: MomentStamp?, confirmedBy: String?,
            revokedAt: MomentStamp?, isTestable: Bool
        ) {
            self.id = id
            self.name = name
            self.sourceTitle = sourceTitle
            self.health = health
            self.healthNote = healthNote
            self.checkedAt = checkedAt
            self.expiresAt = expiresAt
            self.fields = fields
            self.writtenAt = writtenAt
            self.createdAt = createdAt
            self.createdBy = createdBy
            self.confirmedAt = confirmedAt
            self.confirmedBy = confirmedBy
            self.revokedAt = revokedAt
            self.isTestable = isTestable
        }
    }

    let layout: Layout
    let tabs: [TabLink]
    let csrf: String
    let note: String?
    let problem: String?
    let facts: [Fact]
    let flag: String?
    let isTestable: Bool
    let isRevoked: Bool
    let fields: [LoginFieldInput]
    let terms: String
    let confirmation: String
    let version: String
    let uses: [UseLine]
    let id: String

    package init(
        frame: PageFrame, facts: Facts, fields: [LoginFieldInput], terms: String, version: Int, uses: [UseLine],
        note: CompanyNote? = nil, problem: ConnectionFormProblem? = nil
    ) {
        let text = frame.text
        layout = Layout(
            frame,
            title: text.fill(
                .connectionTitle, ["name": facts.name, "health": text.word(for: facts.health).lowercased()]),
            area: .company)
        tabs = TabLink.all(current: .connections, text)
        csrf = frame.csrf
        self.note = note.map { text.sentence(of: $0) }
        self.problem = problem?.sentence(text)
        self.facts = Self.lines(facts, frame)
        flag = facts.health.needsSomebody ? text[.connectionNeedsLogin] : nil
        isTestable = facts.isTestable && facts.revokedAt == nil && facts.writtenAt != nil
        isRevoked = facts.revokedAt != nil
        self.fields = fields
        self.terms = terms
        confirmation = text.fill(.connectionConfirm, ["company": frame.company, "source": facts.sourceTitle])
        self.version = String(version)
        self.uses = uses
        id = facts.id
    }

    private static func lines(_ facts: Facts, _ frame: PageFrame) -> [Fact] {
        let text = frame.text
        func moment(_ stamp: MomentStamp?) -> String? { stamp.map { text.moment($0, in: frame.zone) } }
        func person(_ name: String?) -> String { name ?? text[.auditFormer] }
        var lines = [
            Fact(label: text[.connectionsSource], value: facts.sourceTitle),
            Fact(
                label: text[.connectionsHealth],
                value: [text.word(for: facts.health), facts.healthNote].compactMap { $0 }.joined(separator: ". ")),
            Fact(label: text[.connectionsChecked], value: moment(facts.checkedAt) ?? text[.connectionNever]),
            Fact(label: text[.connectionsExpires], value: moment(facts.expiresAt) ?? text[.connectionUnknown]),
            Fact(
                label: text[.connectionStored],
                value: facts.fields.isEmpty
                    ? text[.connectionNothingStored]
                    : facts.fields.joined(separator: ", ") + (moment(facts.writtenAt).map { " (\($0))" } ?? "")),
        ]
        if let confirmed = moment(facts.confirmedAt) {
            lines.append(
                Fact(label: text[.connectionConfirmed], value: "\(person(facts.confirmedBy)), \(confirmed)"))
        }
        lines.append(
            Fact(
                label: text[.connectionMade],
                value: "\(person(facts.createdBy)), \(text.moment(facts.createdAt, in: frame.zone))"))
        if let revoked = moment(facts.revokedAt) {
            lines.append(Fact(label: text[.connectionRevokedAt], value: revoked))
        }
        return lines
    }

    package static let template = "company/connection"

    package static func program(in library: TemplateLibrary) -> Program<ConnectionPage> { library.connection }

    package static let shape = Shape<ConnectionPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .text("problem", optional: \.problem),
        .text("flag", optional: \.flag),
        .list("facts", \.facts),
        .flag("isTestable", \.isTestable),
        .flag("isRevoked", \.isRevoked),
        .list("fields", \.fields),
        .text("terms", \.terms),
        .text("confirmation", \.confirmation),
        .text("version", \.version),
        .list("uses", \.uses),
        .flag("hasUses") { !$0.uses.isEmpty },
        .link("back") { _ in CompanyRoute.connections().link },
        .link("test") { CompanyRoute.test($0.id).link },
        .link("replace") { CompanyRoute.credentials($0.id).link },
        .link("revoke") { CompanyRoute.revoke($0.id).link },
    ])
}
