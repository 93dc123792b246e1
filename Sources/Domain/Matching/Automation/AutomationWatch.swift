package import Companies
package import Foundation

/// Looks at what reviewers found when decisions were looked at again, and narrows a rule that errs more often than it may.
package struct AutomationWatch: Sendable {
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

    /// - Returns: the rules that were narrowed.
    package func look(at moment: Date) async throws -> [AutomationChangeRow] {
        let known = try await database.transaction(in: .house) {
            try await AutomationQueries(transaction: $0).newest()
        }
        var narrowed: [AutomationChangeRow] = []
        for rule in MatchRule.allCases where rule != .judge {
            let change = known.first { $0.rule == rule }
            guard let threshold = change.map(\.threshold) ?? Automation.standard[rule] else { continue }
            let since = change?.since ?? Date(timeIntervalSince1970: 0)
            let counts = try await AuditCountQueries(database: database).counts(of: rule, since: since)
            guard budget.isExceeded(wrong: counts.wrong, of: counts.audited) else { continue }
            let next = Automation.narrower(than: threshold, rule)
            let reason = "\(counts.wrong) of \(counts.audited) decisions that were looked at again were wrong."
            let made = AutomationChangeRow(
                rule: rule, threshold: next, reason: reason, audited: counts.audited, wrong: counts.wrong,
                since: moment, isByHand: false)
            try await database.transaction(in: .house) {
                try await AutomationQueries(transaction: $0).set(
                    rule, to: next, reason: reason, audited: counts.audited, wrong: counts.wrong, id: makeID(),
                    at: moment)
            }
            narrowed.append(made)
        }
        return narrowed
    }
}
