package import Routes

/// A run in a list.
package struct RunListLine: PageValue {
    let began: String
    let connection: String
    let state: String
    let isFlagged: Bool
    let sentence: String?
    let items: String
    let new: String
    let changed: String
    let link: Link

    package init(_ run: RunFacts, area: ConsoleArea, frame: PageFrame) {
        let text = frame.text
        began = text.moment(run.startedAt, in: frame.zone)
        connection = run.connection
        state = run.state.word(text)
        isFlagged = run.state.isFlagged
        sentence = run.sentence
        items = NumberText.whole(run.items)
        new = NumberText.whole(run.new)
        changed = NumberText.whole(run.changed)
        link = SourceRoute.run(area, run.id).link
    }

    package static let shape = Shape<RunListLine>([
        .text("began", \.began),
        .text("connection", \.connection),
        .text("state", \.state),
        .flag("isFlagged", \.isFlagged),
        .text("sentence", optional: \.sentence),
        .text("items", \.items),
        .text("new", \.new),
        .text("changed", \.changed),
        .link("link", \.link),
    ])
}
