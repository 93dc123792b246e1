/// A severity to choose in a form.
struct SeverityChoice: PageValue {
    let value: String
    let label: String
    let isChosen: Bool

    static func all(chosen: ShownSeverity, _ text: InterfaceText) -> [SeverityChoice] {
        ShownSeverity.allCases.map {
            SeverityChoice(value: $0.rawValue, label: $0.word(text), isChosen: $0 == chosen)
        }
    }

    static let shape = Shape<SeverityChoice>([
        .text("value", \.value),
        .text("label", \.label),
        .flag("isChosen", \.isChosen),
    ])
}
