import ArgumentParser
import Foundation
import Matching

/// Measures the text measures on one thread, for `make bench`.
struct TimeMatching: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "time", abstract: "Compare each name of a list with each and say how many pairs a second that is.",
        shouldDisplay: false)
    @Argument(help: "Names, one a line.") var file: String
    @Option(help: "How often.") var runs = 3

    private struct Figures: Encodable {
        let names: Int
        /// Pairs a second, the best run.
        let ratio: Double
        let tokenSortRatio: Double
        let tokenSetRatio: Double
        /// The sums of all values, which show that both sides compare the same.
        let ratioSum: Double
        let tokenSetSum: Double
    }

    func validate() throws {
        guard (1...100).contains(runs) else { throw ValidationError("--runs may be 1 to 100.") }
    }

    func run() async throws {
        guard let text = try? String(contentsOfFile: file, encoding: .utf8) else {
            throw SettingsProblem("\(file) cannot be read.")
        }
        let texts = text.split(separator: "\n").map { PreparedText(String($0)) }
        let (batch, patterns) = (TextBatch(texts), texts.map { TextPattern($0) })
        let ratio = best(patterns) { batch.indelRatios(to: $0) }
        let sorted = best(patterns) { batch.tokenSortRatios(to: $0) }
        let set = best(patterns) { batch.tokenSetRatios(to: $0) }
        try Console.json(
            Figures(
                names: texts.count, ratio: ratio.rate, tokenSortRatio: sorted.rate, tokenSetRatio: set.rate,
                ratioSum: ratio.sum, tokenSetSum: set.sum))
    }

    private func best(_ patterns: [TextPattern], _ compare: (TextPattern) -> [Double]) -> (rate: Double, sum: Double) {
        var (rate, sum) = (0.0, 0.0)
        for _ in 0..<runs {
            let begun = ContinuousClock.now
            sum = 0
            for pattern in patterns { sum += compare(pattern).reduce(0, +) }
            let seconds = (ContinuousClock.now - begun).seconds
            rate = max(rate, Double(patterns.count * patterns.count) / max(seconds, 1e-9))
        }
        return (rate, sum)
    }
}
