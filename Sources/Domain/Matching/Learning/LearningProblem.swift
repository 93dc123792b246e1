/// Why nothing was learned, for a person to read.
package enum LearningProblem: Error, Sendable, Hashable, CustomStringConvertible {
    /// Decided pairs, and how many there must be of each kind, to learn from and to hold back.
    case tooFew(same: Int, different: Int, least: Int)

    package var description: String {
        switch self {
        case .tooFew(let same, let different, let least):
            "There are \(same) decided pairs that are the same and \(different) that are not; at least \(least) of each are needed."
        }
    }
}
