import Catalog
import Companies
import Foundation

/// Writes down what came of forecasts whose day has passed and whose truth has arrived. What is settled stays as it is.
struct SettlingRun: Sendable {
    private static let batchSize = 2_000

    let database: CompanyDatabase
    let company: CompanyID

    /// - Parameter first: the earliest day whose truth is looked for; nil for as long ago as one is waited for.
    /// - Returns: how many were settled.
    func run(since first: CalendarDay? = nil, at moment: Date) async throws -> Int {
        var last: PendingSettlement?
        var settled = 0
        while true {
            try Task.checkCancellation()
            let after = last
            let (end, count) = try await database.transaction(in: company) { transaction in
                guard let newest = try await ForecastCandidateQueries(transaction: transaction).newestDay() else {
                    return (PendingSettlement?.none, 0)
                }
                let queries = SettlementQueries(transaction: transaction)
                let batch = try await queries.pending(
                    due: newest, since: first, after: after, limit: Self.batchSize)
                guard !batch.isEmpty else { return (nil, 0) }
                let evidence = try await ProductEvidenceQueries(transaction: transaction).evidence(
                    of: Array(Set(batch.map(\.product))), listings: Array(Set(batch.compactMap(\.price?.listing))),
                    through: newest)
                let known = batch.compactMap { pending in pending.actual(in: evidence).map { (pending, $0) } }
                let count = try await queries.settle(known, at: moment)
                if count > 0 { try await transaction.dataChanged() }
                return (batch.last, count)
            }
            settled += count
            guard let end else { return settled }
            last = end
        }
    }
}
