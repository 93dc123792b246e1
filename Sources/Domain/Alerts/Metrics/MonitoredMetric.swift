/// A figure that can be watched: what it says, when it is bad, and the limit everybody begins with.
///
/// The defaults are the strictest of the five designs this product grew from; a company may change each of its own.
package enum MonitoredMetric: Sendable, Hashable {
    /// Runs of a connection that failed one after the other, since the last that went well.
    case failures
    /// Hours since a connection was last read. One that is read less often than hourly may have as much more.
    case age
    /// Of a connection's runs of the last seven days, how many went well; with five or more.
    case success
    /// Records of a connection's newest whole run, against the mean of comparable ones before it; with three of them or more.
    case volume
    /// Runs the watch keeps back until somebody decides.
    case held
    /// A login that the source refuses.
    case login
    /// Minutes since a cycle began that has not ended.
    case cycle
    /// Jobs that were given up in the last day and wait for a person.
    case deadJobs
    /// Listings that are a product of which somebody said that they are not.
    case contradictions
    /// A channel of alerts that does not work.
    case channel
    /// Jobs of all companies that could start and have not.
    case queue
    /// Rules of matching that decide less by themselves than usual, because they erred.
    case narrowed
    /// Space used where data is kept.
    case storage
    /// Requests the program itself answered with a fault, of those of the last five minutes; with twenty or more.
    case faults
    /// Connections to the database in use, of those a process may have.
    case pool
    /// Any other figure processes tell of themselves, by its name there.
    case process(String)

    /// Those everybody knows, in the order people see them.
    package static let named: [MonitoredMetric] = [
        .failures, .age, .success, .volume, .held, .login, .cycle, .deadJobs, .contradictions, .channel, .queue,
        .narrowed, .storage, .faults, .pool,
    ]

    private static let processPrefix = "process."

    /// The word in tables, the API and messages.
    package var code: String {
        switch self {
        case .failures: "source.failures"
        case .age: "source.age"
        case .success: "source.success"
        case .volume: "source.volume"
        case .held: "source.held"
        case .login: "source.login"
        case .cycle: "cycle.age"
        case .deadJobs: "jobs.dead"
        case .contradictions: "products.contradicted"
        case .channel: "channel.broken"
        case .queue: "queue.depth"
        case .narrowed: "match.narrowed"
        case .storage: "storage.used"
        case .faults: "requests.faults"
        case .pool: "database.pool"
        case .process(let family): Self.processPrefix + family
        }
    }

    /// - Returns: nil for a word that is none.
    package init?(code: String) {
        if let known = Self.named.first(where: { $0.code == code }) {
            self = known
            return
        }
        guard code.hasPrefix(Self.processPrefix) else { return nil }
        let family = String(code.dropFirst(Self.processPrefix.count))
        guard family.wholeMatch(of: #/[a-z][a-z0-9_]{2,69}/#) != nil else { return nil }
        self = .process(family)
    }

    /// Whether only the platform has it.
    package var isPlatforms: Bool {
        switch self {
        case .queue, .narrowed, .storage, .faults, .pool, .process: true
        default: false
        }
    }

    package var unit: MetricUnit {
        switch self {
        case .failures, .held, .login, .deadJobs, .contradictions, .channel, .queue, .narrowed: .count
        case .age: .hours
        case .success, .volume, .storage, .faults, .pool: .percent
        case .cycle: .minutes
        case .process: .number
        }
    }

    package var side: MetricSide {
        switch self {
        case .failures, .held, .login, .deadJobs, .contradictions, .channel, .narrowed: .atLeast
        case .success, .volume: .below
        case .age, .cycle, .queue, .storage, .faults, .pool, .process: .above
        }
    }

    /// The limit everybody begins with (A-114, M-56 to M-60, B-120 to B-122, and a cycle's 90 minutes).
    package var usualThreshold: Double {
        switch self {
        case .failures: 3
        case .age: 24
        case .success: 95
        case .volume: 80
        case .held, .login, .deadJobs, .contradictions, .channel, .narrowed: 1
        case .cycle: 90
        case .queue: 1_000
        case .storage, .pool: 80
        case .faults: 5
        case .process: 0
        }
    }

    /// Limits that make sense.
    package var range: ClosedRange<Double> {
        switch self {
        case .failures, .held, .deadJobs, .contradictions: 1...1_000
        case .login, .channel: 1...1
        case .narrowed: 1...3
        // What is read every hour is an hour old before it is read again.
        case .age: 2...8_760
        case .success, .volume, .storage, .faults, .pool: 0...100
        case .cycle: 5...10_080
        case .queue: 1...1_000_000
        case .process: -1e12...1e12
        }
    }

    package var usualSeverity: AlertSeverity {
        switch self {
        case .failures, .login, .channel, .held, .success, .volume, .cycle, .queue, .contradictions, .narrowed: .warning
        case .deadJobs: .notice
        case .age: .warning
        case .storage, .faults, .pool: .critical
        case .process: .warning
        }
    }

    /// Seconds a figure must be beyond the limit before it is an alert: those that sway wait, those that stand are told at once.
    package var usualPatience: Int {
        switch self {
        case .queue, .faults, .pool, .process: 300
        default: 0
        }
    }

    /// Seconds it must be within the limit again before that is believed.
    package var calm: Double {
        switch self {
        case .queue, .faults, .pool, .storage, .process: 300
        default: 0
        }
    }
}

extension MonitoredMetric: CustomStringConvertible {
    package var description: String { code }
}
