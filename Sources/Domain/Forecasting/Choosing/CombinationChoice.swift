/// Which candidates' mean forecasts a kind of series best, by the backtest of all of them.
///
/// The default stands unless another does better by more than chance allows: means of several good models are hard to beat (Bates and
/// Granger, 1969; Makridakis, Spiliotis and Assimakopoulos, 2020).
struct CombinationChoice: Sendable {
    /// Candidates by number, ascending.
    let members: [Int]
    /// Mean score of the chosen and of the default over the series it was chosen for; nil without a backtest.
    let score: Double?
    let defaultScore: Double?

    /// Standard errors of the difference that a combination must be ahead by.
    private static let caution = 1.0
    /// The share of the default's score that it must be better by besides, and how much more of it for each share of the history that the
    /// earliest origin did not see: what models learn from half a history says little of what they learn from all of it.
    private static let leastGain = 0.03
    private static let gainPerUnseen = 0.15

    /// - Parameters:
    ///   - trials: of the series of one kind.
    ///   - combinations: sets of candidates; the first is the default.
    init(
        _ trials: [(trial: SeriesTrial, score: TrialScore)], combinations: [[Int]], threads: Int
    ) {
        let table = ParallelMap.map(trials.count, threads: threads) { place in
            combinations.map { Self.score($0, trials[place].trial, trials[place].score) }
        }
        let usable = table.filter { $0.allSatisfy(\.isFinite) }
        let count = Double(usable.count)
        guard count > 0, let fallback = combinations.first else {
            (members, score, defaultScore) = (combinations.first ?? [], nil, nil)
            return
        }
        let standard = usable.reduce(0) { $0 + $1[0] } / count
        let unseen = trials.reduce(0) { $0 + $1.score.unseenShare($1.trial.origins) } / Double(trials.count)
        let least = (Self.leastGain + Self.gainPerUnseen * unseen) * standard
        var best = (members: fallback, gain: 0.0, score: standard)
        for number in combinations.indices.dropFirst() where count > 4 {
            let gains = usable.map { $0[0] - $0[number] }
            let mean = gains.reduce(0, +) / count
            let variance = gains.reduce(0) { $0 + ($1 - mean) * ($1 - mean) } / (count - 1)
            let gain = mean - Self.caution * (variance / count).squareRoot() - least
            if gain > best.gain { best = (combinations[number], gain, standard - mean) }
        }
        members = best.members
        score = best.score
        defaultScore = standard
    }

    /// Mean score of a combination over the origins of a series; NaN where there is none.
    static func score(_ members: [Int], _ trial: SeriesTrial, _ score: TrialScore) -> Double {
        let scores = score.scores(past(members, trial), origins: trial.origins).filter(\.isFinite)
        return scores.isEmpty ? .nan : scores.reduce(0, +) / Double(scores.count)
    }

    /// What a combination would have said from each origin.
    static func past(_ members: [Int], _ trial: SeriesTrial) -> [[Double]?] {
        trial.origins.indices.map { origin in SeriesTrial.mean(members.lazy.map { trial.past[$0][origin] }) }
    }

    /// Every set of at most `most` of these candidates, after the default.
    static func combinations(of candidates: [Int], standard: [Int], most: Int) -> [[Int]] {
        var found: [[Int]] = [[]]
        for candidate in candidates { found += found.filter { $0.count < most }.map { $0 + [candidate] } }
        return [standard] + found.filter { !$0.isEmpty && $0 != standard }
    }
}
