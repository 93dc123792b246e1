import Foundation
import TestSupport
import Testing

/// Tables of figures are scored by a profile on the command line, without a database.
@Suite struct FigureCommandTests {
    private struct Answer: Decodable {
        struct Subject: Decodable {
            let subject: String
            let day: String
            let score: Double?
            let tier: String?
            let completeness: Double
            let notes: [String]
        }

        let profile: String
        let asOf: String
        let subjects: [Subject]
        let unusableValues: [String: Int]
    }

    private func table(_ text: String, _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-figures-\(UUID()).csv").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(filePath: path))
        try await body(path)
    }

    private func figures(_ arguments: [String]) async throws -> Program.Answer {
        try await Program.alone(["score", "figures"] + arguments)
    }

    private static let niches = """
        niche,date,review_count,stars,product_count,price
        cat mugs,2026-11-20,5000,4.5,40,20
        cat mugs,2026-11-27,6000,4.5,40,20
        dog socks,2026-11-27,100,4,400,60
        ,2026-11-27,1,1,1,1
        tea towels,soon,1,1,1,1
        plant pots,2026-11-27,many,6,10,15
        """

    @Test func a_table_is_scored_by_the_first_formulas() async throws {
        try await table(Self.niches) { path in
            let answer = try await figures([path, "--profile", "pod-v1", "--map", "rating=stars", "--json"])
            #expect(answer.status == 0, "\(answer.errors)")
            let scores = try answer.json(Answer.self)
            #expect(scores.profile == "pod-v1" && scores.asOf == "2026-11-27")
            // 600 + 22.5 and 100 held to 100, room 60, 20 + 45: (100 + 100 + 60 + 65) / 4.
            #expect(scores.subjects.first { $0.subject == "cat mugs" }?.score == 81.25)
            // (10 + 20) + 90 + 0 + 100 over four.
            #expect(scores.subjects.first { $0.subject == "dog socks" }?.score == 55)
            let pots = try #require(scores.subjects.first { $0.subject == "plant pots" })
            #expect(pots.score == 90 && pots.completeness == 0.25 && pots.notes.count == 3, "competition alone")
            #expect(scores.unusableValues == ["rating": 1, "review_count": 1])
            #expect(answer.errors.contains("1 rows name nothing") && answer.errors.contains("1 rows have no day"))
        }
    }

    @Test func an_earlier_day_sees_only_what_was_there() async throws {
        try await table(Self.niches) { path in
            let answer = try await figures([
                path, "--profile", "pod-v2", "--map", "rating=stars", "--on", "2026-11-21",
            ])
            #expect(answer.status == 0, "\(answer.errors)")
            let lines = answer.output.split(whereSeparator: \.isNewline)
            #expect(lines.count == 2 && lines[1].hasPrefix("\"cat mugs\",\"\",\"2026-11-20\",\"50.00\""))
            #expect(lines[1].contains("the season is not known"))
        }
    }

    @Test(arguments: [
        (["--profile", "pod-v9"], "There are: abv-v1, pod-v1, pod-v2."),
        (["--profile", "abv-v1"], "is measured from signals"),
        (["--profile", "pod-v1", "--map", "rating=mood"], "has no column mood"),
        (["--profile", "pod-v1", "--map", "colour=red"], "what may be subject, category, day, review_count"),
        (["--profile", "pod-v1", "--on", "tomorrow"], "is no day"),
        (["--profile", "/nowhere/x.json"], "cannot be read"),
    ])
    func what_cannot_be_is_told(_ arguments: [String], _ sentence: String) async throws {
        try await table(Self.niches) { path in
            let answer = try await figures([path] + arguments)
            #expect(answer.status != 0 && answer.output.isEmpty && answer.errors.contains(sentence), "\(answer.errors)")
        }
    }

    @Test func a_file_that_is_no_table_is_told() async throws {
        for text in ["", "a,b\n1,2\n", "niche,x\ncat,1\n"] {
            try await table(text) { path in
                let answer = try await figures([path, "--profile", "pod-v1"])
                #expect(answer.status != 0 && !answer.errors.isEmpty, "\(text)")
            }
        }
    }

    @Test func profiles_are_shown_checked_and_written_as_they_are_read() async throws {
        let shown = try await Program.alone(["score", "profiles"])
        #expect(shown.status == 0 && shown.output.contains("pod-v2") && shown.output.contains("less is better"))
        let written = try await Program.alone(["score", "profiles", "pod-v1", "--json"])
        let text = written.output.trimmingCharacters(in: .whitespacesAndNewlines).dropFirst().dropLast()
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-profile-\(UUID()).json").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(text.utf8).write(to: URL(filePath: path))
        #expect(try await Program.alone(["score", "profiles", path]).status == 0, "\(written.output)")
        try Data(text.replacing("\"weight\"", with: "\"wait\"").utf8).write(to: URL(filePath: path))
        let refused = try await Program.alone(["score", "profiles", path])
        #expect(refused.status != 0 && refused.errors.contains("“wait”"), "\(refused.errors)")
    }
}
