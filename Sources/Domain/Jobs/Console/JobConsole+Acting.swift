package import Companies
import Foundation
package import Postgres

extension JobConsole {
    /// Does something with one job that was found on this side.
    /// - Returns: whether anything changed; a job may have moved on meanwhile.
    package func perform(_ action: JobAction, on job: JobID, of company: CompanyID) async throws -> Bool {
        try await perform(action, on: [(company, job)], subject: "\(job)") > 0
    }

    /// How far an action on all jobs of a list came.
    package struct Progress: Sendable, Hashable {
        /// Jobs changed by this call.
        package var changed: Int
        /// Where to go on; `nil` when everything was seen.
        package var next: Continuation?
    }

    /// Where an action on all jobs of a list goes on.
    package struct Continuation: Sendable, Hashable {
        package let place: JobPlace
        package let after: RowCursor?

        package init(place: JobPlace, after: RowCursor?) {
            self.place = place
            self.after = after
        }
    }

    /// Jobs that one statement changes.
    package static let batch = 2_000

    /// Does something with all jobs of a list, newest first, batch by batch, each with its own transaction. A job is seen
    /// once: what a replayed job does next is not undone and not done again.
    /// - Parameters:
    ///   - scope: this side's, or a company of it.
    ///   - subject: the filter in words, for the record.
    ///   - budget: after this time the call returns and says where to go on.
    package func perform(
        _ action: JobAction, onAll filter: JobFilter, of scope: JobScope, subject: String,
        from start: Continuation? = nil, budget: Duration
    ) async throws -> Progress {
        let deadline = ContinuousClock.now + budget
        let places = action.places.filter { filter.place == nil || filter.place == $0 }
        guard let first = start.map(\.place) ?? places.first, let begin = places.firstIndex(of: first) else {
            return Progress(changed: 0, next: nil)
        }
        var changed = 0
        for place in places[begin...] {
            var filter = filter
            filter.place = place
            var after = place == first ? start?.after : nil
            while true {
                let found = try await read(
                    JobListQueries.keys(filter, of: scope, after: after, limit: Self.batch))
                let keys = found.filter { !$0.isEnd }
                if !keys.isEmpty {
                    changed += try await perform(
                        action, on: keys.map { ($0.company, JobID(rawValue: $0.cursor.id)) }, subject: subject)
                }
                let end = found.first(where: \.isEnd)?.cursor
                let goesOn = keys.count == Self.batch ? keys.last?.cursor : end
                guard let goesOn else { break }
                after = goesOn
                if ContinuousClock.now >= deadline {
                    return Progress(changed: changed, next: Continuation(place: place, after: after))
                }
            }
        }
        return Progress(changed: changed, next: nil)
    }

    private func perform(
        _ action: JobAction, on jobs: [(company: CompanyID, id: JobID)], subject: String
    ) async throws -> Int {
        let statement = Query<Single<Int>>(
            """
            WITH done AS MATERIALIZED (
                SELECT company, \(unsafe: action.rawValue)_jobs(array_agg(company), array_agg(job)) AS jobs
                FROM unnest(\(jobs.map(\.company)), \(jobs.map(\.id.rawValue))) AS w (company, job) GROUP BY company
            ), noted AS (
                INSERT INTO job_acts (company_id, acted_by, act, subject, jobs)
                SELECT company, \(person), \(action.rawValue), \(String(subject.prefix(400))), jobs FROM done WHERE jobs > 0
            )
            SELECT coalesce(sum(jobs), 0)::bigint FROM done
            """)
        let wake = Query<Ignored>("SELECT pg_notify(\(JobSignal.channel), '') WHERE \(action == .replay)")
        let (changed, _) = try await write(statement, wake)
        return changed.first?.value ?? 0
    }
}

extension JobAction {
    /// Where the jobs stand that it can be done with.
    package var places: [JobPlace] {
        switch self {
        case .cancel: [.ready, .waiting, .running]
        case .replay: [.dead, .cancelled, .waiting]
        case .discard: [.dead]
        }
    }
}
