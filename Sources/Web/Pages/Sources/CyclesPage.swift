package import Routes

/// Passes of the pipeline, the newest first.
package struct CyclesPage: Page {
    let layout: Layout
    let area: ConsoleArea
    let cycles: [CycleFigure]

    package init(frame: PageFrame, area: ConsoleArea, cycles: [CycleFigure]) {
        let text = frame.text
        let late = cycles.count { $0.isLate }
        layout = Layout(
            frame,
            title: cycles.isEmpty
                ? text[.cyclesTitleNone]
                : late > 0
                    ? text.count(late, one: .cyclesTitleLateOne, other: .cyclesTitleLateOther)
                    : text.count(cycles.count, one: .cyclesTitleOne, other: .cyclesTitleOther),
            area: area == .company ? .sources : .staff)
        self.area = area
        self.cycles = cycles
    }

    package static let template = "sources/cycles"

    package static func program(in library: TemplateLibrary) -> Program<CyclesPage> { library.cycles }

    package static let shape = Shape<CyclesPage>([
        .part("layout", \.layout),
        .link("back") { SourceRoute.index($0.area).link },
        .list("cycles", \.cycles),
        .flag("hasCycles") { !$0.cycles.isEmpty },
    ])
}
