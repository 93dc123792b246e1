/// A chart with its words: the finding, the measure and unit, the picture twice (wide, and narrow for phones), where the
/// numbers come from, and the table behind it.
struct ChartFigure: PageValue {
    let title: String
    let subtitle: String
    let wide: SafeMarkup
    let narrow: SafeMarkup
    let source: String
    let rows: [ChartTableRow]

    static let shape = Shape<ChartFigure>([
        .text("title", \.title),
        .text("subtitle", \.subtitle),
        .markup("wide", \.wide),
        .markup("narrow", \.narrow),
        .text("source", \.source),
        .list("rows", \.rows),
    ])
}
