/// One stretch of days in the table behind a chart.
struct ChartTableRow: PageValue {
    let source: String
    let from: String
    let through: String
    let value: String

    static let shape = Shape<ChartTableRow>([
        .text("source", \.source),
        .text("from", \.from),
        .text("through", \.through),
        .text("value", \.value),
    ])
}
