/// Answers of a day, with a bar.
package struct ReviewDayLine: PageValue {
    let day: String
    let answers: String
    let bar: SafeMarkup

    /// - Parameter most: of all days shown.
    package init(day: DayStamp, answers: Int, most: Int, text: InterfaceText) {
        self.day = text.day(day)
        self.answers = NumberText.whole(answers)
        bar = ShareBar.markup(100 * Double(answers) / Double(max(1, most)), width: 120)
    }

    package static let shape = Shape<ReviewDayLine>([
        .text("day", \.day),
        .text("answers", \.answers),
        .markup("bar", \.bar),
    ])
}
