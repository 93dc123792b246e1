import Companies
import Forecasting
import Foundation
import Jobs
import Logging
import Matching
import Mentions
import Scoring

/// Keeps the products, scores and forecasts of a company true to its evidence, without a person watching.
enum CatalogUpkeep {
    /// What consoles call the schedule of `plan`.
    static let scheduleName = "Products and scores, every morning"
    /// Half past five, before anybody looks.
    static let everyMorning = "30 5 * * *"
    /// One job at a time has this key; a second one waits for nothing new.
    static let key = "all"

    /// Teaches a process the kinds of upkeep.
    static func register(in registry: inout JobRegistry, now: @escaping @Sendable () -> Date = { Date() }) {
        // One for all companies of the process: what is remembered has one bound.
        let memory = MatchingMemory()
        registry.register(MatchListings.self) { _, context in
            try await context.freeKey()
            let outcome = try await context.reporting(note: "listings") { report in
                try await MatchingRun(database: context.database, company: context.company, memory: memory)
                    .run(at: now(), progress: report)
            }
            context.logger.info(
                "listings matched", metadata: ["listings": "\(outcome.listings)", "products": "\(outcome.newProducts)"])
            try await context.complete { transaction in
                try await requestScores(in: transaction)
                try await ReviewWork.requestFilling(in: transaction)
            }
        }
        registry.register(ScoreTrends.self) { _, context in
            try await context.freeKey()
            _ = try await MentionRun(database: context.database, company: context.company).run(at: now())
            let outcome = try await context.reporting(note: "products") { report in
                try await ScoringRun(database: context.database, company: context.company)
                    .run(at: now(), progress: report)
            }
            context.logger.info(
                "products scored", metadata: ["products": "\(outcome.products)", "scored": "\(outcome.scored)"])
            try await context.complete { transaction in
                let next = ForecastProducts.watched
                _ = try await transaction.enqueue(next, EnqueueOptions(uniqueKey: next.uniqueKey))
            }
        }
        registry.register(ForecastProducts.self) { arguments, context in
            try await context.freeKey()
            let outcome = try await context.reporting(note: "products") { report in
                try await ProductForecastRun(database: context.database, company: context.company)
                    .run(ProductForecastRun.Request(top: arguments.top), at: now(), progress: report)
            }
            context.logger.info(
                "products forecast",
                metadata: [
                    "products": "\(outcome.products)", "forecast": "\(outcome.forecast)",
                    "unchanged": "\(outcome.unchanged)", "settled": "\(outcome.settled)", "left": "\(outcome.left)",
                ])
            try await context.complete { _ in }
        }
    }

    /// Has a company's products recognised and scored soon, once this transaction has committed.
    /// - Returns: the job; `nil` when one that has not begun is there already.
    @discardableResult
    static func request(in transaction: CompanyTransaction) async throws -> JobID? {
        try await transaction.enqueue(MatchListings(), EnqueueOptions(uniqueKey: key))
    }

    /// Has a company's products scored soon, once this transaction has committed.
    static func requestScores(in transaction: CompanyTransaction) async throws {
        _ = try await transaction.enqueue(ScoreTrends(), EnqueueOptions(uniqueKey: key))
    }

    /// Has it done every morning of the company from now on. Mornings that were missed are made up for once.
    static func plan(for company: Company, in transaction: CompanyTransaction, now: Date) async throws {
        try await transaction.schedule(
            scheduleName, MatchListings(), cron: everyMorning, timeZone: company.timeZone, missed: .last, now: now)
    }
}
