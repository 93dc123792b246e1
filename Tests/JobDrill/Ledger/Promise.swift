import Companies
import Jobs

/// A job that is to be enqueued, and how often its effect must happen.
struct Promise<Kind: DrillKind>: Sendable {
    let company: CompanyID
    let script: DrillScript
    var expected = 1
    let id = JobID()

    init(_ script: DrillScript, of kind: Kind.Type = DrillWork.self, in company: CompanyID, expected: Int = 1) {
        self.script = script
        self.company = company
        self.expected = expected
    }
}
