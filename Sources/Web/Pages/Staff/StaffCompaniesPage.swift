import Routes

/// The companies there are, for operators.
package struct StaffCompaniesPage: Page {
    let layout: Layout
    let lines: [StaffCompanyLine]
    let outbox: Link?

    /// - Parameter hasOutbox: whether mails are written into a folder instead of being sent.
    package init(frame: PageFrame, lines: [StaffCompanyLine], hasOutbox: Bool) {
        let text = frame.text
        layout = Layout(
            frame, title: text.count(lines.count, one: .staffCompaniesTitleOne, other: .staffCompaniesTitleOther),
            area: .staff)
        self.lines = lines
        outbox = hasOutbox ? OutboxRoute.index.link : nil
    }

    package static let template = "staff/companies"

    package static func program(in library: TemplateLibrary) -> Program<StaffCompaniesPage> { library.staffCompanies }

    package static let shape = Shape<StaffCompaniesPage>([
        .part("layout", \.layout),
        .list("lines", \.lines),
        .link("outbox", optional: \.outbox),
        .link("allAlerts") { _ in AlertRoute.index(.platform, AlertsQuery()).link },
        .link("allSources") { _ in SourceRoute.index(.platform).link },
        .link("allJobs") { _ in JobRoute.index(.platform, JobsQuery()).link },
    ])
}
