import Routes

/// The mails of the outbox.
package struct OutboxPage: Page {
    let layout: Layout
    let mails: [OutboxLine]

    package init(frame: PageFrame, mails: [OutboxLine]) {
        layout = Layout(
            frame,
            title: mails.isEmpty
                ? frame.text[.outboxTitleNone]
                : frame.text.count(mails.count, one: .outboxTitleOne, other: .outboxTitleOther),
            area: .staff)
        self.mails = mails
    }

    package static let template = "outbox/index"

    package static func program(in library: TemplateLibrary) -> Program<OutboxPage> { library.outbox }

    package static let shape = Shape<OutboxPage>([
        .part("layout", \.layout),
        .list("mails", \.mails),
        .link("allJobs") { _ in JobRoute.index(.platform, JobsQuery()).link },
        .link("companiesPage") { _ in StaffRoute.companies.link },
        .flag("hasMails") { !$0.mails.isEmpty },
    ])
}
