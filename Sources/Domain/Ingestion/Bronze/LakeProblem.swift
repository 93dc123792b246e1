/// What can go wrong with the lake, for a person to read.
package enum LakeProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case cannotWrite(String)
    /// A lake elsewhere that does not answer, or does not let us in.
    case outOfReach(String)
    /// The program that writes and reads Parquet.
    case program(String)
    /// What was written is not what should have been.
    case notWhole(String)

    package var description: String {
        switch self {
        case .cannotWrite(let reason):
            "The lake cannot be written: \(reason). What was to be written is kept where it was."
        case .outOfReach(let reason):
            "The lake cannot be reached: \(reason). Nothing was lost; what was to be done is done the next time."
        case .program(let reason): "DuckDB could not do it: \(reason)."
        case .notWhole(let what): "A file of the lake is not what was written: \(what)."
        }
    }
}
