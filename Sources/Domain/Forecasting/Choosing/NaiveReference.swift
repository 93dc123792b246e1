import Foundation

/// What every candidate must beat in the backtest to be used: the naive forecast of the season, or the last value where there is none.
///
/// A whole kind of series drops what loses on average. A single series has too few origins to drop what is behind by little: that cost up to
/// 3 % on the train parts of M3. There a candidate must be behind by a margin and at three of four origins.
struct NaiveReference: Sendable {
    /// Its number among the candidates; nil where none of them is naive.
    let number: Int?
    private let names: [String]

    init(names: [String], season: Int) {
        self.names = names
        let wanted = season > 1 ? ["seasonal-naive", "naive"] : ["naive", "seasonal-naive"]
        number = wanted.lazy.compactMap { names.firstIndex(of: $0) }.first
    }

    /// The candidates of a kind of series that are no worse than the reference on average, which is always among them.
    func kept(_ candidates: [Int], _ trials: [(trial: SeriesTrial, score: TrialScore)]) -> Verdict {
        guard let number, let least = mean(number, trials) else { return Verdict(kept: candidates, reason: nil) }
        let means = candidates.map { ($0, mean($0, trials) ?? least) }
        return verdict(candidates, losers: means.filter { $0.0 != number && $0.1 > least }, naive: least)
    }

    /// The same of one series.
    /// - Parameter margin: share of the reference's error that a candidate may be behind by.
    func kept(_ candidates: [Int], _ trial: SeriesTrial, _ score: TrialScore, margin: Double) -> Verdict {
        guard let number, trial.future[number] != nil, trial.origins.count >= 3 else {
            return Verdict(kept: candidates, reason: nil)
        }
        let naive = CombinationChoice.score([number], trial, score)
        guard naive.isFinite else { return Verdict(kept: candidates, reason: nil) }
        let losers = candidates.map { ($0, CombinationChoice.score([$0], trial, score)) }.filter {
            $0.0 != number && $0.1 > naive * (1 + margin) && score.isSteady([number], [$0.0], trial)
        }
        return verdict(candidates, losers: losers, naive: naive)
    }

    private func mean(_ candidate: Int, _ trials: [(trial: SeriesTrial, score: TrialScore)]) -> Double? {
        guard let number else { return nil }
        var sum = 0.0
        var count = 0.0
        for (trial, score) in trials {
            // Only series of which both can be said: the rest are no comparison.
            let own = CombinationChoice.score([candidate], trial, score)
            guard own.isFinite, CombinationChoice.score([number], trial, score).isFinite else { continue }
            sum += own
            count += 1
        }
        return count > 4 ? sum / count : nil
    }

    private func verdict(_ candidates: [Int], losers: [(number: Int, error: Double)], naive: Double) -> Verdict {
        guard let number, !losers.isEmpty else { return Verdict(kept: candidates, reason: nil) }
        let kept = candidates.filter { candidate in !losers.contains { $0.number == candidate } }
        let words = losers.map { String(format: "%@ (error %.3f)", names[$0.number], $0.error) }
        return Verdict(
            kept: kept.isEmpty ? [number] : kept,
            reason: String(
                format: "%@ left out: worse than %@ (%.3f)", words.joined(separator: ", "), names[number], naive))
    }
}
