import Foundation
import TestSupport
import Testing

/// A set of labelled pairs is judged on the command line, from one file or three, without a database.
@Suite struct EvaluateCommandTests {
    private struct Report: Decodable {
        struct Bounded: Decodable {
            let value: Double
            let low: Double
            let high: Double
        }

        let pairs: Int
        let f1: Bounded
        let candidates: Int
    }

    private func folder(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-pairs-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)")) }
        try await body(path)
    }

    /// Things with two sizes each; a pair is the same when both are.
    private func things(_ first: Int, _ count: Int) -> [(id: Int, left: String, right: String)] {
        (first..<first + count).flatMap { number in
            [500, 750].enumerated().map { place, size in
                (2 * number + place, "Mill Number \(number) Gin \(size) ml", "GIN mill number \(number), \(size)ml")
            }
        }
    }

    private func joined(_ first: Int, _ count: Int) -> String {
        let things = things(first, count)
        var lines = ["pair_id,label,left_title,right_title"]
        for one in things {
            for other in things where one.id / 2 == other.id / 2 || other.id == one.id + 3 {
                lines.append("\(lines.count),\(one.id == other.id ? 1 : 0),\(one.left),\"\(other.right)\"")
            }
        }
        return lines.joined(separator: "\n") + "\n"
    }

    @Test func one_file_and_three_say_the_same() async throws {
        let all = things(0, 60)
        func pairs(_ text: String) -> String {
            // The same pairs by their ids.
            var lines = ["ltable_id,rtable_id,label"]
            for line in text.split(separator: "\n").dropFirst() {
                let left = all.first { line.contains(",\($0.left),") }?.id ?? -1
                let right = all.first { line.contains("\"\($0.right)\"") }?.id ?? -1
                lines.append("l\(left),r\(right),\(line.split(separator: ",")[1])")
            }
            return lines.joined(separator: "\n") + "\n"
        }
        let (known, asked) = (joined(0, 40), joined(40, 20))
        try await folder([
            "train.csv": known, "test.csv": asked, "train-ids.csv": pairs(known), "test-ids.csv": pairs(asked),
            "left.csv": "id,what\n" + all.map { "l\($0.id),\($0.left)" }.joined(separator: "\n"),
            "right.csv": "id,what\n" + all.map { "r\($0.id),\"\($0.right)\"" }.joined(separator: "\n"),
        ]) { path in
            let one = try await evaluate(["--train", "\(path)/train.csv", "--pairs", "\(path)/test.csv", "--json"])
            #expect(one.status == 0, "\(one.errors)")
            let first = try JSONDecoder().decode(Report.self, from: Data(one.output.utf8))
            #expect(first.f1.value > 0.9 && first.f1.low <= first.f1.value && first.candidates > first.pairs)
            let three = try await evaluate([
                "--train", "\(path)/train-ids.csv", "--pairs", "\(path)/test-ids.csv", "--left", "\(path)/left.csv",
                "--right",
                "\(path)/right.csv", "--map", "name=what", "--json",
            ])
            #expect(three.status == 0, "\(three.errors)")
            let second = try JSONDecoder().decode(Report.self, from: Data(three.output.utf8))
            #expect(second.f1.value == first.f1.value && second.pairs == first.pairs)
            let words = try await evaluate(["--train", "\(path)/train.csv", "--pairs", "\(path)/test.csv"])
            #expect(words.output.contains("F1\t") && words.output.contains("pairs/s"))
        }
    }

    @Test func what_cannot_be_judged_is_said() async throws {
        try await folder([
            "good.csv": joined(0, 4), "nameless.csv": "label,left_x,right_x\n1,a,b\n",
            "odd.csv": "label,left_name,right_name\nmaybe,a,b\n",
            "same.csv": "label,left_name,right_name\n1,a,b\n", "unlabelled.csv": "left_name,right_name\na,b\n",
        ]) { path in
            for (train, asked, sentence) in [
                ("missing.csv", "good.csv", "missing.csv"), ("nameless.csv", "good.csv", "has no column that names"),
                ("odd.csv", "good.csv", "is maybe; it may be 1 or 0"), ("same.csv", "good.csv", "pairs that are not"),
                ("good.csv", "unlabelled.csv", "has no labels"),
            ] {
                let answer = try await evaluate(["--train", "\(path)/\(train)", "--pairs", "\(path)/\(asked)"])
                #expect(answer.status != 0 && answer.errors.contains(sentence), "\(train): \(answer.errors)")
            }
            let odd = try await evaluate([
                "--train", "\(path)/good.csv", "--pairs", "\(path)/good.csv", "--map", "colour=x",
            ])
            #expect(odd.status != 0 && odd.errors.contains("--map takes"))
        }
    }

    private func evaluate(_ arguments: [String]) async throws -> Program.Answer {
        try await Program.alone(["match", "evaluate"] + arguments)
    }
}
