import Foundation

/// The candidates chosen for each series of a set, and why.
struct SeriesChoice: Sendable {
    /// Candidates by number, of each series; their mean is forecast.
    let members: [[Int]]
    let reasons: [String]
    /// Mean absolute errors in the backtest, in units of each series; nil without one.
    let errors: [Double?]
    /// The same of the naive forecast.
    let naiveErrors: [Double?]

    init(_ set: SeriesSet, trials: [SeriesTrial], names: [String], options: ForecastOptions, threads: Int) {
        let scores = set.series.map { TrialScore($0.values, season: set.season) }
        func numbers(_ wanted: [String]) -> [Int] {
            let found = names.indices.filter { wanted.contains(names[$0]) }
            return found.isEmpty ? Array(names.indices.prefix(1)) : found
        }
        let reference = NaiveReference(names: names, season: set.season)
        var kinds: [Bool: CombinationChoice] = [:]
        var leftOut: [Bool: String] = [:]
        for kind in [false, true] {
            let alike = zip(trials, scores).filter { $0.1.isIntermittent == kind }.map { (trial: $0, score: $1) }
            let standard = numbers(kind ? options.intermittentStandard : options.standard)
            let usable = options.chooses ? reference.kept(standard, alike) : Verdict(kept: standard, reason: nil)
            leftOut[kind] = usable.reason
            let candidates = options.chooses ? reference.kept(Array(names.indices), alike).kept : []
            kinds[kind] = CombinationChoice(
                alike,
                combinations: CombinationChoice.combinations(of: candidates, standard: usable.kept, most: 4)
                    .filter { !Self.isBarred($0, names, options) },
                threads: threads)
        }
        let ofLeftOut = leftOut
        let ofKinds = kinds
        let chosen = ParallelMap.map(trials.count, threads: threads) { place in
            let kind = scores[place].isIntermittent
            var chosen = Self.choose(
                trials[place], scores[place], ofKinds[kind], reference: reference, names: names, options: options)
            if let reason = ofLeftOut[kind] { chosen.reason += "; \(reason)" }
            if Self.isBarred(chosen.members, names, options) {
                chosen = Self.permitted(
                    trials[place], scores[place], barred: chosen.members, reference: reference, names, options)
            }
            return chosen
        }
        members = chosen.map(\.members)
        reasons = chosen.map(\.reason)
        errors = chosen.map(\.error)
        naiveErrors = trials.indices.map { place in
            reference.number.flatMap { number in
                scores[place].absoluteError(
                    CombinationChoice.past([number], trials[place]), origins: trials[place].origins)
            }
        }
    }

    private static func isBarred(_ members: [Int], _ names: [String], _ options: ForecastOptions) -> Bool {
        options.barred.contains(members.map { names[$0] }.joined(separator: "+"))
    }

    /// What stands in for a choice that may not be used: the single model that did best of those that may, else the naive one.
    private static func permitted(
        _ trial: SeriesTrial, _ score: TrialScore, barred: [Int], reference: NaiveReference, _ names: [String],
        _ options: ForecastOptions
    ) -> (members: [Int], reason: String, error: Double?) {
        let singles = names.indices.filter { trial.future[$0] != nil && !isBarred([$0], names, options) }
        let best = singles.map { ($0, CombinationChoice.score([$0], trial, score)) }.filter { $0.1.isFinite }
            .min { $0.1 < $1.1 }
        let members = [best?.0 ?? reference.number ?? singles.first ?? 0]
        let reason = String(
            format: "%@ is not used for now; %@ did best of the rest here",
            barred.map { names[$0] }.joined(separator: "+"), names[members[0]])
        return (members, reason, score.absoluteError(CombinationChoice.past(members, trial), origins: trial.origins))
    }

    private static func choose(
        _ trial: SeriesTrial, _ score: TrialScore, _ kind: CombinationChoice?, reference: NaiveReference,
        names: [String], options: ForecastOptions
    ) -> (members: [Int], reason: String, error: Double?) {
        let usual = (kind?.members ?? []).filter { trial.future[$0] != nil }
        let available = names.indices.filter { trial.future[$0] != nil }
        var members = usual.isEmpty ? Array(available.prefix(1)) : usual
        let verdict =
            options.chooses
            ? reference.kept(members, trial, score, margin: options.margin) : Verdict(kept: members, reason: nil)
        members = verdict.kept
        let usualScore = CombinationChoice.score(members, trial, score)
        var reason = words(kind, score, usualScore)
        if let leftOut = verdict.reason { reason += "; here \(leftOut)" }
        if options.chooses, usualScore.isFinite, trial.origins.count >= 3 {
            let singles = available.map { ($0, CombinationChoice.score([$0], trial, score)) }
            if let best = singles.filter({ $0.1.isFinite }).min(by: { $0.1 < $1.1 }),
                best.1 < usualScore * (1 - options.margin), score.isSteady([best.0], members, trial)
            {
                reason = String(
                    format: "%@ did better here: error %.3f against %.3f of %@ over %d origins", names[best.0], best.1,
                    usualScore, members.map { names[$0] }.joined(separator: "+"), trial.origins.count)
                members = [best.0]
            }
        }
        return (members, reason, score.absoluteError(CombinationChoice.past(members, trial), origins: trial.origins))
    }

    private static func words(_ kind: CombinationChoice?, _ score: TrialScore, _ own: Double) -> String {
        let what = score.isIntermittent ? "series that are mostly zero" : "series sold steadily"
        guard let kind, let best = kind.score, let standard = kind.defaultScore else {
            return "the usual mean for \(what); the history is too short for a backtest"
        }
        let here = own.isFinite ? String(format: ", %.3f here", own) : ""
        return best < standard
            ? String(format: "best mean for %@: error %.3f against %.3f of the usual%@", what, best, standard, here)
            : String(format: "the usual mean for %@: error %.3f%@", what, standard, here)
    }
}
