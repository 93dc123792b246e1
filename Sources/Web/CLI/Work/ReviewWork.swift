import Alerts
import Companies
import Foundation
import Jobs
import Logging
import Matching
import Scoring

/// The work around the review queue: filling it, doing what was answered, learning from it.
enum ReviewWork {
    /// What consoles call the schedules.
    static let settlingName = "Reviewed pairs, every five minutes"
    static let learningName = "Learning from reviewed pairs, every week"
    /// What an answer asked for is usually done at once; this finds what was lost on the way.
    static let everyFiveMinutes = "*/5 * * * *"
    static let everyWeek = "0 4 * * 0"
    private static let key = "all"

    static func register(in registry: inout JobRegistry, now: @escaping @Sendable () -> Date = { Date() }) {
        registry.register(FillReview.self) { _, context in
            try await context.freeKey()
            let outcome = try await context.reporting(note: "listings") { report in
                try await ReviewFilling(database: context.database, company: context.company)
                    .run(at: now(), progress: report)
            }
            context.logger.info(
                "review queue filled",
                metadata: [
                    "listings": "\(outcome.listings)", "asked": "\(outcome.asked)", "audits": "\(outcome.audits)",
                    "decided": "\(outcome.decided)",
                ])
            try await context.complete { transaction in
                guard outcome.decided > 0 else { return }
                try await CatalogUpkeep.requestScores(in: transaction)
            }
        }
        registry.register(SettleReviews.self) { _, context in
            try await context.freeKey()
            try await settle(context.database, logger: context.logger, now: now())
            try await context.complete { _ in }
        }
        registry.register(LearnFromReviews.self) { _, context in
            do {
                let (version, report) = try await context.reporting(note: "forests") { progress in
                    try await MatcherLearning(database: context.database).run(at: now(), progress: progress)
                }
                context.logger.info(
                    "matcher learned",
                    metadata: [
                        "version": "\(version)", "pairs": "\(report.learned)", "promoted": "\(report.isPromoted)",
                    ])
            } catch let problem as LearningProblem {
                // There is not enough to learn from yet, which is no failure.
                context.logger.info("nothing learned", metadata: ["cause": "\(problem)"])
            }
            try await context.complete { _ in }
        }
    }

    /// One company whose pairs cannot be done holds up no other; the first failure is told in the end.
    private static func settle(_ database: CompanyDatabase, logger: Logger, now: Date) async throws {
        let settlement = ReviewSettlement(database: database)
        var failure: (any Error)?
        for company in try await settlement.companies() {
            do {
                let outcome = try await settlement.settle(in: company, at: now) { transaction in
                    try await CatalogUpkeep.requestScores(in: transaction)
                }
                if outcome.contradictions > 0 {
                    _ = try await database.transaction(in: company) { try await WatchFigures.request(in: $0) }
                }
                logger.info(
                    "reviewed pairs done",
                    metadata: [
                        "settled": "\(outcome.settled)", "reopened": "\(outcome.reopened)",
                        "contradictions": "\(outcome.contradictions)",
                    ])
            } catch {
                failure = failure ?? error
            }
        }
        let narrowed = try await AutomationWatch(database: database).look(at: now)
        if !narrowed.isEmpty {
            _ = try await database.transaction(in: .house) { try await WatchFigures.request(in: $0) }
        }
        for change in narrowed {
            logger.warning(
                "a rule of matching was narrowed",
                metadata: ["rule": "\(change.rule.rawValue)", "cause": "\(change.reason)"])
        }
        if let failure { throw failure }
    }

    /// Has what was answered done soon.
    static func requestSettling(_ database: CompanyDatabase) async throws {
        try await database.transaction(in: .house) { transaction in
            _ = try await transaction.enqueue(SettleReviews(), EnqueueOptions(uniqueKey: key))
        }
    }

    /// Has a company's undecided pairs put into the queue soon, once this transaction has committed.
    static func requestFilling(in transaction: CompanyTransaction) async throws {
        _ = try await transaction.enqueue(FillReview(), EnqueueOptions(uniqueKey: key))
    }
}
