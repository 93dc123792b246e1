/// One component of a score in a table cell: a number over a bar, or the words that it was not measured.
struct ComponentCell: PageValue {
    let label: String
    let value: String?
    let bar: SafeMarkup?

    init(label: String, value: Double?) {
        self.label = label
        self.value = value.map { NumberText.decimal($0, digits: 0) }
        bar = value.map { ShareBar.markup($0, width: 40) }
    }

    static let shape = Shape<ComponentCell>([
        .text("label", \.label),
        .text("value", optional: \.value),
        .markup("bar", optional: \.bar),
    ])
}
