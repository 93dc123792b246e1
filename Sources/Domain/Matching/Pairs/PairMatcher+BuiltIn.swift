import Foundation

extension PairMatcher {
    /// What decisions of the built-in matcher are marked with.
    static let builtInVersion = "general-1"

    /// What was learned from several public sets of things that are sold, for companies that have no labels yet: `tidemark match learn`
    /// wrote it (docs/matching.md says of what).
    /// - Throws: `MatcherProblem.unreadable`, `BoostingProblem`.
    package static func builtIn(threads: Int = 1) throws -> PairMatcher {
        guard let file = Bundle.module.url(forResource: "general", withExtension: "matcher", subdirectory: "BuiltIn"),
            let bytes = try? Data(contentsOf: file)
        else { throw MatcherProblem.unreadable }
        return try PairMatcher(kept: Array(bytes), threads: threads)
    }
}
