package import Routes

/// Where a reviewer takes the next pair.
package struct ReviewStartPage: Page {
    let layout: Layout
    let csrf: String
    let note: String?

    /// - Parameter open: pairs that wait.
    package init(frame: PageFrame, open: Int, note: ReviewQuery.Note?) {
        layout = Layout(
            frame, title: frame.text.count(open, one: .reviewQueueTitleOne, other: .reviewQueueTitleOther),
            area: .review)
        csrf = frame.csrf
        self.note = note.map { frame.text[$0.text] }
    }

    package static let template = "review/start"

    package static func program(in library: TemplateLibrary) -> Program<ReviewStartPage> { library.reviewStart }

    package static let shape = Shape<ReviewStartPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .link("action") { _ in ReviewRoute.next().link },
        .link("undo") { _ in ReviewRoute.undo.link },
        .link("queue") { _ in ReviewRoute.queue().link },
        .link("rules") { _ in ReviewRoute.rules().link },
    ])
}
