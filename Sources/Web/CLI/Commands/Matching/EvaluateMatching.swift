import ArgumentParser
import Catalog
import Foundation
import Ingestion
import Matching
import Server

struct EvaluateMatching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "evaluate", abstract: "Say how right matching is on labelled pairs.",
        discussion: """
            Pairs are CSV files (also packed): pair_id,label,left_…,right_… in one, or --left and --right lists and pairs of their \
            ids. Columns are taken by their names (name or title, brand, price, …) or by --map. With --train it learns from labelled \
            pairs first; without, what was learned from other sets decides. Nothing is stored.
            """)
    @Option(help: "Pairs to judge.") var pairs: String
    @Option(help: "Labelled pairs to learn from.") var train: String?
    @Option(help: "Labelled pairs to choose the threshold on; without them it comes from --train or from the matcher.")
    var valid: String?
    @Option(help: "A matcher that `match learn` wrote; without one and without --train, the built-in one.")
    var matcher: String?
    @Option(help: "The list of the left side, where pairs are ids.") var left: String?
    @Option(help: "The list of the right side, where pairs are ids.") var right: String?
    @Option(help: "What columns say: name=title,brand=manufacturer.") var map: String?
    @Option(help: "Threads; the result does not depend on them.") var threads = 2
    @Option(help: "Write how probable each pair is to this file: pair_id,label,probability.") var output: String?
    @Flag(help: "Answer as JSON.") var json = false

    func validate() throws {
        guard (left == nil) == (right == nil) else { throw ValidationError("--left and --right belong together.") }
        guard train == nil || matcher == nil else {
            throw ValidationError("--train and --matcher exclude each other: it is learned, or there already.")
        }
        guard (1...64).contains(threads) else { throw ValidationError("--threads may be 1 to 64.") }
    }

    func run() async throws {
        let started = ContinuousClock.now
        var files = try PairFiles(map: map)
        if let left, let right {
            try files.addList(left, isLeft: true)
            try files.addList(right, isLeft: false)
        }
        let areIDs = left != nil
        let known = try train.map { try files.addPairs($0, areIDs: areIDs) } ?? []
        let held = try valid.map { try files.addPairs($0, areIDs: areIDs) } ?? []
        let asked = try files.addPairs(pairs, areIDs: areIDs)
        guard asked.contains(where: { $0.isSame != nil }) else {
            throw SettingsProblem("\(pairs) has no labels, so nothing can be said of how right it is.")
        }
        let bar = ProgressBar("Comparing")
        let table = PairTable(files.set) {
            bar.show(Double($0) / Double(max(1, $1)), "\(Console.count($0)) of \(Console.count($1)) pairs")
        }
        bar.finish()
        let compared = (ContinuousClock.now - started).seconds
        let decider = try decider(table, known: known, held: held)
        let scored = try decider.scored(asked, in: table)
        if let output { try write(try decider.probabilities(of: asked, in: table), of: asked, to: output) }
        let found = PairEvaluation(scored, threshold: decider.threshold)
        let report = Report(
            found, candidates: table.count, compared: compared, took: (ContinuousClock.now - started).seconds)
        if json { return try Console.json(report) }
        say(found, report)
    }

    private func write(_ probabilities: [Double], of pairs: [LabelledPair], to path: String) throws {
        var text = CSVText.line(["pair_id", "label", "probability"])
        for (pair, probability) in zip(pairs, probabilities) {
            let label = pair.isSame.map { $0 ? "1" : "0" } ?? ""
            text += CSVText.line([pair.id, label, String(format: "%.6f", probability)])
        }
        guard FileManager.default.createFile(atPath: path, contents: Data(text.utf8)) else {
            throw SettingsProblem("\(path) cannot be written.")
        }
    }

    private func decider(_ table: PairTable, known: [LabelledPair], held: [LabelledPair]) throws -> PairMatcher {
        do {
            guard train != nil else {
                var decider =
                    try matcher.map { try PairMatcher(kept: try KeptMatcherFile.read($0), threads: threads) }
                    ?? .builtIn(threads: threads)
                if held.contains(where: { $0.isSame == true }) {
                    decider.threshold = PairEvaluation.threshold(on: try decider.scored(held, in: table))
                }
                return decider
            }
            let learning = ProgressBar("Learning")
            defer { learning.finish() }
            return try PairMatcher.learn(from: [PairLesson(table, known, held: held)], threads: threads) {
                learning.show(Double($0) / Double($1), "\($0) of \($1) forests")
            }
        } catch let problem as MatcherProblem {
            throw SettingsProblem(problem.description)
        }
    }

    private func say(_ found: PairEvaluation, _ report: Report) {
        func percent(_ share: Double?) -> String { share.map { String(format: "%.1f %%", 100 * $0) } ?? "-" }
        func line(_ name: String, _ share: Share) {
            Console.say(
                "\(name)\t\(percent(share.value))\t\(percent(share.low)) to \(percent(share.high))\t\(share.hits) of \(share.of)"
            )
        }
        line("precision", found.precision)
        line("recall", found.recall)
        Console.say("F1\t\(percent(found.f1.value))\t\(percent(found.f1.low)) to \(percent(found.f1.high))")
        line("best candidate right", found.bestIsRight)
        Console.say("calibration error\t\(percent(found.calibrationError))")
        Console.say("threshold\t\(String(format: "%.3f", found.threshold))")
        Console.say(
            "\(Console.count(report.candidates)) pairs compared in \(String(format: "%.1f", report.comparedSeconds)) s, "
                + "\(Console.count(Int(report.pairsPerSecond))) pairs/s; \(String(format: "%.1f", report.seconds)) s in all"
        )
    }

    /// The figures for programs: shares 0…1.
    private struct Report: Encodable {
        let pairs: Int
        let threshold: Double
        let precision: Share
        let recall: Share
        let f1: PairEvaluation.Bounded
        let bestIsRight: Share
        let calibrationError: Double
        let candidates: Int
        let comparedSeconds: Double
        let pairsPerSecond: Double
        let seconds: Double

        init(_ found: PairEvaluation, candidates: Int, compared: Double, took: Double) {
            pairs = found.pairs
            threshold = found.threshold
            precision = found.precision
            recall = found.recall
            f1 = found.f1
            bestIsRight = found.bestIsRight
            calibrationError = found.calibrationError
            self.candidates = candidates
            comparedSeconds = compared
            pairsPerSecond = Double(candidates) / max(compared, 1e-9)
            seconds = took
        }
    }
}
