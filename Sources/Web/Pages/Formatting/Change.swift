/// A signed change: an arrow, the number, and a word for those who hear it. Blue up, orange down.
struct Change: PageValue {
    /// `up`, `down` or `level`: the class that tints it.
    let code: String
    let arrow: String
    let amount: String
    let spoken: String

    /// - Parameters:
    ///   - value: the change, in the unit of `amount`.
    ///   - amount: the change as text with its sign and unit.
    init(_ value: Double, amount: String, text: InterfaceText) {
        self.amount = amount
        if value > 0 {
            (code, arrow, spoken) = ("up", "▲", text[.changeUp])
        } else if value < 0 {
            (code, arrow, spoken) = ("down", "▼", text[.changeDown])
        } else {
            (code, arrow, spoken) = ("level", "■", text[.changeLevel])
        }
    }

    /// Score points, one decimal.
    init(points: Double, text: InterfaceText) {
        let rounded = points.isFinite ? (points * 10).rounded() : 0
        self.init(rounded, amount: NumberText.signed(points), text: text)
    }

    static let shape = Shape<Change>([
        .text("code", \.code),
        .text("arrow", \.arrow),
        .text("amount", \.amount),
        .text("spoken", \.spoken),
    ])
}
