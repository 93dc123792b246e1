/// Why a text is not the number it should be.
package struct NumberProblem: Error, Hashable, Sendable, CustomStringConvertible {
    /// A fragment that follows the name of the field: "is not a number", "is too large".
    package let reason: String

    package init(reason: String) {
        self.reason = reason
    }

    package var description: String { reason }

    static let empty = NumberProblem(reason: "is empty")
    static let notANumber = NumberProblem(reason: "is not a number")
    static let tooLarge = NumberProblem(reason: "is too large")
    static let tooLong = NumberProblem(reason: "is too long for a number")
    static let ambiguous = NumberProblem(
        reason: "could be read with a decimal mark or with a thousands separator; state the decimal mark")

    static func tooPrecise(scale: Int) -> NumberProblem {
        NumberProblem(
            reason: scale == 0 ? "has decimals where none are allowed" : "has more than \(scale) decimals")
    }
}
