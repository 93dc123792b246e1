/// What became of the pairs of a run. Each is judged, was settled before, or has a cause.
package struct JudgeReport: Sendable {
    /// In the order they were asked about.
    package internal(set) var judgements: [Judgement] = []
    /// Why the others were not judged. Nothing of them is written down: the next run may ask again.
    package internal(set) var unjudged: [PairKey: JudgeProblem] = [:]
    /// Pairs that were judged before by the same model and prompt, or whose listing or product is not the company's to ask about.
    package internal(set) var settled = 0
    package internal(set) var requests = 0
    /// What the requests cost, or may have cost where nobody said.
    package internal(set) var cost = MicroDollars.zero
    /// Why the run ended before its end; nil for one that came to it.
    package internal(set) var stopped: JudgeProblem?

    package init() {}

    mutating func leave(_ pairs: some Sequence<AmbiguousPair>, _ problem: JudgeProblem) {
        for pair in pairs { unjudged[pair.key] = problem }
    }

    package func count(_ verdict: JudgeVerdict) -> Int { judgements.count { $0.said.verdict == verdict } }
}
