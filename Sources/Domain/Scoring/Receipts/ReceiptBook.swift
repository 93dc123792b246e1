import Catalog
import Companies
import Foundation

/// Keeps the receipts of one scoring. A scoring that says nothing new leaves nothing behind.
struct ReceiptBook {
    private let turn: ScoringTurn
    /// Whether this scoring weighs or measures otherwise than the one before, so that equal numbers are no equal scores.
    private let isOtherwise: Bool
    private let queries: ReceiptQueries
    private var kept = 0

    init(
        profile: ScoreProfile, asOf: CalendarDay, ticks: SignalTicks, media: MediaCalendar, at moment: Date,
        transaction: CompanyTransaction
    ) async throws {
        queries = ReceiptQueries(transaction: transaction)
        let before = try await queries.newestTurn()
        let now = ScoringTurn(
            turn: (before?.turn ?? 0) + 1, asOf: asOf, scoredAt: moment, profile: profile, ticks: ticks,
            media: media)
        isOtherwise = before.map { $0.profile != profile || $0.formulas != now.formulas } ?? true
        turn = now
    }

    mutating func keep(_ batch: ReceiptBatch) async throws {
        kept += try await queries.keep(batch, of: turn, all: isOtherwise)
    }

    func close() async throws {
        if kept > 0 { try await queries.keep(turn) }
    }
}
