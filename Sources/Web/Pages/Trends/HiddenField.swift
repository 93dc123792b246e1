/// A form field that carries state along.
struct HiddenField: PageValue {
    let name: String
    let value: String

    static let shape = Shape<HiddenField>([
        .text("name", \.name),
        .text("value", \.value),
    ])
}
