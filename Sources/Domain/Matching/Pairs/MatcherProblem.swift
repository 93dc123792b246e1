/// Why nothing can be learned or decided, for a person to read.
package enum MatcherProblem: Error, Sendable, Hashable, CustomStringConvertible {
    case nothingToLearn
    /// The matcher was made by another version, which compared other things.
    case otherFeatures
    case unreadable

    package var description: String {
        switch self {
        case .nothingToLearn: "There must be pairs that are the same and pairs that are not to learn from."
        case .otherFeatures: "This matcher compares other things than this version does; learn it anew."
        case .unreadable: "This is no matcher that was kept, or it is damaged."
        }
    }
}
