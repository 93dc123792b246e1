package import Foundation
package import Postgres

/// How the queue stands.
package struct ReviewStanding: Sendable, RowDecodable {
    package let open: Int
    /// Being looked at now.
    package let leased: Int
    /// Read once, waiting for a second reader.
    package let second: Int
    /// Readers disagree.
    package let disputed: Int
    package let oldest: Date?
    /// Answered, and not yet done.
    package let waiting: Int
    package let answeredToday: Int
    package let answeredThisWeek: Int
    package let addedThisWeek: Int
    /// Pairs of known truth.
    package let gold: Int

    package init(row: inout RowReader) throws {
        open = try row.next()
        leased = try row.next()
        second = try row.next()
        disputed = try row.next()
        oldest = try row.nextOptional()
        waiting = try row.next()
        answeredToday = try row.next()
        answeredThisWeek = try row.next()
        addedThisWeek = try row.next()
        gold = try row.next()
    }
}

/// How a reviewer did.
package struct ReviewerRow: Sendable, RowDecodable {
    package let reviewer: UUID
    package let name: String
    package let answers: Int
    /// Half of the answers took less.
    package let medianMilliseconds: Double?
    package let gold: Int
    package let goldRight: Int
    /// Pairs a second reader answered as well, and how many of them alike.
    package let shared: Int
    package let agreed: Int

    package init(row: inout RowReader) throws {
        reviewer = try row.next()
        name = try row.next()
        answers = try row.next()
        medianMilliseconds = try row.nextOptional()
        gold = try row.next()
        goldRight = try row.next()
        shared = try row.next()
        agreed = try row.next()
    }
}

/// What was found when decisions of a rule were looked at again.
package struct ReviewAuditRow: Sendable, RowDecodable {
    package let rule: String
    package let matcher: String
    package let audited: Int
    package let wrong: Int
    package let open: Int

    package init(row: inout RowReader) throws {
        rule = try row.next()
        matcher = try row.next()
        audited = try row.next()
        wrong = try row.next()
        open = try row.next()
    }
}

/// A rule that answered many pairs at once.
package struct ReviewRuleRow: Sendable, RowDecodable {
    package let id: UUID
    package let reviewer: UUID
    package let verdict: String
    package let answers: Int
    package let standing: Int
    package let answeredAt: Date

    package init(row: inout RowReader) throws {
        id = try row.next()
        reviewer = try row.next()
        verdict = try row.next()
        answers = try row.next()
        standing = try row.next()
        answeredAt = try row.next()
    }
}
