package import Routes

/// Sources with their connections and what waits for a decision.
package struct SourcesPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let note: String?
    let held: [HeldRunLine]
    let lines: [SourceLine]
    let catalog: [CatalogLine]

    package init(
        frame: PageFrame, area: ConsoleArea, note: SourceNote?, held: [HeldRunLine], lines: [SourceLine],
        catalog: [CatalogLine]
    ) {
        let text = frame.text
        let flagged = lines.count { $0.isFlagged }
        let title =
            !held.isEmpty
            ? text.count(held.count, one: .sourcesTitleHeldOne, other: .sourcesTitleHeldOther)
            : lines.isEmpty
                ? text[.sourcesTitleNone]
                : flagged > 0
                    ? text.count(flagged, one: .sourcesTitleFlaggedOne, other: .sourcesTitleFlaggedOther)
                    : text.count(lines.count, one: .sourcesTitleOne, other: .sourcesTitleOther)
        layout = Layout(frame, title: title, area: area == .company ? .sources : .staff)
        self.area = area
        self.note = note.map { text[$0.text] }
        self.held = held
        self.lines = lines
        self.catalog = catalog
    }

    package static let template = "sources/index"

    package static func program(in library: TemplateLibrary) -> Program<SourcesPage> { library.sources }

    package static let shape = Shape<SourcesPage>([
        .part("layout", \.layout),
        .text("note", optional: \.note),
        .link("cycles") { SourceRoute.cycles($0.area).link },
        .link("jobs") { JobRoute.index($0.area, JobsQuery()).link },
        .list("held", \.held),
        .flag("hasHeld") { !$0.held.isEmpty },
        .list("lines", \.lines),
        .flag("hasLines") { !$0.lines.isEmpty },
        .list("catalog", \.catalog),
    ])
}

extension SourceNote {
    var text: TextKey {
        switch self {
        case .connected: .sourceDidConnect
        case .asked: .sourceDidAsk
        case .alreadyAsked: .sourceDidAskBefore
        case .paused: .sourceDidPause
        case .resumed: .sourceDidResume
        case .published: .runDidPublish
        case .discarded: .runDidDiscard
        case .stopped: .sourceDidStop
        case .started: .sourceDidStart
        case .decided: .runWasDecided
        }
    }
}
