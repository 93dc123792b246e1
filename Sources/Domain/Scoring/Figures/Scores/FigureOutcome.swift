/// A component as it was measured, or why it was not.
package enum FigureOutcome: Hashable, Sendable {
    case measured(FigureMeasurement)
    case missing(FigureMissingReason)

    package var measurement: FigureMeasurement? {
        if case .measured(let measurement) = self { measurement } else { nil }
    }

    package var missingReason: FigureMissingReason? {
        if case .missing(let reason) = self { reason } else { nil }
    }
}
