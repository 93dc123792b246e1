import Companies
import Foundation
import Jobs
import Logging
import Scoring

/// Makes a sample of a company's published scores again, every night. Gives up when one does not come out as it was kept:
/// a dead job is what people are told of.
struct CheckPublishedScores: JobArguments {
    static let kind = "trends.check"
    static let settings = JobSettings(priority: .analysis, mostAttempts: 2, timeLimit: .seconds(1_800), byHand: true)

    static let scheduleName = "Published scores, checked every night"
    static let everyNight = "40 3 * * *"
    /// Of all scores ever published; different ones every night.
    static let sample = 1_000

    init() {}

    static func register(in registry: inout JobRegistry) {
        registry.register(CheckPublishedScores.self) { _, context in
            let report = try await context.reporting(note: "scores") { progress in
                var random = SystemRandomNumberGenerator()
                return try await ReceiptCheck(database: context.database, company: context.company)
                    .run(sample: sample, using: &random, progress: progress)
            }
            guard report.isSound else { throw JobControl.giveUp(reason: reason(report)) }
            context.logger.info(
                "published scores checked", metadata: ["checked": "\(report.checked)", "same": "\(report.same)"])
            try await context.complete { _ in }
        }
    }

    private static func reason(_ report: ReceiptCheckReport) -> String {
        let some = report.different.prefix(3).map { receipt -> String in
            guard case .different(let what) = receipt.verdict else { return "" }
            return "\("\(receipt.product)".lowercased()) of \(receipt.asOf): \(what.joined(separator: "; "))"
        }
        return "\(report.different.count) of \(report.checked) published scores are not the same when made again: "
            + some.joined(separator: " | ")
    }
}
