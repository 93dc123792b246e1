package import Routes

/// What an action on all jobs of a list is about, before it happens and while it goes on.
package struct ConfirmJobsPage: Page {
    /// Jobs an action can be done with.
    package struct Count: Sendable {
        package var jobs: Int
        /// There may be more: no more were looked at.
        package var isLeast: Bool

        package init(jobs: Int, isLeast: Bool) {
            self.jobs = jobs
            self.isLeast = isLeast
        }
    }

    let layout: Layout
    let area: ConsoleArea
    let query: JobsQuery
    let csrf: String
    let deed: JobDeed
    let which: String
    let what: String
    let button: String?
    let hidden: [HiddenField]
    let isGoingOn: Bool

    /// - Parameters:
    ///   - count: jobs it can be done with, up to `most`.
    ///   - progress: when it was begun and is not finished.
    package init(
        frame: PageFrame, area: ConsoleArea, deed: JobDeed, query: JobsQuery, count: JobsPanel<Count>, most: Int,
        progress: JobContinuation? = nil
    ) {
        let text = frame.text
        self.area = area
        self.query = query
        self.deed = deed
        csrf = frame.csrf
        let title: String
        if let progress {
            title = text.fill(
                .jobsContinueTitle, ["count": text.count(progress.done, one: .jobsOne, other: .jobsOther)])
        } else if let count = count.content {
            let counted = text.capped(count.jobs, most: most, one: .jobsOne, other: .jobsOther)
            let jobs =
                count.isLeast && count.jobs <= most ? text.fill(.jobsAtLeast, ["count": counted]) : counted
            let question: TextKey =
                switch deed {
                case .replay: .jobsConfirmReplay
                case .discard: .jobsConfirmDiscard
                default: .jobsConfirmCancel
                }
            title =
                count.jobs == 0 && !count.isLeast
                ? text[.jobsConfirmNone] : text.fill(question, ["count": jobs])
        } else {
            title = text[.jobsConfirmUnknown]
        }
        layout = Layout(frame, title: title, area: area == .company ? .jobs : .staff)
        which = text.words(of: query)
        isGoingOn = progress != nil
        let isPossible = progress != nil || count.isFailed || (count.content.map { $0.jobs > 0 || $0.isLeast } ?? false)
        switch deed {
        case .replay:
            what = text[.jobsConfirmWhatReplay]
            button = isPossible ? text[progress == nil ? .jobsConfirmDoReplay : .jobsConfirmContinue] : nil
        case .discard:
            what = text[.jobsConfirmWhatDiscard]
            button = isPossible ? text[progress == nil ? .jobsConfirmDoDiscard : .jobsConfirmContinue] : nil
        default:
            what = text[.jobsConfirmWhatCancel]
            button = isPossible ? text[progress == nil ? .jobsConfirmDoCancel : .jobsConfirmContinue] : nil
        }
        let filter = query.at(cursor: nil).items.map { HiddenField(name: $0.name.rawValue, value: $0.value) }
        let place = progress?.items.map { HiddenField(name: $0.name.rawValue, value: $0.value) } ?? []
        hidden = filter + place + [HiddenField(name: JobRoute.deedItem, value: deed.rawValue)]
    }

    package static let template = "jobs/confirm"

    package static func program(in library: TemplateLibrary) -> Program<ConfirmJobsPage> { library.confirmJobs }

    package static let shape = Shape<ConfirmJobsPage>([
        .part("layout", \.layout),
        .link("action") { JobRoute.confirmation($0.area).link },
        .link("back") { JobRoute.index($0.area, $0.query).link },
        .link("jobs") { JobRoute.index($0.area, JobsQuery()).link },
        .text("csrf", \.csrf),
        .text("which", \.which),
        .text("what", \.what),
        .text("button", optional: \.button),
        .list("hidden", \.hidden),
        .flag("isGoingOn", \.isGoingOn),
    ])
}
