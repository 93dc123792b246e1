/// The value of one component on one day, or why there is none.
package enum ComponentResult: Hashable, Sendable {
    /// A value of 0–100 with the facts it was made of.
    case measured(Double, reasons: [ScoreReason])
    /// No value; the component's weight goes to the others.
    case missing(MissingReason)

    /// The value, nil when missing.
    package var value: Double? {
        if case .measured(let value, _) = self { value } else { nil }
    }
}
