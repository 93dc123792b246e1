import Testing

@testable import Forecasting

@Suite struct NaiveReferenceTests {
    private let names = ["bad", "seasonal-naive", "good"]

    /// Alternating values, of which candidates say more or less: errors of 6, 2 and 1.
    private func trial() -> (trial: SeriesTrial, score: TrialScore) {
        let values = (0..<40).map { 20 + Double($0 % 2) }
        let origins = [36, 32, 28, 24]
        let past = [6.0, 2, 1].map { error in
            origins.map { origin -> [Double]? in (0..<4).map { values[origin + $0] + error } }
        }
        let trial = SeriesTrial(origins: origins, future: past.map { $0[0] }, past: past)
        return (trial, TrialScore(values, season: 2))
    }

    @Test func what_loses_is_left_out_with_its_numbers() throws {
        let reference = NaiveReference(names: names, season: 2)
        let ofKind = reference.kept([0, 1, 2], (0..<6).map { _ in trial() })
        #expect(ofKind.kept == [1, 2])
        let reason = try #require(ofKind.reason)
        #expect(reason.contains("bad (error "))
        #expect(reason.contains("worse than seasonal-naive ("))
        let (one, score) = trial()
        #expect(reference.kept([0, 2], one, score, margin: 0.5).kept == [2])
        #expect(reference.kept([0, 2], one, score, margin: 3).kept == [0, 2])
        #expect(reference.kept([0], one, score, margin: 0.5).kept == [1])
    }

    @Test func without_anaive_candidate_nothing_is_left_out() {
        let reference = NaiveReference(names: ["bad", "other", "good"], season: 2)
        #expect(reference.number == nil)
        #expect(reference.kept([0, 2], (0..<6).map { _ in trial() }).kept == [0, 2])
    }
}
