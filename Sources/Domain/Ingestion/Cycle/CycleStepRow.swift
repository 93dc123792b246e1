package import Foundation
package import Postgres

/// A step of a cycle as it stands, with its cycle.
package struct CycleStepRow: Sendable, RowDecodable {
    package let cycle: UUID
    package let startedAt: Date
    package let dueAt: Date
    package let kind: CycleStep.Kind
    package let job: UUID
    package let startsBy: Date?
    /// The connection that is read.
    package let connection: String?
    /// Where its job stands; nil for one whose record is gone.
    package let jobState: String?
    package let begunAt: Date?
    package let finishedAt: Date?

    package init(row: inout RowReader) throws {
        cycle = try row.next()
        startedAt = try row.next()
        dueAt = try row.next()
        let step: String = try row.next()
        guard let kind = CycleStep.Kind(rawValue: step) else { throw RowProblem(column: "step", reason: "is unknown") }
        self.kind = kind
        job = try row.next()
        startsBy = try row.nextOptional()
        connection = try row.nextOptional()
        jobState = try row.nextOptional()
        begunAt = try row.nextOptional()
        finishedAt = try row.nextOptional()
    }
}
