package import Companies
package import Foundation
import Postgres

/// How far the matcher decides by itself; the platform's, for all companies.
package struct AutomationQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    /// The newest change of each rule that was ever changed.
    package func newest() async throws -> [AutomationChangeRow] {
        try await transaction.fetch(Self.newestChanges)
    }

    package func current() async throws -> Automation { Automation(changes: try await newest()) }

    static var newestChanges: Query<AutomationChangeRow> {
        Query(
            """
            SELECT DISTINCT ON (rule) rule, threshold, reason, audited, wrong, since, by_hand FROM match_automation
            WHERE company_id = \(CompanyID.house) ORDER BY rule, since DESC, change_id
            """)
    }

    /// Only in the platform's own scope.
    package func set(
        _ rule: MatchRule, to threshold: Double?, reason: String, audited: Int = 0, wrong: Int = 0,
        isByHand: Bool = false, id: UUID, at moment: Date
    ) async throws {
        try await transaction.execute(
            """
            INSERT INTO match_automation (company_id, change_id, rule, threshold, reason, audited, wrong, since, by_hand)
            VALUES (\(transaction.company), \(id), \(rule.rawValue), \(threshold), \(reason), \(audited), \(wrong), \(moment),
                \(isByHand))
            """)
    }
}
