package import Foundation
package import Postgres

/// How far a rule decides by itself since a moment, and why.
package struct AutomationChangeRow: Sendable, Hashable {
    package let rule: MatchRule
    package let threshold: Double?
    package let reason: String
    package let audited: Int
    package let wrong: Int
    package let since: Date
    /// Whether somebody said so.
    package let isByHand: Bool

    /// Whether it was made because too much was wrong.
    package var isNarrowed: Bool { ErrorBudget.standard.isExceeded(wrong: wrong, of: audited) }
}

extension AutomationChangeRow: RowDecodable {
    package init(row: inout RowReader) throws {
        let word: String = try row.next()
        guard let rule = MatchRule(rawValue: word) else { throw RowProblem(column: "rule", reason: "is unknown") }
        self.rule = rule
        threshold = try row.nextOptional()
        reason = try row.next()
        audited = try row.next()
        wrong = try row.next()
        since = try row.next()
        isByHand = try row.next()
    }
}
