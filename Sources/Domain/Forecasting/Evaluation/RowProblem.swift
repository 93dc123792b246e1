/// A row of a file that could not be taken as it stands, and what was done about it.
package struct RowProblem: Sendable, Hashable {
    package enum Kind: String, Sendable, Hashable, CaseIterable {
        /// It is no row: another number of fields than the header, or a quote that is never closed: left out.
        case unreadable
        /// No name of a series: left out.
        case unnamed
        /// The time is neither an integer nor a date: left out.
        case badTime
        /// The value is not a number: counts as not observed.
        case badNumber
        /// The value is written as NaN or infinite: counts as not observed.
        case notFinite
        /// The value is beyond what a quantity can be: counts as not observed.
        case extreme
        /// Another row speaks of the same series and step: the last counts, or their sum.
        case repeated
        /// The row is older than the one before it in its series: sorted in.
        case unsorted
        /// The row lies too far before the end of its series: left out.
        case tooFar
        /// `part` is neither train nor test: counts as train.
        case badPart
    }

    package let kind: Kind
    /// Line of the file on which the row begins; the first is 1.
    package let line: Int
}
