/// How much is asked.
package struct JudgeLimits: Sendable, Hashable {
    /// What all companies' requests of one night may cost together.
    package let budget: MicroDollars
    /// Pairs that one run sends at most, so that one company does not use up the night of all others.
    package let mostPairs: Int

    /// Pairs in one request.
    static let pairsPerRequest = 10
    /// Times that one request is sent while the other side has no time for it.
    static let mostAttempts = 3
    /// Seconds that are waited between two of them. Whoever wants more is left alone for the night.
    static let mostWait = 60
    /// Requests in a row that may go wrong. One pair that spoils the company of others takes five to be found among ten.
    static let mostFailures = 8

    package init(budget: MicroDollars, mostPairs: Int) {
        self.budget = budget
        self.mostPairs = mostPairs
    }
}
