import Routes

/// How right a company's forecasts were once the truth had arrived.
package struct TrackRecordPage: FramedPage {
    package let layout: Layout
    let tables: [RecordTable]
    let demoted: [DemotedLine]
    let hasNothing: Bool

    /// - Parameter figures: in the order to be shown.
    package init(frame: PageFrame, figures: [RecordFigures], demoted: [DemotedLine] = []) {
        let text = frame.text
        layout = Layout(frame, title: Self.title(figures, text), area: .trackRecord)
        tables = [false, true].compactMap { RecordTable(figures, isBackcast: $0, text: text) }
        self.demoted = demoted
        hasNothing = figures.isEmpty
    }

    /// What was made at the time counts, and only before there is any of it, what was made later.
    private static func title(_ figures: [RecordFigures], _ text: InterfaceText) -> String {
        let whole = figures.filter { $0.model == nil && $0.category == nil }
        for isBackcast in [false, true] {
            let own = whole.filter { $0.isBackcast == isBackcast && $0.settled > 0 }
            let settled = own.reduce(0) { $0 + $1.settled }
            guard settled > 0 else { continue }
            let inside = own.reduce(0.0) { $0 + ($1.coverage80 ?? 0) * Double($1.settled) } / Double(settled)
            return text.fill(
                isBackcast ? .recordTitleBackcast : .recordTitle,
                ["share": NumberText.percent(inside), "count": NumberText.whole(settled)])
        }
        let pending = whole.reduce(0) { $0 + $1.pending }
        return pending == 0
            ? text[.recordTitleNone] : text.fill(.recordTitlePending, ["count": NumberText.whole(pending)])
    }

    package static let template = "forecasts/record"

    package static func program(in library: TemplateLibrary) -> Program<TrackRecordPage> { library.trackRecord }

    package static func main(in library: TemplateLibrary) -> Program<TrackRecordPage> { library.trackRecordMain }

    package static let shape = Shape<TrackRecordPage>([
        .part("layout", \.layout),
        .list("tables", \.tables),
        .list("demoted", \.demoted),
        .flag("hasDemoted") { !$0.demoted.isEmpty },
        .flag("hasNothing", \.hasNothing),
        .link("export") { _ in TrackRecordRoute.export.link },
    ])
}
