/// One minute in the table behind the chart.
struct MinuteRow: PageValue {
    let minute: String
    let good: String
    let bad: String

    static let shape = Shape<MinuteRow>([
        .text("minute", \.minute),
        .text("good", \.good),
        .text("bad", \.bad),
    ])
}
