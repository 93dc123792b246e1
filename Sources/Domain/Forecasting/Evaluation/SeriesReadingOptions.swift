/// How a file of series is understood.
package struct SeriesReadingOptions: Sendable {
    /// What a step without a row means.
    package enum AbsentStep: String, Sendable {
        /// Nothing was sold: every series runs to the last step of the file.
        case zero
        /// Nothing is known.
        case missing
        /// Nothing was sold, where the file has counts, lacks a tenth of the steps and hardly ever states a zero or a blank; else nothing is
        /// known.
        case inferred
    }

    /// Which row counts where two speak of the same series and step.
    package enum Repeated: String, Sendable {
        case last, sum
    }

    package var columns = SeriesColumns()
    package var absent = AbsentStep.inferred
    package var repeated = Repeated.last
    /// The step of dated files; nil to infer it from the dates.
    package var step: SeriesStep?
    /// Values further from zero than this are reported and count as not observed: no quantity of goods is so large, and the squares of
    /// such numbers overflow.
    package var largest = 1e15
    /// Steps of one series at most; rows before the last so many are reported and left out.
    package var longest = 200_000

    package init() {}
}
