import JobHistory
import Postgres

/// One event of a drill's tables, in the order of the clock.
struct HistoryRow: RowDecodable {
    let event: HistoryEvent

    init(row: inout RowReader) throws {
        let at: Double = try row.next()
        let sequence: Int = try row.next()
        let job: String = try row.next()
        let company: String = try row.next()
        let word: String = try row.next()
        guard let what = HistoryEvent.Kind(rawValue: word) else {
            throw DrillProblem("an event is called \(word), which no history knows")
        }
        event = HistoryEvent(
            at: at, sequence: sequence, job: job, company: company, what: what, attempt: try row.nextOptional(),
            worker: try row.nextOptional(), key: try row.nextOptional())
    }
}
