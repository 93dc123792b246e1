/// Why nothing can be learned or decided, for a person to read.
package enum MatcherProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case nothingToLearn

    package var description: String {
        "There must be pairs that are the same and pairs that are not to learn from."
    }
}
