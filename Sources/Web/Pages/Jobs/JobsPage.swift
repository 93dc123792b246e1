package import Routes

/// What is going on with jobs: counts, the list, queues, the last hour, workers, and what people did.
package struct JobsPage: Page {
    /// One page of the list.
    package struct List: Sendable {
        let lines: [JobLine]
        let next: String?
        let isCut: Bool

        /// - Parameters:
        ///   - next: the cursor of the next page; nil on the last.
        ///   - isCut: whether the page ends because enough jobs were looked at, not because it is full.
        package init(lines: [JobLine], next: String?, isCut: Bool) {
            self.lines = lines
            self.next = next
            self.isCut = isCut
        }
    }

    /// Where the list is on the page: below what is going on, so whoever chooses something goes there.
    static let list = "list"

    let layout: Layout
    let area: ConsoleArea
    let note: String?
    let ignored: String?
    let tiles: [JobTile]
    let areTilesFailed: Bool
    let filter: JobFilterForm
    let lines: [JobLine]
    let isListFailed: Bool
    let hasNoJobs: Bool
    let hasNoResult: Bool
    let first: Link?
    let next: Link?
    let isCut: Bool
    let deeds: [DeedLink]
    let queues: [QueueLine]
    let areQueuesFailed: Bool
    let pausedKinds: [PausedKind]
    let kindForm: KindPauseForm?
    let chart: MinuteChart?
    let isChartFailed: Bool
    let workers: [WorkerLine]
    let areWorkersFailed: Bool
    let acts: [ActLine]
    let areActsFailed: Bool

    /// - Parameters:
    ///   - counts: per status, up to `most` each.
    ///   - workers: nil for a company's admins.
    ///   - companies: slugs to choose from, for operators.
    package init(
        frame: PageFrame, area: ConsoleArea, query: JobsQuery, note: JobOutcomeNote?, ignored: [IgnoredParameter],
        counts: JobsPanel<[JobStatus: Int]>, most: Int, list: JobsPanel<List>, queues: JobsPanel<[QueueLine]>,
        pausedKinds: [PausedKind], minutes: JobsPanel<[MinuteTally]>, workers: JobsPanel<[WorkerLine]>?,
        acts: JobsPanel<[ActLine]>, kinds: [String], companies: [String]
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: Self.title(counts, most: most, text), area: area == .company ? .jobs : .staff)
        self.area = area
        self.note = note.map { text.sentence(of: $0) }
        self.ignored =
            ignored.isEmpty
            ? nil
            : text.fill(
                .trendsIgnored,
                ["names": ignored.prefix(5).map { String($0.name.prefix(40)) }.joined(separator: ", ")])
        tiles = JobStatus.allCases.compactMap { status in
            counts.content.map { counts in
                JobTile(
                    link: JobRoute.index(area, JobsQuery(status: status, company: query.company)).link
                        .at(Self.list),
                    label: text.word(for: status).sentenceCased, value: Self.short(counts[status] ?? 0, most: most),
                    isShown: query.status == status)
            }
        }
        areTilesFailed = counts.isFailed
        let queueLines = queues.content ?? []
        filter = JobFilterForm(
            area: area, query, kinds: kinds, queues: queueLines.map(\.name), companies: companies, text: text)
        lines = list.content?.lines ?? []
        isListFailed = list.isFailed
        let isEmpty = !list.isFailed && lines.isEmpty && list.content?.isCut != true
        hasNoJobs = isEmpty && !query.isFiltered && query.cursor == nil
        hasNoResult = isEmpty && !hasNoJobs
        first = query.cursor == nil ? nil : JobRoute.index(area, query.at(cursor: nil)).link.at(Self.list)
        next = list.content?.next.map { JobRoute.index(area, query.at(cursor: $0)).link.at(Self.list) }
        isCut = list.content?.isCut ?? false
        deeds = lines.isEmpty ? [] : DeedLink.all(area: area, query, text: text)
        self.queues = queueLines
        areQueuesFailed = queues.isFailed
        self.pausedKinds = pausedKinds
        kindForm = kinds.isEmpty ? nil : KindPauseForm(area: area, kinds: kinds, frame: frame)
        chart = minutes.content.flatMap { MinuteChart($0, frame: frame) }
        isChartFailed = minutes.isFailed
        self.workers = workers?.content ?? []
        areWorkersFailed = workers?.isFailed ?? false
        self.acts = acts.content ?? []
        areActsFailed = acts.isFailed
    }

    /// "4 000+" where no more were counted, as a tile is narrow.
    private static func short(_ count: Int, most: Int) -> String {
        count > most ? NumberText.whole(most) + "+" : NumberText.whole(count)
    }

    private static func title(_ counts: JobsPanel<[JobStatus: Int]>, most: Int, _ text: InterfaceText) -> String {
        guard let counts = counts.content else { return text[.jobsTitleUnknown] }
        guard counts.values.contains(where: { $0 > 0 }) else { return text[.jobsTitleNone] }
        let dead = counts[.dead] ?? 0
        let running = counts[.running] ?? 0
        return text.fill(
            .jobsTitle,
            [
                "dead": dead == 0
                    ? text[.jobsDeadNone] : text.capped(dead, most: most, one: .jobsDeadOne, other: .jobsDeadOther),
                "running": running == 0
                    ? text[.jobsRunningNone]
                    : text.capped(running, most: most, one: .jobsRunningOne, other: .jobsRunningOther),
            ]
        ).sentenceCased
    }

    package static let template = "jobs/index"

    package static func program(in library: TemplateLibrary) -> Program<JobsPage> { library.jobs }

    package static let shape = Shape<JobsPage>([
        .part("layout", \.layout),
        .text("note", optional: \.note),
        .text("ignored", optional: \.ignored),
        .list("tiles", \.tiles),
        .flag("areTilesFailed", \.areTilesFailed),
        .part("filter", \.filter),
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .flag("isListFailed", \.isListFailed),
        .flag("hasNoJobs", \.hasNoJobs),
        .flag("hasNoResult", \.hasNoResult),
        .link("first", optional: \.first),
        .link("next", optional: \.next),
        .flag("isCut", \.isCut),
        .list("deeds", \.deeds),
        .flag("hasDeeds") { !$0.deeds.isEmpty },
        .list("queues", \.queues),
        .flag("hasQueues") { !$0.queues.isEmpty },
        .flag("areQueuesFailed", \.areQueuesFailed),
        .list("pausedKinds", \.pausedKinds),
        .flag("hasPausedKinds") { !$0.pausedKinds.isEmpty },
        .part("kindForm", optional: \.kindForm),
        .part("chart", optional: \.chart),
        .flag("isChartFailed", \.isChartFailed),
        .flag("isPlatform") { $0.area == .platform },
        .list("workers", \.workers),
        .flag("hasWorkers") { !$0.workers.isEmpty },
        .flag("areWorkersFailed", \.areWorkersFailed),
        .list("acts", \.acts),
        .flag("areActsFailed", \.areActsFailed),
        .link("schedules") { JobRoute.schedules($0.area).link },
        .link("new") { JobRoute.new($0.area).link },
        .link(
            "alertsPage", optional: { $0.area == .platform ? AlertRoute.index(.platform, AlertsQuery()).link : nil }),
        .link("companiesPage", optional: { $0.area == .platform ? StaffRoute.companies.link : nil }),
    ])
}

extension String {
    /// With a capital letter at the start: a count in front of a sentence may be a word.
    fileprivate var sentenceCased: String { prefix(1).uppercased() + dropFirst() }
}
