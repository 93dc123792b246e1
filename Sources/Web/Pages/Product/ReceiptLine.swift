/// One component on the receipt of a score.
package struct ReceiptLine: PageValue {
    let component: String
    let value: String?
    let bar: SafeMarkup?
    let weight: String
    let points: String?
    let fall: SafeMarkup?
    let reason: String
    /// Points it gives, 0–100; nil when it was not measured.
    let given: Double?

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
        given = value.map { $0 * appliedWeight }
        points = given.map { NumberText.decimal($0) }
        fall = nil
        self.reason = reason
    }

    private init(_ line: ReceiptLine, fall: SafeMarkup?) {
        component = line.component
        value = line.value
        bar = line.bar
        weight = line.weight
        points = line.points
        reason = line.reason
        given = line.given
        self.fall = fall
    }

    /// The same line with its step of the waterfall.
    /// - Parameter before: points of the lines above it.
    func falling(from before: Double) -> ReceiptLine {
        ReceiptLine(self, fall: given.map { WaterfallStep.markup(from: before, points: $0) })
    }

    package static let shape = Shape<ReceiptLine>([
        .text("component", \.component),
        .text("value", optional: \.value),
        .markup("bar", optional: \.bar),
        .text("weight", \.weight),
        .text("points", optional: \.points),
        .markup("fall", optional: \.fall),
        .text("reason", \.reason),
    ])
}
