package import Foundation
package import Postgres

/// Where a job stands, as `JobPlaceColumns` reads it.
package struct JobStanding: Sendable, Hashable {
    /// `nil` while it is between two places.
    package let place: JobPlace?
    /// Since when it is there; when it is due, for a waiting job.
    package let since: ExactMoment?
    package let attempts: Int
    /// Why it waits: scheduled, retry, snoozed or blocked.
    package let reason: String?
    /// Running, and asked to stop.
    package let isStopping: Bool

    /// `since`, to show; `nil` for never, too.
    package var sinceDate: Date? { since?.date }

    package init(
        place: JobPlace? = nil, since: ExactMoment? = nil, attempts: Int = 0, reason: String? = nil,
        isStopping: Bool = false
    ) {
        self.place = place
        self.since = since
        self.attempts = attempts
        self.reason = reason
        self.isStopping = isStopping
    }

    init(row: inout RowReader) throws {
        let word: String? = try row.nextOptional()
        place = word.flatMap(JobPlace.init(rawValue:))
        since = try row.nextOptional()
        attempts = try row.nextOptional() ?? 0
        reason = try row.nextOptional()
        isStopping = try row.nextOptional() ?? false
    }
}
