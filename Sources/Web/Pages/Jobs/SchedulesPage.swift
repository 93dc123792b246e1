package import Routes

/// What comes again and again.
package struct SchedulesPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let note: String?
    let lines: [ScheduleLine]
    let isFailed: Bool

    package init(frame: PageFrame, area: ConsoleArea, note: JobOutcomeNote?, lines: JobsPanel<[ScheduleLine]>) {
        let text = frame.text
        layout = Layout(frame, title: Self.title(lines, text), area: area == .company ? .jobs : .staff)
        self.area = area
        self.note = note.map { text.sentence(of: $0) }
        self.lines = lines.content ?? []
        isFailed = lines.isFailed
    }

    private static func title(_ lines: JobsPanel<[ScheduleLine]>, _ text: InterfaceText) -> String {
        guard let lines = lines.content else { return text[.schedulesTitleUnknown] }
        guard !lines.isEmpty else { return text[.schedulesTitleNone] }
        let paused = lines.count { $0.isPaused }
        return text.fill(
            lines.count == 1 ? .schedulesTitleOne : .schedulesTitleOther,
            [
                "count": NumberText.whole(lines.count),
                "paused": paused == 0
                    ? text[.schedulesPausedNone]
                    : text.fill(.schedulesPausedSome, ["count": NumberText.whole(paused)]),
            ])
    }

    package static let template = "jobs/schedules"

    package static func program(in library: TemplateLibrary) -> Program<SchedulesPage> { library.schedules }

    package static let shape = Shape<SchedulesPage>([
        .part("layout", \.layout),
        .text("note", optional: \.note),
        .link("jobs") { JobRoute.index($0.area, JobsQuery()).link },
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .flag("isFailed", \.isFailed),
    ])
}
