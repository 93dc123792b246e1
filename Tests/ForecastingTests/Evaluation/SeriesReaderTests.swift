import Testing

@testable import Forecasting

@Suite struct SeriesReaderTests {
    private func read(_ text: String, _ change: (inout SeriesReadingOptions) -> Void = { _ in }) throws -> SeriesReading
    {
        var options = SeriesReadingOptions()
        change(&options)
        let lines = text.split(separator: "\n").map {
            $0.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
        }
        let header = try #require(lines.first)
        var reader = try SeriesReader(header: header, options)
        for (place, cells) in lines.enumerated().dropFirst() {
            if cells.count == header.count {
                reader.add(cells, line: place + 1)
            } else {
                reader.addUnreadable(line: place + 1)
            }
        }
        return try reader.reading()
    }

    @Test func guesses_columns() throws {
        let reading = try read("Item,Date,Qty\na,2022-01-01,3\na,2022-01-03,4\n")
        #expect(reading.series.map(\.id) == ["a"])
        #expect(reading.step == .day)
        #expect(reading.series[0].values.count == 3)
        #expect(reading.problems.isEmpty)
    }

    @Test func a_comma_is_a_point_where_semicolons_part() throws {
        var reader = try SeriesReader(header: ["id", "t", "y"], hasDecimalComma: true)
        reader.add(["a", "1", "1,5"], line: 2)
        #expect(try reader.reading().series[0].values == [1.5])
    }

    @Test func a_file_of_counts_that_never_says_zero_leaves_zeros_out() throws {
        func middle(_ text: String) throws -> Double { try read("id,date,y\n" + text).series[0].values[1] }
        #expect(try middle("a,2022-01-01,3\na,2022-01-03,4\n") == 0)
        #expect(try middle("a,2022-01-01,3.5\na,2022-01-03,4\n").isNaN, "no counts")
        #expect(try middle("a,2022-01-01,0\na,2022-01-03,4\n").isNaN, "it says zero where it means it")
        #expect(try middle("a,2022-01-01,3\na,2022-01-03,4\na,2022-01-04,\n").isNaN, "it says what is not known")
        let days = (3...28).map { "a,2022-01-\($0 < 10 ? "0" : "")\($0),4\n" }.joined()
        #expect(try middle("a,2022-01-01,3\n" + days).isNaN, "one day in a month is a gap")
        // Hardly ever is not never: lists of sales have a return that takes a sale back.
        let mondays = (0..<200).map { "b,\(CivilDate(year: 2020, month: 1, day: 6 + 7 * $0)),4\n" }.joined()
        #expect(try middle("a,2022-01-01,3\na,2022-01-03,0\n" + mondays) == 0)
    }

    @Test func absent_days_are_zero_up_to_the_end_of_the_file() throws {
        let reading = try read("id,date,y\na,2022-01-01,3\nb,2022-01-02,1\nb,2022-01-04,2\n") { $0.absent = .zero }
        #expect(reading.series[0].values == [3, 0, 0, 0])
        #expect(reading.series[1].values == [1, 0, 2])
    }

    @Test func every_bad_row_is_reported_with_its_line() throws {
        let reading = try read(
            "id,t,y\na,1,5\na,2,x\na,3,nan\na,4,1e300\n,5,1\na,when,1\na,6\na,9,2\na,8,7\na,8,9\na,10,\n")
        #expect(
            reading.problems == [
                RowProblem(kind: .badNumber, line: 3), RowProblem(kind: .notFinite, line: 4),
                RowProblem(kind: .extreme, line: 5), RowProblem(kind: .unnamed, line: 6),
                RowProblem(kind: .badTime, line: 7), RowProblem(kind: .unreadable, line: 8),
                RowProblem(kind: .unsorted, line: 10), RowProblem(kind: .repeated, line: 11),
            ])
        #expect(reading.blanks == 1)
        #expect(reading.series[0].values[7] == 9)
        #expect(reading.rows == 11)
    }

    @Test func parts_count_again() throws {
        let reading = try read("series_id,t,y,part\na,1,1,train\na,2,2,train\na,1,3,test\na,2,4,test\n")
        #expect(reading.series[0].values == [1, 2, 3, 4])
        #expect(reading.trainCounts == [2])
        #expect(reading.problems.isEmpty)
        let held = HeldOutSet(reading, horizon: 2, season: 1)
        #expect(held.training.series[0].values == [1, 2])
        #expect(held.actuals == [[3, 4]])
    }

    @Test(arguments: [
        ("2022-01-31\n2022-02-28\n2022-03-31", SeriesStep.month), ("2022-01-03\n2022-01-10\n2022-01-24", .week),
        ("2022-01-01\n2022-04-01\n2022-07-01", .quarter), ("2020-01-01\n2021-01-01\n2022-01-01", .year),
        ("2022-01-01 00:00\n2022-01-01 01:00\n2022-01-01 05:00", .hour), ("2022-01-01\n2022-01-02\n2022-01-09", .day),
    ])
    func infers_steps(_ dates: String, _ step: SeriesStep) throws {
        let rows = dates.split(separator: "\n").map { "a,\($0),1\n" }.joined()
        #expect(try read("id,ds,y\n" + rows).step == step)
    }

    @Test func files_without_series_are_refused_in_words() {
        #expect(throws: SeriesReadingProblem.noColumn("value", found: ["id", "t", "colour"])) {
            try read("id,t,colour\na,1,red\n")
        }
        #expect(throws: SeriesReadingProblem.noRows(problems: 1)) { try read("id,t,y\na,?,1\n") }
    }

    @Test func a_series_of_ages_is_cut_with_a_report() throws {
        let reading = try read("id,t,y\na,1,1\na,100000000000,2\n")
        #expect(reading.series[0].values.count == SeriesReadingOptions().longest)
        #expect(reading.problems == [RowProblem(kind: .tooFar, line: 2)])
    }
}
