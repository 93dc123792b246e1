package import Routes

/// One job: where it stands, what can be done with it, what happened to it, what it was told.
package struct JobPage: Page {
    /// How far a job is.
    package struct Progress: Sendable {
        let done: Int
        let total: Int?
        let note: String?

        package init(done: Int, total: Int?, note: String?) {
            self.done = done
            self.total = total
            self.note = note
        }
    }

    let layout: Layout
    let area: ConsoleArea
    let note: String?
    let status: String
    let mark: String
    let since: String
    let deeds: [DeedForm]
    let facts: [Fact]
    let progress: String?
    let progressBar: SafeMarkup?
    let progressNote: String?
    let events: [JobEventLine]
    let areEventsFailed: Bool
    let arguments: String?

    /// - Parameters:
    ///   - events: in the order they happened.
    ///   - arguments: without what may not be seen; nil when they cannot be shown at all.
    package init(
        frame: PageFrame, area: ConsoleArea, job: ShownJob, note: JobOutcomeNote?, progress: JobsPanel<Progress?>,
        events: JobsPanel<[JobEventLine]>, arguments: String?
    ) {
        let text = frame.text
        layout = Layout(frame, title: Self.title(job, text), area: area == .company ? .jobs : .staff)
        self.area = area
        self.note = note.map { text.sentence(of: $0) }
        status = job.isStopping ? text[.jobStopping] : text.word(for: job.status)
        mark = job.status?.rawValue ?? "moving"
        let due = job.since.map { text.fill(.jobDue, ["moment": text.moment($0, in: frame.zone)]) }
        since =
            job.status == .waiting
            ? due ?? text[.jobDueNever] : job.since.map { text.age(of: $0, at: frame.now) } ?? ""
        deeds = DeedForm.all(area: area, job: job.id, status: job.status, isStopping: job.isStopping, frame: frame)
        facts = Self.facts(job, frame)
        let shown = progress.content ?? nil
        self.progress = shown.map { progress in
            progress.total.map {
                text.fill(
                    .jobProgressOf, ["done": NumberText.whole(progress.done), "total": NumberText.whole($0)])
            } ?? text.fill(.jobProgressDone, ["done": NumberText.whole(progress.done)])
        }
        progressBar = shown.flatMap { progress in
            progress.total.map { ShareBar.markup(Double(progress.done) / Double(max($0, 1)) * 100, width: 240) }
        }
        progressNote = shown?.note
        self.events = events.content ?? []
        areEventsFailed = events.isFailed
        self.arguments = arguments
    }

    private static func title(_ job: ShownJob, _ text: InterfaceText) -> String {
        switch job.status {
        case .ready: text.fill(.jobTitleReady, ["kind": job.kind])
        case .waiting:
            text.fill(
                .jobTitleWaiting, ["kind": job.kind, "reason": text.waitReason(job.reason) ?? ""])
        case .running:
            text.fill(
                .jobTitleRunning,
                [
                    "kind": job.kind, "attempt": NumberText.whole(job.attempts),
                    "most": NumberText.whole(job.mostAttempts),
                ])
        case .completed: text.fill(.jobTitleCompleted, ["kind": job.kind])
        case .cancelled: text.fill(.jobTitleCancelled, ["kind": job.kind])
        case .dead:
            text.fill(
                job.attempts == 1 ? .jobTitleDeadOne : .jobTitleDeadOther,
                ["kind": job.kind, "count": NumberText.whole(job.attempts)])
        case nil: text.fill(.jobTitleMoving, ["kind": job.kind])
        }
    }

    private static func facts(_ job: ShownJob, _ frame: PageFrame) -> [Fact] {
        let text = frame.text
        let values: [(TextKey, String?)] = [
            (.jobFactID, job.id), (.jobFactCompany, job.company), (.jobFactQueue, job.queue),
            (
                .jobFactAttempts,
                text.fill(
                    .jobAttempts,
                    ["attempts": NumberText.whole(job.attempts), "most": NumberText.whole(job.mostAttempts)])
            ),
            (.jobFactMade, text.moment(job.made, in: frame.zone)),
            (
                job.status == .waiting ? .jobFactDue : .jobFactSince,
                job.since.map { text.moment($0, in: frame.zone) }
            ),
            (.jobFactUnique, job.uniqueKey),
            (.jobFactPriority, text.fill(.jobFactSeconds, ["count": NumberText.whole(job.delaySeconds)])),
        ]
        return values.compactMap { key, value in value.map { Fact(label: text[key], value: $0) } }
    }

    package static let template = "jobs/show"

    package static func program(in library: TemplateLibrary) -> Program<JobPage> { library.job }

    package static let shape = Shape<JobPage>([
        .part("layout", \.layout),
        .text("note", optional: \.note),
        .link("jobs") { JobRoute.index($0.area, JobsQuery()).link },
        .text("status", \.status),
        .text("mark", \.mark),
        .text("since", \.since),
        .list("deeds", \.deeds),
        .list("facts", \.facts),
        .text("progress", optional: \.progress),
        .markup("progressBar", optional: \.progressBar),
        .text("progressNote", optional: \.progressNote),
        .list("events", \.events),
        .flag("hasEvents") { !$0.events.isEmpty },
        .flag("areEventsFailed", \.areEventsFailed),
        .text("arguments", optional: \.arguments),
    ])
}
