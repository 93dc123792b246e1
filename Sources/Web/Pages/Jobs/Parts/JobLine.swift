package import Routes

/// A job as a line of the list.
package struct JobLine: PageValue {
    let link: Link
    let kind: String
    let shortID: String
    let company: String?
    let status: String
    let mark: String
    let since: String
    let attempts: String
    let queue: String
    let made: String

    /// - Parameters:
    ///   - company: its slug, where jobs of several are shown.
    ///   - since: since when it stands there; when it is due, for a waiting one; nil for never or not known.
    ///   - reason: the word for why it waits.
    package init(
        area: ConsoleArea, id: String, kind: String, company: String?, status: JobStatus?, since: MomentStamp?,
        reason: String?, isStopping: Bool, attempts: Int, mostAttempts: Int, queue: String, made: MomentStamp,
        frame: PageFrame
    ) {
        let text = frame.text
        link = JobRoute.job(area, id).link
        self.kind = kind
        shortID = String(id.prefix(8))
        self.company = company
        let extra = status == .waiting ? text.waitReason(reason) : isStopping ? text[.jobStopping] : nil
        self.status = [text.word(for: status), extra].compactMap(\.self).joined(separator: " ")
        mark = status?.rawValue ?? "moving"
        if status == .waiting {
            self.since =
                since.map { text.fill(.jobDue, ["moment": text.moment($0, in: frame.zone)]) } ?? text[.jobDueNever]
        } else {
            self.since = since.map { text.age(of: $0, at: frame.now) } ?? NumberText.nothing
        }
        self.attempts = text.fill(
            .jobAttempts, ["attempts": NumberText.whole(attempts), "most": NumberText.whole(mostAttempts)])
        self.queue = queue
        self.made = text.age(of: made, at: frame.now)
    }

    package static let shape = Shape<JobLine>([
        .link("link", \.link),
        .text("kind", \.kind),
        .text("shortID", \.shortID),
        .text("company", optional: \.company),
        .text("status", \.status),
        .text("mark", \.mark),
        .text("since", \.since),
        .text("attempts", \.attempts),
        .text("queue", \.queue),
        .text("made", \.made),
    ])
}
