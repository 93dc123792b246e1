import Catalog
import Companies
import Foundation
import Scoring

/// A product's score of a day, opened, and of the day it is compared with, as page and API read it.
struct ScoreReading: Sendable {
    let product: Product
    /// Nil where nothing was known by then.
    let statement: ScoreStatement?
    let before: ScoreStatement?

    /// What changed; nil where there is nothing to compare.
    var change: ScoreChange? {
        statement.flatMap { now in before.flatMap { ScoreChange(from: $0.score, to: now.score) } }
    }

    /// - Parameters:
    ///   - on: nil for the newest score.
    ///   - since: nil where nothing is compared.
    ///   - opens: false where the day asked for is none, so that there is nothing to open.
    /// - Throws: `NotFound` for what the company has never had a listing or a score of.
    static func read(
        _ id: UUID, on: CalendarDay?, since: CalendarDay?, opens: Bool = true, in company: CompanyID,
        from database: CompanyDatabase
    ) async throws -> ScoreReading {
        let (products, listings) = try await database.read(in: company, Product.find(id), Listing.of(product: id))
        let (statement, before) = try await database.transaction(in: company) { transaction in
            let queries = StatementQueries(transaction: transaction)
            let statement = opens ? try await queries.statement(of: id, on: on) : nil
            var before: ScoreStatement?
            if let since { before = try await queries.statement(of: id, on: since) }
            return (statement, before)
        }
        guard let product = products.first, !listings.isEmpty || statement != nil else { throw NotFound() }
        return ScoreReading(product: product, statement: statement, before: before)
    }
}
