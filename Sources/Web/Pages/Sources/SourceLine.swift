package import Routes

/// A connection in the list of sources.
package struct SourceLine: PageValue {
    let name: String
    let source: String
    let state: String
    let isFlagged: Bool
    let note: String?
    let last: String
    let items: String
    let every: String
    let link: Link

    /// - Parameters:
    ///   - health: nil for a connection that is paused.
    ///   - stop: why the source is switched off; nil when it is not.
    ///   - run: the newest that is over.
    package init(
        id: String, name: String, source: String, health: ShownHealth?, note: String?, stop: String?, everyMinutes: Int,
        run: RunFacts?, area: ConsoleArea, frame: PageFrame
    ) {
        let text = frame.text
        self.name = name
        self.source = source
        if stop != nil {
            state = text[.sourceIsOff]
        } else {
            state = health.map { text.word(for: $0) } ?? text[.sourceIsPaused]
        }
        isFlagged = stop != nil || health.map { [.refused, .unreachable, .changed].contains($0) } ?? false
        self.note = stop ?? note
        last =
            run.map { "\($0.state.word(text)), \(text.age(of: $0.startedAt, at: frame.now))" } ?? text[.sourceNeverRead]
        items = run.map { NumberText.whole($0.items) } ?? ""
        every = text.fill(.sourceEvery, ["minutes": NumberText.whole(everyMinutes)])
        link = SourceRoute.connection(area, id).link
    }

    package static let shape = Shape<SourceLine>([
        .text("name", \.name),
        .text("source", \.source),
        .text("state", \.state),
        .flag("isFlagged", \.isFlagged),
        .text("note", optional: \.note),
        .text("last", \.last),
        .text("items", \.items),
        .text("every", \.every),
        .link("link", \.link),
    ])
}
