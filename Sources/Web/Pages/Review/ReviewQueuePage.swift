package import Routes

/// How the queue and its reviewers do.
package struct ReviewQueuePage: Page {
    /// What is counted.
    package struct Figures: Sendable {
        package let open: Int
        package let leased: Int
        package let second: Int
        package let disputed: Int
        package let oldest: MomentStamp?
        package let waiting: Int
        package let answeredToday: Int
        package let answeredThisWeek: Int
        package let addedThisWeek: Int
        package let gold: Int

        package init(
            open: Int, leased: Int, second: Int, disputed: Int, oldest: MomentStamp?, waiting: Int, answeredToday: Int,
            answeredThisWeek: Int, addedThisWeek: Int, gold: Int
        ) {
            self.open = open
            self.leased = leased
            self.second = second
            self.disputed = disputed
            self.oldest = oldest
            self.waiting = waiting
            self.answeredToday = answeredToday
            self.answeredThisWeek = answeredThisWeek
            self.addedThisWeek = addedThisWeek
            self.gold = gold
        }
    }

    let layout: Layout
    let note: String?
    let facts: [Fact]
    let readers: [ReviewerLine]
    let audits: [ReviewAuditLine]
    let days: [ReviewDayLine]

    package init(
        frame: PageFrame, figures: Figures, readers: [ReviewerLine], audits: [ReviewAuditLine], days: [ReviewDayLine],
        note: ReviewQuery.Note? = nil
    ) {
        let text = frame.text
        layout = Layout(
            frame, title: text.count(figures.open, one: .reviewQueueTitleOne, other: .reviewQueueTitleOther),
            area: .review)
        self.note = note.map { text[$0.text] }
        func whole(_ key: TextKey, _ number: Int) -> Fact { Fact(label: text[key], value: NumberText.whole(number)) }
        facts = [
            Fact(
                label: text[.reviewOldest],
                value: figures.oldest.map { text.age(of: $0, at: frame.now) } ?? text[.reviewNobodyWaits]),
            whole(.reviewLeased, figures.leased), whole(.reviewSecond, figures.second),
            whole(.reviewDisputes, figures.disputed), whole(.reviewWaiting, figures.waiting),
            whole(.reviewToday, figures.answeredToday), whole(.reviewWeek, figures.answeredThisWeek),
            whole(.reviewAdded, figures.addedThisWeek), whole(.reviewGold, figures.gold),
        ]
        self.readers = readers
        self.audits = audits
        self.days = days
    }

    package static let template = "review/queue"

    package static func program(in library: TemplateLibrary) -> Program<ReviewQueuePage> { library.reviewQueue }

    package static let shape = Shape<ReviewQueuePage>([
        .part("layout", \.layout),
        .text("note", optional: \.note),
        .list("facts", \.facts),
        .list("readers", \.readers),
        .flag("hasReaders") { !$0.readers.isEmpty },
        .list("audits", \.audits),
        .flag("hasAudits") { !$0.audits.isEmpty },
        .list("days", \.days),
        .link("next") { _ in ReviewRoute.next().link },
        .link("rules") { _ in ReviewRoute.rules().link },
    ])
}
