/// What one component did to a score between two days.
package struct ChangeLine: PageValue {
    let component: String
    let before: String?
    let after: String?
    let byValue: String
    let byWeight: String

    /// - Parameters:
    ///   - before: 0–100; nil where it was not measured, and so `after`.
    ///   - valueTenths: tenths of a point of the score, from its value having moved.
    ///   - weightTenths: from its weight having moved.
    package init(
        component: ShownComponent, before: Double?, after: Double?, valueTenths: Int, weightTenths: Int,
        text: InterfaceText = .english
    ) {
        self.component = component.word(text)
        self.before = before.map { NumberText.decimal($0) }
        self.after = after.map { NumberText.decimal($0) }
        byValue = NumberText.signed(Double(valueTenths) / 10)
        byWeight = NumberText.signed(Double(weightTenths) / 10)
    }

    package static let shape = Shape<ChangeLine>([
        .text("component", \.component), .text("before", optional: \.before), .text("after", optional: \.after),
        .text("byValue", \.byValue), .text("byWeight", \.byWeight),
    ])
}
