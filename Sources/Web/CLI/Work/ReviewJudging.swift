import Companies
import Foundation
import Jobs
import Judging
import Logging
import Matching

/// Asks a model about the ambiguous middle of the review queue, every night, for companies that allow it, and puts what it says beside what
/// the rules saw. It decides by itself as far as people have shown it to be right.
enum ReviewJudging {
    /// What consoles call the schedule.
    static let scheduleName = "Pairs judged by a model, every night"
    static let everyNight = "40 2 * * *"

    /// - Parameter settings: nil without a key: then there is nothing to do.
    static func register(
        in registry: inout JobRegistry, settings: Settings?, now: @escaping @Sendable () -> Date = { Date() }
    ) {
        registry.register(JudgeReviews.self) { _, context in
            try await context.freeKey()
            guard let settings, let judge = settings.judge else { return try await context.complete { _ in } }
            let isAsked = try await context.database.transaction(in: context.company) { try await $0.asksJudge() }
            guard isAsked else { return try await context.complete { _ in } }
            let run = JudgeRun(
                database: context.database, company: context.company, provider: settings.judgeProvider(judge),
                limits: judge.limits)
            let report = try await run.run { transaction in
                try await ReviewJudgingQueries(transaction: transaction).ambiguous(limit: judge.limits.mostPairs)
                    .map(AmbiguousPair.init)
            }
            if report.stopped == .otherRun { throw JobControl.snooze(.seconds(300)) }
            let name = Self.name(judge.model, JudgePrompt.version)
            let least = try await JudgeWatch(database: context.database).look(at: name, at: now())
            context.logger.info(
                "pairs judged",
                metadata: [
                    "judged": "\(report.judgements.count)", "same": "\(report.count(.same))",
                    "cost": "\(report.cost)", "stopped": "\(report.stopped.map { "\($0)" } ?? "no")",
                    "decides": "\(least.map { "from \($0) on" } ?? "nothing")",
                ])
            try await context.complete { transaction in
                try await note(report, by: name, limit: judge.limits.mostPairs, in: transaction)
                guard let least else { return }
                let decided = try await JudgeDecisions(transaction: transaction).run(
                    judge: name, least: least, at: now())
                if decided > 0 { try await CatalogUpkeep.requestScores(in: transaction) }
            }
        }
    }

    /// Who judges, as its record is kept.
    private static func name(_ model: String, _ prompt: String) -> String { "\(model) \(prompt)" }

    private static func note(
        _ report: JudgeReport, by name: String, limit: Int, in transaction: CompanyTransaction
    ) async throws {
        let queries = ReviewJudgingQueries(transaction: transaction)
        let pairs = try await queries.ambiguous(limit: limit)
        // What was answered is kept before it is noted: one of a run that died between has its word, too.
        let answers = try await JudgeQueries(transaction: transaction).answers(about: pairs.map(\.listingID))
        for judgement in answers.map(\.judgement) {
            let sure = Int((100 * judgement.said.confidence).rounded())
            let sentence =
                "\(judgement.said.verdict.rawValue), \(sure) % sure (\(judgement.answeredBy)): \(judgement.said.reason)"
            try await queries.note(
                JudgeWord(
                    JudgeWord.Verdict(judgement.said.verdict), confidence: judgement.said.confidence,
                    judge: Self.name(judgement.model, judgement.promptVersion), sentence: sentence),
                listing: judgement.key.listing, product: judgement.key.product)
        }
        // What a model will not answer today it will not answer tomorrow, and each asking costs.
        for (key, problem) in report.unjudged where problem.isOfThePairs {
            try await queries.note(
                JudgeWord(.unanswered, confidence: nil, judge: name, sentence: "no answer, \(problem)"),
                listing: key.listing, product: key.product)
        }
    }
}

extension JudgeWord.Verdict {
    fileprivate init(_ verdict: JudgeVerdict) {
        self =
            switch verdict {
            case .same: .same
            case .different: .different
            case .unsure: .unsure
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
