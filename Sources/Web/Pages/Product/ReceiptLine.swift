/// One component on the receipt of a score.
package struct ReceiptLine: PageValue {
    let component: String
    let value: String?
    let bar: SafeMarkup?
    let weight: String
    let points: String?
    let reason: String

    /// - Parameters:
    ///   - value: 0–100; nil means not measured, and the line says so.
    ///   - weight: the profile's weight, 0–1.
    ///   - appliedWeight: the weight after missing components were shared out, 0–1.
    ///   - reason: the facts it was made of, or why it is missing.
    package init(
        component: ShownComponent, value: Double?, weight: Double, appliedWeight: Double, reason: String,
        text: InterfaceText = .english
    ) {
        self.component = component.word(text)
        self.value = value.map { NumberText.decimal($0, digits: 0) }
        bar = value.map { ShareBar.markup($0, width: 96) }
        let plain = NumberText.percent(weight)
        let applied = NumberText.percent(appliedWeight)
        self.weight =
            value == nil || plain == applied
            ? plain : text.fill(.receiptReweighted, ["applied": applied, "weight": plain])
        points = value.map { NumberText.decimal($0 * appliedWeight) }
        self.reason = reason
    }

    package static let shape = Shape<ReceiptLine>([
        .text("component", \.component),
        .text("value", optional: \.value),
        .markup("bar", optional: \.bar),
        .text("weight", \.weight),
        .text("points", optional: \.points),
        .text("reason", \.reason),
    ])
}
