import API
import Companies
import Foundation
import Jobs
import Postgres
import Routes

extension Samples {
    static let moment = Date(timeIntervalSince1970: 1_720_861_506)
    static let exactly = ExactMoment(rawValue: 774_176_706_000_001)

    static let fullJob = JobListRow(
        company: .house, companySlug: "house", id: JobID(rawValue: id(21)), kind: nasty, queue: nasty,
        createdAt: moment,
        mostAttempts: 20,
        standing: JobStanding(place: .dead, since: exactly, attempts: 20, reason: nasty, isStopping: true),
        cursor: RowCursor(moment: exactly, id: id(21)))

    /// Between two places.
    static let bareJob = JobListRow(
        company: .house, companySlug: "house", id: JobID(rawValue: id(22)), kind: "b", queue: "q", createdAt: moment,
        mostAttempts: 1, standing: JobStanding(since: .infinity),
        cursor: RowCursor(moment: exactly, id: id(22)))

    static func jobs(_ rows: [JobListRow], next: String?, query: String) -> [UInt8] {
        let reading = JobsQuery.read(queryText: query)
        return JobsAnswer(rows: rows, limit: 50, next: next, isCut: next != nil, ignored: reading.ignored).bytes
    }

    static let jobAnswer = JobAnswer(
        job: JobFacts(
            company: .house, companySlug: "house", id: JobID(rawValue: id(21)), kind: nasty, queue: nasty,
            delaySeconds: 60, arguments: "{}", uniqueKey: nasty, mostAttempts: 20, createdAt: moment,
            standing: JobStanding(place: .dead, since: exactly, attempts: 20, reason: nasty)),
        events: [
            JobTimelineRow(
                happenedAt: moment, attempt: 20, event: "dead", detail: nasty, actedBy: IdentityID(rawValue: id(5))),
            JobTimelineRow(happenedAt: moment, attempt: 0, event: nasty),
        ], progress: JobProgressRow(done: 3, total: 9, note: nasty, updatedAt: moment),
        arguments: RedactedArguments(#"{"a": "</script>", "token": "x"}"#, names: [])
    ).bytes

    static let bareJobAnswer = JobAnswer(
        job: JobFacts(
            company: .house, companySlug: "house", id: JobID(rawValue: id(22)), kind: "b", queue: "q", delaySeconds: 0,
            arguments: "no JSON", mostAttempts: 1, createdAt: moment,
            standing: JobStanding()),
        events: [], progress: nil, arguments: RedactedArguments("no JSON", names: [])
    ).bytes
}
