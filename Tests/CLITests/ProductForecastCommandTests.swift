import Foundation
import TestSupport
import Testing

/// Forecasts of a company's products on the command line.
@Suite struct ProductForecastCommandTests {
    private struct Outcome: Decodable {
        let products: Int
        let forecast: Int
        let settled: Int
        let left: Int
    }

    private struct Record: Decodable {
        struct Line: Decodable {}

        let lines: [Line]
        let demoted: [Line]
    }

    @Test func a_company_without_products_has_nothing_to_forecast_and_no_record() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            let made = try await program.run("forecast", "products", "--company", "harbor", "--json")
            let outcome = try made.json(Outcome.self)
            #expect(outcome.products == 0 && outcome.forecast == 0 && outcome.settled == 0 && outcome.left == 0)
            let said = try await program.run("forecast", "record", "--company", "harbor")
            #expect(said.status == 0 && said.output.contains("Nothing is settled yet"))
            let record = try await program.run("forecast", "record", "--company", "harbor", "--json").json(Record.self)
            #expect(record.lines.isEmpty && record.demoted.isEmpty)
        }
    }

    @Test func what_cannot_be_meant_is_refused() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            for arguments in [["--as-of", "13.7.2026"], ["--as-of", "2026-02-30"], ["--top", "0"]] {
                let answer = try await program.run(["forecast", "products", "--company", "harbor"] + arguments)
                #expect(answer.status != 0 && answer.errors.contains("takes"), "\(arguments)")
            }
            #expect(try await program.run("forecast", "products", "--company", "nobody").status != 0)
        }
    }
}
