/// One feature of a match decision.
package struct MatchReason: PageValue {
    let name: String
    let value: String

    package init(name: String, value: String) {
        self.name = name
        self.value = value
    }

    package static let shape = Shape<MatchReason>([
        .text("name", \.name),
        .text("value", \.value),
    ])
}
