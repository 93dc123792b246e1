import Companies
import Foundation
import Jobs
import Judging
import Logging
import Matching

/// Asks a model about the ambiguous middle of the review queue, every night, and puts what it says beside what the rules saw. People decide.
enum ReviewJudging {
    /// What consoles call the schedule.
    static let scheduleName = "Pairs judged by a model, every night"
    static let everyNight = "40 2 * * *"

    /// - Parameter settings: nil without a key: then there is nothing to do.
    static func register(in registry: inout JobRegistry, settings: Settings?) {
        registry.register(JudgeReviews.self) { _, context in
            try await context.freeKey()
            guard let settings, let judge = settings.judge else { return try await context.complete { _ in } }
            let run = JudgeRun(
                database: context.database, company: context.company, provider: settings.judgeProvider(judge),
                limits: judge.limits)
            let report = try await run.run { transaction in
                try await ReviewJudgingQueries(transaction: transaction).ambiguous(limit: judge.limits.mostPairs)
                    .map(AmbiguousPair.init)
            }
            if report.stopped == .otherRun { throw JobControl.snooze(.seconds(300)) }
            context.logger.info(
                "pairs judged",
                metadata: [
                    "judged": "\(report.judgements.count)", "same": "\(report.count(.same))",
                    "cost": "\(report.cost)", "stopped": "\(report.stopped.map { "\($0)" } ?? "no")",
                ])
            try await context.complete { transaction in
                try await note(report, limit: judge.limits.mostPairs, in: transaction)
            }
        }
    }

    private static func note(_ report: JudgeReport, limit: Int, in transaction: CompanyTransaction) async throws {
        let queries = ReviewJudgingQueries(transaction: transaction)
        let pairs = try await queries.ambiguous(limit: limit)
        // What was answered is kept before it is noted: one of a run that died between has its word, too.
        let answers = try await JudgeQueries(transaction: transaction).answers(about: pairs.map(\.listingID))
        for judgement in answers.map(\.judgement) {
            let sure = Int((100 * judgement.said.confidence).rounded())
            try await queries.note(
                "\(judgement.said.verdict.rawValue), \(sure) % sure (\(judgement.answeredBy)): \(judgement.said.reason)",
                listing: judgement.key.listing, product: judgement.key.product)
        }
        // What a model will not answer today it will not answer tomorrow, and each asking costs.
        for (key, problem) in report.unjudged where problem.isOfThePairs {
            try await queries.note("no answer, \(problem)", listing: key.listing, product: key.product)
        }
    }
}

extension AmbiguousPair {
    init(_ row: AmbiguousReviewRow) {
        self.init(
            PairKey(listing: row.listingID, owner: row.owner, product: row.productID), listing: PairSide(row.listing),
            product: PairSide(row.product))
    }
}

extension PairSide {
    fileprivate init(_ side: AmbiguousReviewRow.Side) {
        self.init(
            name: side.name, brand: side.brand, producer: side.producer, category: side.facts.category,
            millilitres: side.facts.millilitres, packUnits: side.facts.unitsPerCase,
            strengthBasisPoints: side.facts.strengthBasisPoints, vintage: side.facts.vintage,
            ageYears: side.facts.ageYears, country: side.country)
    }
}
