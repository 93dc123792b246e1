import Jobs
import Postgres

/// A kind of job whose arguments are a script.
protocol DrillKind: JobArguments {
    var script: DrillScript { get }
    init(script: DrillScript)
}

/// The usual kind.
struct DrillWork: DrillKind {
    static let kind = "drill.work"
    static let settings = JobSettings(
        priority: .scraping, timeLimit: .seconds(120),
        backoff: Backoff(base: .milliseconds(100), cap: .seconds(1)))
    let script: DrillScript
}

/// One with few attempts.
struct DrillFragile: DrillKind {
    static let kind = "drill.fragile"
    static let settings = JobSettings(
        priority: .scraping, mostAttempts: 3, backoff: Backoff(base: .milliseconds(50), cap: .milliseconds(200)))
    let script: DrillScript
}

/// One that stands five seconds behind the others.
struct DrillPatient: DrillKind {
    static let kind = "drill.patient"
    static let settings = JobSettings(priority: JobPriority(delaySeconds: 5))
    let script: DrillScript
}

/// One that only the newer version of the program knows.
struct DrillNovelty: DrillKind {
    static let kind = "drill.novelty"
    static let settings = JobSettings(priority: .scraping)
    let script: DrillScript
}

/// One that only a limited number of may start in a minute.
struct DrillMetered: DrillKind {
    static let kind = "drill.metered"
    static let settings = JobSettings(priority: .scraping, perMinute: 600)
    let script: DrillScript
}
