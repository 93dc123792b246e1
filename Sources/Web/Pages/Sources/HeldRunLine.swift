package import Routes

/// A run that waits for a decision.
package struct HeldRunLine: PageValue {
    let began: String
    let connection: String
    let sentence: String?
    let link: Link

    package init(_ run: RunFacts, area: ConsoleArea, frame: PageFrame) {
        began = frame.text.moment(run.startedAt, in: frame.zone)
        connection = run.connection
        sentence = run.sentence
        link = SourceRoute.run(area, run.id).link
    }

    package static let shape = Shape<HeldRunLine>([
        .text("began", \.began),
        .text("connection", \.connection),
        .text("sentence", optional: \.sentence),
        .link("link", \.link),
    ])
}
