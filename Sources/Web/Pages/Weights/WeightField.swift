/// The weight of one component, as a field.
package struct WeightField: PageValue {
    let name: String
    let component: String
    let value: String
    let inForce: String

    /// - Parameters:
    ///   - name: of the field.
    ///   - inForce: the weight scores are made by, 0–1.
    ///   - typed: what somebody typed, in percent; nil for nothing.
    package init(
        name: String, component: ShownComponent, inForce: Double, typed: String?, text: InterfaceText
    ) {
        self.name = name
        self.component = component.word(text)
        value = typed ?? NumberText.decimal(inForce * 100, digits: 2)
        self.inForce = NumberText.percent(inForce)
    }

    package static let shape = Shape<WeightField>([
        .text("name", \.name), .text("component", \.component), .text("value", \.value), .text("inForce", \.inForce),
    ])
}
