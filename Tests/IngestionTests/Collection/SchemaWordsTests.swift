import Ingestion
import TestSupport
import Testing

@Suite struct SchemaWordsTests {
    @Test(arguments: [
        ("scrape_runs_state_known", RunState.allCases.map(\.rawValue)),
        ("scrape_runs_verdict_known", WatchVerdict.allCases.map(\.rawValue)),
        ("cycle_steps_known", CycleStep.Kind.allCases.map(\.rawValue)),
    ])
    func the_words_in_code_and_in_the_database_are_the_same(constraint: String, words: [String]) async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: constraint)
            #expect(known == Set(words))
        }
    }
}
