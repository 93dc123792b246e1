import Postgres
import TestSupport
import Testing

@testable import Forecasting

/// Words of the schema are those of the code.
@Suite struct ForecastSchemaTests {
    private static let words: [(constraint: String, words: [String])] = [
        ("forecasts_measure_known", ForecastMeasure.allCases.map(\.rawValue)),
        ("forecasts_kind_known", ForecastKind.allCases.map(\.rawValue)),
        ("forecasts_step_known", [SeriesStep.day, .week].map(\.rawValue)),
        ("forecast_states_measure_known", ForecastMeasure.allCases.map(\.rawValue)),
        ("forecast_states_refusal_known", SeriesRefusal.allCases.map(\.rawValue)),
        ("forecast_demotions_measure_known", ForecastMeasure.allCases.map(\.rawValue)),
    ]

    @Test func every_word_is_known_to_both() async throws {
        try await TestDatabase.with { test in
            let owner = try await test.owner()
            for (constraint, words) in Self.words {
                let rows = try await owner.fetch(
                    Query<Single<String>>(
                        "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = \(constraint)"))
                let text = try #require(rows.first?.value, "\(constraint)")
                let known = Set(text.matches(of: #/'([^']*)'/#).map { String($0.output.1) })
                #expect(known == Set(words), "\(constraint)")
            }
            let views = try await owner.fetch(
                Query<Single<String>>(
                    "SELECT pg_get_constraintdef(oid) FROM pg_constraint WHERE conname = 'forecast_settlements_views'"))
            for view in ForecastView.allCases { #expect(views.first?.value.contains("\(view.rawValue)") == true) }
            await owner.close()
        }
    }
}
