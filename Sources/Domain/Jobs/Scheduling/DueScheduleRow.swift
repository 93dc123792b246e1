import Companies
import Foundation
import Postgres

/// What a scheduler needs to know of a schedule whose slot has come.
struct DueSchedule: RowDecodable {
    let company: CompanyID
    let id: UUID
    let cron: String
    let timeZone: String
    let missed: String
    let nextSlot: Date
    /// When it was seen to be due.
    let seenAt: Date

    init(row: inout RowReader) throws {
        company = try row.next()
        id = try row.next()
        cron = try row.next()
        timeZone = try row.next()
        missed = try row.next()
        nextSlot = try row.next()
        seenAt = try row.next()
    }
}
