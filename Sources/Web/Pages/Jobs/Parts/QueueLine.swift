package import Routes

/// A queue at a glance.
package struct QueueLine: PageValue {
    let name: String
    let link: Link
    let ready: String
    let oldest: String
    let running: String
    let waiting: String
    let state: String
    let isPaused: Bool
    let form: PauseForm?

    /// - Parameters:
    ///   - mostReady: ready jobs are counted up to this number.
    ///   - areAllWaitingCounted: whether `waiting` is exact.
    ///   - isPaused: by whoever looks (the company, or the house for operators).
    ///   - isPausedByHouse: for every company; a company's admin cannot let it go on.
    package init(
        area: ConsoleArea, name: String, ready: Int, mostReady: Int, oldest: MomentStamp?, running: Int, waiting: Int,
        areAllWaitingCounted: Bool, isPaused: Bool, isPausedByHouse: Bool, frame: PageFrame
    ) {
        let text = frame.text
        self.name = name
        link = JobRoute.index(area, JobsQuery(queue: name)).link
        self.ready = text.capped(ready, most: mostReady)
        self.oldest = oldest.map { text.age(of: $0, at: frame.now) } ?? NumberText.nothing
        self.running = NumberText.whole(running)
        self.waiting =
            areAllWaitingCounted
            ? NumberText.whole(waiting) : text.fill(.jobsAtLeast, ["count": NumberText.whole(waiting)])
        self.isPaused = isPaused || isPausedByHouse
        let isTheirs = isPausedByHouse && area == .company
        state = text[isTheirs ? .jobsPausedByHouse : isPaused || isPausedByHouse ? .jobsPaused : .jobsOpen]
        form = PauseForm(
            action: JobRoute.pauses(area).link, fields: [("queue", name)],
            isPaused: area == .company ? isPaused : isPausedByHouse, frame: frame)
    }

    package static let shape = Shape<QueueLine>([
        .text("name", \.name),
        .link("link", \.link),
        .text("ready", \.ready),
        .text("oldest", \.oldest),
        .text("running", \.running),
        .text("waiting", \.waiting),
        .text("state", \.state),
        .flag("isPaused", \.isPaused),
        .part("form", optional: \.form),
    ])
}
