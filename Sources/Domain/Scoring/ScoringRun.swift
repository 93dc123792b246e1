package import Catalog
package import Companies
package import Foundation

/// Scores every product of a company from its evidence and writes what the pages read. One transaction per run, so a
/// page never shows half of it.
package struct ScoringRun: Sendable {
    /// Weeks of score history behind a sparkline.
    package static let weeks = 12
    /// Evidence older than this many days before the score's day moves nothing.
    static let evidenceDays = 400
    /// Products read at a time; bounds memory.
    static let batchSize = 1_000

    private let database: CompanyDatabase
    private let company: CompanyID
    private let profile: ScoreProfile?

    /// - Parameter profile: nil for the one the company has chosen.
    package init(database: CompanyDatabase, company: CompanyID, profile: ScoreProfile? = nil) {
        self.database = database
        self.company = company
        self.profile = profile
    }

    /// What was scored.
    package struct Outcome: Sendable {
        /// The day of the newest evidence; `nil` when the company has none.
        package internal(set) var asOf: CalendarDay?
        package internal(set) var products = 0
        package internal(set) var scored = 0
    }

    /// - Parameters:
    ///   - day: the day to score; `nil` for the day of the newest evidence.
    ///   - moment: when this run happens, for the summary.
    package func run(
        asOf day: CalendarDay? = nil, at moment: Date,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> Outcome {
        try await database.transaction(in: company) { transaction in
            let scores = ScoreQueries(transaction: transaction)
            try await scores.lock()
            let profile =
                if let profile { profile } else { try await ProfileQueries(transaction: transaction).profile() }
            let ticks = try await SignalClockQueries(transaction: transaction).now()
            let evidence = EvidenceQueries(transaction: transaction, ticks: ticks)
            var outcome = Outcome()
            guard let newest = try await evidence.newestDay() else {
                try await scores.summarize(asOf: nil, at: moment)
                return outcome
            }
            let asOf = day ?? newest
            outcome.asOf = asOf
            let sources = try await evidence.sources()
            let media = try await evidence.media(asOf: asOf)
            let calendar = MediaCalendar(media)
            let scorer = TrendScorer(profile: profile, context: calendar.context(sources))
            var receipts = try await ReceiptBook(
                profile: profile, asOf: asOf, ticks: ticks, media: calendar, at: moment, transaction: transaction)
            let total = try await evidence.productCount()
            var last: ProductKey?
            while true {
                try Task.checkCancellation()
                var batch = try await evidence.products(after: last, sources: sources, asOf: asOf)
                guard let end = batch.last?.key else { break }
                try await evidence.addMedia(to: &batch, of: media, asOf: asOf)
                var rows = ScoreBatch()
                var kept = ReceiptBatch()
                for product in batch {
                    let history = scorer.history(product.evidence, endingAt: asOf, periods: Self.weeks)
                    rows.append(product, history: history)
                    guard let newest = history.last else { continue }
                    kept.append(product, newest, sources: sources)
                    if newest.score != nil { outcome.scored += 1 }
                }
                try await scores.write(rows, asOf: asOf, profile: profile.name)
                try await receipts.keep(kept)
                outcome.products += batch.count
                last = end
                progress(outcome.products, total)
            }
            try await receipts.close()
            try await scores.removeStale(asOf: asOf)
            try await scores.summarize(asOf: asOf, at: moment)
            return outcome
        }
    }
}
