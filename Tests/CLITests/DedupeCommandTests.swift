import Foundation
import TestSupport
import Testing

/// Lists are searched for rows of one thing on the command line, without a database.
@Suite struct DedupeCommandTests {
    private func folder(_ files: [String: String], _ body: (String) async throws -> Void) async throws {
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-lists-\(UUID())").path
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(atPath: path) }
        for (name, text) in files { try Data(text.utf8).write(to: URL(filePath: "\(path)/\(name)")) }
        try await body(path)
    }

    private func dedupe(_ arguments: [String]) async throws -> Program.Answer {
        try await Program.alone(["match", "dedupe"] + arguments)
    }

    private static let shop = """
        name,thing
        Thornwick Larkhill Gin (700 ml),1
        "Saddlegate ""Old"" Rum (700 ml)",2
        Emberholt Merlot 2021 (750 ml),3
        Thornwick Larkhill Gin 700ml,1
        """
    private static let state = """
        what;thing
        EMBERHOLT MERLOT 2020 750ML;4
        SADDLEGATE OLD RUM 70CL;2
        THORNWICK LARKHIL GIN 700ML 6/CS;1
        EMBERHOLT MERLOT 2021 750ML;3

        ;9
        """

    @Test func one_list_is_searched_within_and_several_across() async throws {
        try await folder(["shop.csv": Self.shop, "state.csv": Self.state]) { path in
            let one = try await dedupe(["\(path)/shop.csv"])
            #expect(one.status == 0, "\(one.errors)")
            #expect(
                one.output == "\"cluster\",\"file\",\"line\",\"score\"\r\n"
                    + "\"1\",\"\(path)/shop.csv\",\"2\",\"1.000\"\r\n\"1\",\"\(path)/shop.csv\",\"5\",\"1.000\"\r\n")
            #expect(one.errors.contains("4 rows, 2 of them in 1 clusters"), "\(one.errors)")

            let output = "\(path)/answer.csv"
            let both = try await dedupe([
                "\(path)/shop.csv", "\(path)/state.csv", "--map", "name=what,name=name", "--output", output, "--truth",
                "thing",
                "--check", "4", "--report", "\(path)/report.json",
            ])
            #expect(both.status == 0 && both.output.isEmpty, "\(both.errors)")
            let lines = try String(contentsOfFile: output, encoding: .utf8).split(whereSeparator: \.isNewline)
            let rows = lines.dropFirst().map { $0.split(separator: ",").map { $0.trimmingCharacters(in: ["\""]) } }
            // The second row of the gin stays alone: a list has a thing once.
            #expect(rows.map { $0[0] } == ["1", "1", "2", "2", "3", "3"], "\(rows)")
            #expect(rows.map { $0[2] }.prefix(4) == ["2", "4", "3", "3"], "\(rows)")
            #expect(both.errors.contains("1 rows have no name") && both.errors.contains("Precision 100.00 %"))
            struct Report: Decodable { let rows: Int; let clusters: Int }
            let report = try JSONDecoder().decode(
                Report.self, from: Data(contentsOf: URL(filePath: "\(path)/report.json")))
            #expect(report.rows == 8 && report.clusters == 3)
        }
    }

    @Test func the_answer_may_be_json() async throws {
        struct Cluster: Decodable {
            struct Row: Decodable {
                let file: String
                let line: Int
                let score: Double
            }

            let cluster: Int
            let rows: [Row]
        }
        try await folder(["shop.csv": Self.shop, "other.csv": "name\nQuillgate Vodka 1 l\n"]) { path in
            let answer = try await dedupe(["\(path)/shop.csv", "--json"])
            let found = try JSONDecoder().decode([Cluster].self, from: Data(answer.output.utf8))
            #expect(found.map(\.cluster) == [1] && found.first?.rows.map(\.line) == [2, 5])
            let none = try await dedupe(["\(path)/other.csv", "--json"])
            #expect(try JSONDecoder().decode([Cluster].self, from: Data(none.output.utf8)).isEmpty)
            let within = try await dedupe(["\(path)/shop.csv", "\(path)/other.csv", "--within", "--json"])
            #expect(try JSONDecoder().decode([Cluster].self, from: Data(within.output.utf8)).count == 1)
            let across = try await dedupe(["\(path)/shop.csv", "\(path)/other.csv", "--json"])
            #expect(try JSONDecoder().decode([Cluster].self, from: Data(across.output.utf8)).isEmpty)
        }
    }

    @Test func what_cannot_be_searched_is_said() async throws {
        try await folder([
            "good.csv": Self.shop, "nameless.csv": "a,b\n1,2\n", "empty.csv": "", "rowless.csv": "name\n",
            "list.json": "[{\"name\": \"x\"}]",
            "ragged.csv": "name,size\nThornwick Gin,1 l\nToo,many,cells\nThornwick Gin,1 l\n",
        ]) { path in
            for (arguments, sentence) in [
                (["\(path)/missing.csv"], "missing.csv"), (["\(path)/nameless.csv"], "has no column that names"),
                (["\(path)/empty.csv"], "empty"), (["\(path)/rowless.csv"], "There is no row with a name"),
                (["\(path)/list.json"], "is JSON"), (["\(path)/good.csv", "--threshold", "0.2"], "--threshold may be"),
                (["\(path)/good.csv", "\(path)/good.csv"], "named twice"),
                (["\(path)/good.csv", "--truth", "nothing"], "has no column nothing"),
                (["\(path)/good.csv", "--map", "colour=x"], "--map takes"),
                (["\(path)/good.csv", "--output", "\(path)/no/such/folder.csv"], "cannot be written"),
                ([], "Missing expected argument"),
            ] {
                let answer = try await dedupe(arguments)
                #expect(answer.status != 0 && answer.errors.contains(sentence), "\(arguments): \(answer.errors)")
            }
            let ragged = try await dedupe(["\(path)/ragged.csv"])
            #expect(ragged.status == 0 && ragged.errors.contains("1 rows of"), "\(ragged.errors)")
            #expect(ragged.output.contains("\"2\"") && ragged.output.contains("\"4\""))
        }
    }
}
