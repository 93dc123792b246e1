package import Companies
package import Foundation

/// Finds how sure a judge must be to decide by itself. It decides nothing before people, reading one in three of its pairs without knowing
/// what it said, have shown that no more than the budget allows of what it calls the same is not; and nothing any more once that is no
/// longer shown.
package struct JudgeWatch: Sendable {
    /// The record goes back so many pairs: what it was like before says little of how it is now.
    package static let most = 2_000

    private let database: CompanyDatabase
    private let budget: ErrorBudget
    private let makeID: @Sendable () -> UUID

    package init(
        database: CompanyDatabase, budget: ErrorBudget = .standard, makeID: @escaping @Sendable () -> UUID = { UUID() }
    ) {
        self.database = database
        self.budget = budget
        self.makeID = makeID
    }

    /// Reads the record and says what follows from it, unless somebody has said otherwise by hand.
    /// - Parameter judge: as in `JudgeWord.judge`.
    /// - Returns: from which confidence on it decides; nil: not at all.
    package func look(at judge: String, at moment: Date) async throws -> Double? {
        let change = try await database.transaction(in: .house) {
            try await AutomationQueries(transaction: $0).newest().first { $0.rule == .judge }
        }
        // Off is off. A threshold said by hand is the least.
        if let change, change.isByHand, change.threshold == nil { return nil }
        let least = change.flatMap { $0.isByHand ? $0.threshold : nil } ?? 0
        let record = try await AuditCountQueries(database: database).record(of: judge, most: Self.most)
        let found = budget.threshold(for: record)
        let threshold = found.map { max($0.threshold, least) }
        let before = change.flatMap(\.threshold)
        guard threshold != before, !(change?.isByHand ?? false) else { return threshold }
        let reason =
            found.map { "\($0.wrong) of \($0.count) pairs that \(judge) called the same were not, as people found." }
            ?? "\(judge) has not shown on \(record.count) pairs that it errs no more often than it may."
        try await database.transaction(in: .house) {
            try await AutomationQueries(transaction: $0).set(
                .judge, to: threshold, reason: reason, audited: found?.count ?? record.count,
                wrong: found?.wrong ?? record.count { !$0.isSame }, id: makeID(), at: moment)
        }
        return threshold
    }
}
