package import Routes

/// The company's connections with sources.
package struct ConnectionsPage: Page {
    let layout: Layout
    let tabs: [TabLink]
    let note: String?
    let lines: [ConnectionLine]
    let sources: [SourceChoice]

    package init(frame: PageFrame, note: CompanyNote?, lines: [ConnectionLine], sources: [SourceChoice]) {
        let text = frame.text
        let flagged = lines.count { $0.isFlagged }
        let title =
            lines.isEmpty
            ? text[.connectionsTitleNone]
            : flagged > 0
                ? text.count(flagged, one: .connectionsTitleFlaggedOne, other: .connectionsTitleFlaggedOther)
                : text.count(lines.count, one: .connectionsTitleOne, other: .connectionsTitleOther)
        layout = Layout(frame, title: title, area: .company)
        tabs = TabLink.all(current: .connections, text)
        self.note = note.map { text.sentence(of: $0) }
        self.lines = lines
        self.sources = sources
    }

    package static let template = "company/connections"

    package static func program(in library: TemplateLibrary) -> Program<ConnectionsPage> { library.connections }

    package static let shape = Shape<ConnectionsPage>([
        .part("layout", \.layout),
        .list("tabs", \.tabs),
        .text("note", optional: \.note),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .list("sources", \.sources),
    ])
}
