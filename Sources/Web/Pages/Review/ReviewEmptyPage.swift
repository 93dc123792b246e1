package import Routes

/// Nothing waits for this reviewer.
package struct ReviewEmptyPage: Page {
    let layout: Layout
    let csrf: String
    let note: String?

    package init(frame: PageFrame, note: ReviewQuery.Note?) {
        layout = Layout(frame, title: frame.text[.reviewEmptyTitle], area: .review)
        csrf = frame.csrf
        self.note = note.map { frame.text[$0.text] }
    }

    package static let template = "review/empty"

    package static func program(in library: TemplateLibrary) -> Program<ReviewEmptyPage> { library.reviewEmpty }

    package static let shape = Shape<ReviewEmptyPage>([
        .part("layout", \.layout),
        .text("csrf", \.csrf),
        .text("note", optional: \.note),
        .link("undo") { _ in ReviewRoute.undo.link },
        .link("queue") { _ in ReviewRoute.queue().link },
    ])
}
