import Foundation
import TestSupport
import Testing

/// Forecasts of files on the command line: good files, and every kind of bad one.
@Suite struct ForecastCommandTests {
    private struct Figures: Decodable {
        struct Coverage: Decodable {
            let level: Double
            let share: Double
        }

        let model: String
        let series: Int
        let season: Int
        let MASE: Double?
        let WAPE: Double?
        let coverage: [Coverage]
    }

    private struct Forecast: Decodable {
        let series: String
        let times: [String]
        let forecast: [Double]
        let model: String
        let reason: String
    }

    /// Makes a file for as long as the body runs.
    private func with(_ text: String, _ body: (_ path: String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appendingPathComponent("tidemark-series-\(UUID()).csv").path
        try Data(text.utf8).write(to: URL(fileURLWithPath: path))
        defer { try? FileManager.default.removeItem(atPath: path) }
        try await body(path)
    }

    private func run(_ arguments: [String]) async throws -> Program.Answer {
        try await Program.alone(["forecast"] + arguments)
    }

    /// Six shops that sell by the day of the week, from 2025-01-06, a Monday.
    private func weeks(_ count: Int = 20) -> String {
        let pattern = [20, 18, 22, 25, 40, 60, 0]
        let days = ISO8601DateFormatter()
        days.formatOptions = [.withFullDate]
        var text = "shop,day,bottles\n"
        for shop in 0..<6 {
            for day in 0..<count * 7 {
                let date = days.string(from: Date(timeIntervalSince1970: 1_736_121_600 + Double(day) * 86_400))
                text += "shop \(shop),\(date),\(pattern[day % 7] * (shop + 1) + (day * 7_919 + shop) % 5)\n"
            }
        }
        return text
    }

    @Test func a_file_is_evaluated_for_people_and_programs() async throws {
        try await with(weeks()) { path in
            let map = ["--map", "series=shop,time=day,value=bottles"]
            let arguments = ["evaluate", "--series", path, "--horizon", "14"] + map
            let answer = try await run(arguments + ["--model", "quick", "--json"])
            #expect(answer.status == 0, "\(answer.errors)")
            let figures = try answer.json(Figures.self)
            #expect(figures.model == "quick" && figures.series == 6 && figures.season == 7)
            #expect((figures.WAPE ?? 100) < 20 && figures.coverage.map(\.level) == [0.8, 0.95])
            let several = try await run(arguments + ["--model", "naive,seasonal-naive", "--json"])
            let both = try several.json([Figures].self)
            #expect((both[1].MASE ?? 9) < (both[0].MASE ?? 0), "the week repeats itself")
            let words = try await run(arguments + ["--model", "seasonal-naive", "--intervals", "50"])
            #expect(words.output.contains("inside 50 %") && words.output.contains("always the commoner side"))
        }
    }

    @Test func a_file_is_forecast_with_dates_and_reasons() async throws {
        try await with(weeks(12)) { path in
            let map = ["--map", "series=shop,time=day,value=bottles"]
            let answer = try await run(["run", path, "--horizon", "7", "--model", "quick"] + map)
            let lines = answer.output.split(whereSeparator: \.isNewline)
            #expect(
                lines.first?.replacing("\"", with: "") == "series_id,time,forecast,lower_80,upper_80,lower_95,upper_95"
                    && lines.count == 1 + 6 * 7
            )
            #expect(lines.dropFirst().first?.hasPrefix("\"shop 0\",\"2025-03-31\",") == true)
            let json = try await run(["run", path, "--horizon", "7", "--model", "quick", "--json"] + map)
            let forecasts = try json.json([Forecast].self)
            #expect(forecasts.count == 6 && forecasts.allSatisfy { $0.forecast.count == 7 && !$0.reason.isEmpty })
            #expect(forecasts[0].forecast[6] < forecasts[0].forecast[5] / 2, "nothing is sold on Sundays")
            #expect(try await run(["models"]).output.contains("Hyndman"))
        }
    }

    @Test(arguments: [
        ("", "is empty"), ("\n", "no column for the"), ("a,b\n1,2\n", "no column for the"),
        ("id,t,y\n", "no row could be read"), ("id,t,y\nx,soon,3\n", "no row could be read"),
        ("id,t,y\nx,1,3\n", "both before and after the split"),
        ("id,t,y\nx,1,\nx,2,\nx,3,\n", "both before and after the split"),
    ])
    func a_file_without_series_is_refused_in_a_sentence(text: String, words: String) async throws {
        try await with(text) { path in
            let answer = try await run(["evaluate", "--series", path, "--horizon", "2", "--season", "1"])
            #expect(answer.status == 1 && answer.errors.contains(words), "\(answer.errors)")
        }
    }

    @Test(arguments: [
        "1,5,5,5,5", "0,0,0,0,0,0,0,0", "3", "1,2,nan,4,1e300,6,7,8", "-5,5,-5,5,-5,5,-5,5",
        "1e15,1e15,-1e15,2,3,4,5,6,7,8",
    ])
    func bad_series_get_an_answer(values: String) async throws {
        let rows = values.split(separator: ",").enumerated().map { "x,\($0 + 1),\($1)" }.joined(separator: "\n")
        try await with("id,t,y\n" + rows + "\nx,1,2\n") { path in
            let answer = try await run(["run", path, "--horizon", "5", "--season", "7", "--json"])
            #expect(answer.status == 0, "\(answer.errors)")
            let forecasts = try answer.json([Forecast].self)
            #expect(
                forecasts.count == 1 && forecasts[0].forecast.count == 5 && forecasts[0].forecast.allSatisfy(\.isFinite)
            )
            #expect(answer.errors.contains("repeat a step"))
        }
    }

    @Test func quotes_marks_semicolons_and_bad_rows_are_read() async throws {
        let rows = "\u{FEFF}Item;Date;Qty\r\n\"a; \"\"b\"\"\";2022-01-01;1,5\r\n\"a; \"\"b\"\"\";2022-01-02;2\r\nx\r\n"
        try await with(rows) { path in
            let answer = try await run(["run", path, "--horizon", "1", "--model", "naive", "--json"])
            let forecasts = try answer.json([Forecast].self)
            #expect(forecasts.map(\.series) == ["a; \"b\""] && forecasts[0].times == ["2022-01-03"])
            #expect(forecasts[0].forecast == [2])
            #expect(answer.errors.contains("are no rows of the table"), "\(answer.errors)")
        }
    }

    @Test func what_cannot_be_is_said() async throws {
        try await with("id,t,y\nx,1,2\nx,2,3\n") { path in
            for (arguments, words) in [
                (["run", path, "--model", "crystal-ball"], "no model crystal-ball"),
                (["run", path, "--intervals", "120"], "between 0 and 100"),
                (["run", path, "--country", "XX"], "Holidays are known of"),
                (["run", path + ".none"], "no file"),
            ] {
                let answer = try await run(arguments)
                #expect(answer.status != 0 && answer.errors.contains(words), "\(arguments): \(answer.errors)")
            }
        }
    }
}
