import Scoring
import Testing

@Suite struct TableTests {
    private static let document = FigureSamples.document(components: [FigureSamples.component("one")])

    @Test func an_empty_table_has_no_scores() throws {
        let scores = try Self.document.scores([])
        #expect(scores.subjects.isEmpty && scores.unusableValues.isEmpty && scores.duplicateRows == 0)
        #expect(scores.profile == "sample-v1" && scores.asOf == 0)
    }

    @Test func a_day_before_all_rows_has_no_scores() throws {
        #expect(try Self.document.scores([FigureSamples.row("mug", day: 5, ["a": 1])], asOf: 4).subjects.isEmpty)
    }

    @Test func the_newest_row_up_to_the_day_counts() throws {
        let rows = [1, 3, 9].map { FigureSamples.row("mug", day: $0, ["a": Double($0)]) }
        #expect(try Self.document.scores(rows, asOf: 8)["mug"]?.score == 3)
        #expect(try Self.document.scores(rows, asOf: 9)["mug"]?.score == 9)
        #expect(try Self.document.scores(rows, asOf: 1)["mug"]?.rowDay == 1)
    }

    @Test func of_two_rows_of_a_day_the_later_one_counts() throws {
        let scores = try Self.document.scores([
            FigureSamples.row("mug", ["a": .nan]), FigureSamples.row("hat", ["a": 3]),
            FigureSamples.row("mug", ["a": 2]),
            FigureSamples.row("mug", ["a": 4]),
        ])
        #expect(scores["mug"]?.score == 4)
        #expect(scores.duplicateRows == 2)
        // What gave way is not counted besides.
        #expect(scores.unusableValues.isEmpty)
    }

    @Test func subjects_come_in_the_order_of_their_names() throws {
        let scores = try Self.document.scores(["pen", "cap", "mug"].map { FigureSamples.row($0, ["a": 1]) })
        #expect(scores.subjects.map(\.subject) == ["cap", "mug", "pen"])
    }

    @Test func the_order_of_the_rows_does_not_matter() throws {
        let seed = UInt64.random(in: 0...9_999)
        print("Seed of the order of the rows: \(seed)")
        var numbers = SeededNumbers(seed: seed)
        let days = [0, 4, 9, 10, 17, 25]
        var rows = (0..<30).flatMap { subject in
            days.map { day in
                FigureRow(
                    subject: "s\(subject)", category: subject % 7 == 0 ? nil : "c\(subject % 4)", day: day,
                    values: [
                        "review_count": Double(Int.random(in: -5...400, using: &numbers)),
                        "rating": Double(Int.random(in: 0...21, using: &numbers)) / 4,
                        "product_count": Double(Int.random(in: 0...150, using: &numbers)),
                        "price": Double(Int.random(in: 5...80, using: &numbers)),
                        "season_factor": Double(Int.random(in: 0...8, using: &numbers)) / 4,
                    ])
            }
        }
        let document = try BuiltInDocuments.read("pod-v2")
        let first = try document.scores(rows, asOf: 20)
        #expect(first.subjects.count == 30)
        for _ in 0..<20 {
            rows.shuffle(using: &numbers)
            #expect(try document.scores(rows, asOf: 20) == first, "with the seed \(seed)")
        }
        for score in first.subjects.compactMap(\.score) { #expect((0...100).contains(score)) }
    }
}
