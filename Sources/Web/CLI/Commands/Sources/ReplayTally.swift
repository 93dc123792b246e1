import Ingestion
import Synchronization

/// What a replay came to so far.
final class ReplayTally: Sendable {
    private let counts = Mutex<(runs: Int, different: Int, applied: Int, problems: Int)>((0, 0, 0, 0))

    var runs: Int { counts.withLock(\.runs) }
    var different: Int { counts.withLock(\.different) }
    var applied: Int { counts.withLock(\.applied) }
    var problems: Int { counts.withLock(\.problems) }

    func add(_ report: ReplayReport) {
        counts.withLock { counts in
            counts.runs += 1
            if report.isDifferent { counts.different += 1 }
            if report.isApplied { counts.applied += 1 }
            if report.problem != nil { counts.problems += 1 }
        }
    }
}
