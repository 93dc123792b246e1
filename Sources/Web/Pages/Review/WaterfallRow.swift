/// A step in the table behind the picture.
struct WaterfallRow: PageValue {
    let label: String
    let weight: String

    init(_ step: ReviewEvidence.Step) {
        label = step.label
        weight = Self.signed(step.weight)
    }

    /// "+1.2", "−0.8".
    static func signed(_ weight: Double) -> String {
        (weight < 0 ? "−" : "+") + NumberText.decimal(weight.magnitude, digits: 1)
    }

    static let shape = Shape<WaterfallRow>([.text("label", \.label), .text("weight", \.weight)])
}
