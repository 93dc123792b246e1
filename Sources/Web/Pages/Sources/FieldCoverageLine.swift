/// How much of a run's records says something of a field.
package struct FieldCoverageLine: PageValue {
    let field: String
    let share: String
    let bar: SafeMarkup
    let commonest: String?

    package init(field: String, records: Int, filled: Int, commonest: String?) {
        let share = records == 0 ? 0 : Double(filled) / Double(records)
        self.field = field
        self.share = NumberText.percent(share)
        bar = ShareBar.markup(share * 100, width: 80)
        self.commonest = commonest
    }

    package static let shape = Shape<FieldCoverageLine>([
        .text("field", \.field),
        .text("share", \.share),
        .markup("bar", \.bar),
        .text("commonest", optional: \.commonest),
    ])
}
