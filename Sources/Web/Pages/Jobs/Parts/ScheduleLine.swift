package import Routes

/// A schedule.
package struct ScheduleLine: PageValue {
    let name: String
    let company: String?
    let kind: String
    let kindLink: Link
    let cron: String
    let zone: String
    let next: String
    let missed: String
    let isPaused: Bool
    let form: PauseForm

    /// - Parameters:
    ///   - company: its slug, where several are shown.
    ///   - next: nil for never.
    ///   - missed: none, last or all.
    package init(
        area: ConsoleArea, id: String, companyID: String, name: String, company: String?, kind: String, cron: String,
        zone: String, next: MomentStamp?, missed: String, isPaused: Bool, frame: PageFrame
    ) {
        let text = frame.text
        self.name = name
        self.company = company
        self.kind = kind
        kindLink = JobRoute.index(area, JobsQuery(kind: kind, company: company)).link
        self.cron = cron
        self.zone = zone
        self.next =
            isPaused
            ? text[.jobsPaused] : next.map { text.moment($0, in: frame.zone) } ?? text[.schedulesNever]
        self.missed =
            switch missed {
            case "none": text[.schedulesMissedNone]
            case "last": text[.schedulesMissedLast]
            case "all": text[.schedulesMissedAll]
            default: missed
            }
        self.isPaused = isPaused
        form = PauseForm(
            action: JobRoute.schedules(area).link, fields: [("schedule", id), ("company", companyID)],
            isPaused: isPaused, frame: frame)
    }

    package static let shape = Shape<ScheduleLine>([
        .text("name", \.name),
        .text("company", optional: \.company),
        .text("kind", \.kind),
        .link("kindLink", \.kindLink),
        .text("cron", \.cron),
        .text("zone", \.zone),
        .text("next", \.next),
        .text("missed", \.missed),
        .flag("isPaused", \.isPaused),
        .part("form", \.form),
    ])
}
