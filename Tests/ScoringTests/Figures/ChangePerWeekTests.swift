import Scoring
import Testing

@Suite struct ChangePerWeekTests {
    private static let document = FigureSamples.document(components: [
        FigureSamples.component("growth", of: "a", perWeek: true)
    ])

    private static func outcome(_ rows: [(day: Int, value: Double?)], asOf day: Int) throws -> FigureOutcome? {
        let rows = rows.map { row in FigureSamples.row("mug", day: row.day, row.value.map { ["a": $0] } ?? [:]) }
        return try document.scores(rows, asOf: day)["mug"]?["growth"]?.outcome
    }

    @Test func over_one_period() throws {
        #expect(try Self.outcome([(0, 10), (7, 24)], asOf: 7)?.measurement?.figure == 14)
    }

    @Test func over_uneven_gaps() throws {
        // The row of day 8 is only 6 days older, so day 3 is the one: 22 in 11 days.
        let rows: [(day: Int, value: Double?)] = [(0, 0), (3, 10), (8, 30), (14, 32)]
        #expect(isNear(try Self.outcome(rows, asOf: 14)?.measurement?.figure, 14))
        // On day 20 the row of day 14 is still the newest.
        #expect(isNear(try Self.outcome(rows, asOf: 20)?.measurement?.figure, 14))
        #expect(isNear(try Self.outcome(rows, asOf: 13)?.measurement?.figure, 30 / (8.0 / 7)))
    }

    @Test func a_fall_is_negative_and_its_value_0() throws {
        let measurement = try Self.outcome([(0, 50), (14, 40)], asOf: 14)?.measurement
        #expect(measurement?.figure == -5)
        #expect(measurement?.value == 0)
    }

    @Test func without_an_old_row_it_is_missing() throws {
        let outcome = try Self.outcome([(0, 10), (6, 24)], asOf: 6)
        #expect(outcome == .missing(.noEarlierRow(input: "a", periodDays: 7)))
        #expect(
            outcome?.missingReason?.sentence { $0 }
                == "no row is 7 days older or more, so the change of “a” is not known")
    }

    @Test func the_row_then_must_have_the_figure() throws {
        let rows: [(day: Int, value: Double?)] = [(0, 10), (5, nil), (12, 24)]
        #expect(try Self.outcome(rows, asOf: 12) == .missing(.noEarlierFigure(input: "a", day: 5)))
    }

    @Test func the_row_now_must_have_the_figure() throws {
        #expect(try Self.outcome([(0, 10), (12, nil)], asOf: 12) == .missing(.noFigure(input: "a")))
    }

    @Test func days_at_the_ends_of_all_numbers_do_no_harm() throws {
        let outcome = try Self.outcome([(.min, 10), (.max, 24)], asOf: .max)
        #expect(try #require(outcome?.measurement?.figure) > 0)
        #expect(try Self.outcome([(.min, 10)], asOf: .min) == .missing(.noEarlierRow(input: "a", periodDays: 7)))
    }
}
