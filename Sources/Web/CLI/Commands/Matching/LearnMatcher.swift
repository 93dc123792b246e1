import ArgumentParser
import Foundation
import Ingestion
import Matching

struct LearnMatcher: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "learn",
        abstract: "Learn a matcher from labelled pairs of one or several sets, and keep it in a file.",
        discussion: """
            A set is one CSV file (also packed) of pair_id,label,left_…,right_…. What is learned from several sets together decides \
            about sets that have no labels: see `match evaluate --matcher`.
            """)
    @Option(help: "Labelled pairs to learn from, a set each time.") var train: [String]
    @Option(help: "What columns say: name=title,brand=manufacturer.") var map: String?
    @Option(help: "The file to write.") var output: String
    @Option(help: "From which probability on a pair counts as the same, if it is the best of both its records.")
    var threshold: Double?
    @Option(help: "Threads; the result does not depend on them.") var threads = 2

    func validate() throws {
        guard (1...64).contains(threads) else { throw ValidationError("--threads may be 1 to 64.") }
        guard (0...1).contains(threshold ?? 0) else { throw ValidationError("--threshold may be 0 to 1.") }
    }

    func run() async throws {
        let lessons = try train.map(lesson)
        let bar = ProgressBar("Learning")
        do {
            var matcher = try PairMatcher.learn(from: lessons, .compact, threads: threads) {
                bar.show(Double($0) / Double($1), "\($0) of \($1) forests")
            }
            bar.finish()
            if let threshold {
                matcher.threshold = threshold
                matcher.picksBest = true
            }
            try KeptMatcherFile.write(try matcher.kept(), to: output)
            Console.say("threshold\t\(String(format: "%.3f", matcher.threshold))")
        } catch let problem as MatcherProblem {
            throw SettingsProblem(problem.description)
        }
    }

    private func lesson(_ path: String) throws -> PairLesson {
        var files = try PairFiles(map: map)
        let pairs = try files.addPairs(path, areIDs: false)
        let bar = ProgressBar("Comparing")
        defer { bar.finish() }
        return PairLesson(
            PairTable(files.set) {
                bar.show(
                    Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) pairs of \(path)")
            }, pairs)
    }
}
