package import Companies
import Foundation

/// Makes a sample of a company's published scores again and says which of them do not come out as they were kept: a score
/// or a signal has been changed behind the program's back, or the program no longer does what it did.
package struct ReceiptCheck: Sendable {
    /// Receipts made again at a time; bounds memory.
    static let batchSize = 500

    private let database: CompanyDatabase
    private let company: CompanyID

    package init(database: CompanyDatabase, company: CompanyID) {
        self.database = database
        self.company = company
    }

    /// - Parameters:
    ///   - count: how many are drawn; the same receipt may be drawn twice and is looked at once.
    ///   - random: draws them.
    package func run(
        sample count: Int, using random: inout some RandomNumberGenerator,
        progress: @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws -> ReceiptCheckReport {
        var report = ReceiptCheckReport()
        var seen: Set<[String]> = []
        var left = max(0, count)
        while left > 0 {
            try Task.checkCancellation()
            let places = (0..<min(left, Self.batchSize)).map { _ in UUID.random(using: &random) }
            left -= places.count
            let checked = try await database.transaction(in: company) { transaction in
                let drawn = try await ReceiptQueries(transaction: transaction).sample(at: places)
                return try await ReceiptRecount(transaction: transaction).recount(drawn).map {
                    CheckedReceipt(
                        product: $0.receipt.key.product, asOf: $0.receipt.asOf, turn: $0.receipt.turn,
                        verdict: $0.verdict)
                }
            }
            for receipt in checked
            where seen.insert(["\(receipt.product)", "\(receipt.asOf)", "\(receipt.turn)"]).inserted {
                report.add(receipt)
            }
            progress(count - left, count)
        }
        return report
    }
}

extension UUID {
    /// An id drawn evenly from all there are.
    static func random(using random: inout some RandomNumberGenerator) -> UUID {
        let (high, low): (UInt64, UInt64) = (random.next(), random.next())
        func byte(_ word: UInt64, _ place: UInt64) -> UInt8 { UInt8(truncatingIfNeeded: word >> (56 - 8 * place)) }
        return UUID(
            uuid: (
                byte(high, 0), byte(high, 1), byte(high, 2), byte(high, 3), byte(high, 4), byte(high, 5),
                byte(high, 6), byte(high, 7), byte(low, 0), byte(low, 1), byte(low, 2), byte(low, 3), byte(low, 4),
                byte(low, 5), byte(low, 6), byte(low, 7)
            ))
    }
}
