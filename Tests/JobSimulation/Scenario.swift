package import Jobs
import Postgres
import TestSupport

/// The size of a run and what goes wrong in it. A seed alone says all of it.
package struct Scenario: Sendable {
    /// One fault at one await point, instead of random ones.
    package struct Strike: Sendable {
        package let point: Int
        package let fault: Fault

        package init(point: Int, fault: Fault) {
            self.point = point
            self.fault = fault
        }
    }

    package let seed: UInt64
    package let processes: Int
    package let companies: Int
    package let jobs: Int
    /// Seconds in which things go wrong and jobs come in; afterwards all work must end.
    package let busySeconds: Int
    /// Probability of a fault at an await point that moves a job.
    package let faultRate: Double
    package let hasSchedule: Bool
    package let hasPeople: Bool
    package let slots: Int
    /// Jobs of a company and kind have one of so many arguments.
    package let sorts: Int
    /// How often a job may take its worker down.
    package let blown: Int
    package let kinds: [SimulatedKind]
    package let strike: Strike?
    package let bug: PlantedBug?

    /// A random one.
    package init(seed: UInt64, bug: PlantedBug? = nil) {
        var random = SeededRandom(seed: seed ^ 0x51_2E_0F_5C)
        self.seed = seed
        processes = 2 + random.below(3)
        companies = 1 + random.below(4)
        jobs = 8 + random.below(25)
        busySeconds = 150 + random.below(350)
        faultRate = [0.004, 0.015, 0.04][random.below(3)]
        hasSchedule = random.chance(0.3)
        hasPeople = random.chance(0.7)
        slots = 2 + random.below(6)
        sorts = 1 + random.below(3)
        blown = 2 + random.below(4)
        kinds = Self.kinds
        strike = nil
        self.bug = bug
    }

    /// A small fixed one, for going through all await points.
    package init(strike: Strike?, bug: PlantedBug? = nil) {
        seed = 42
        processes = 2
        companies = 2
        jobs = 9
        busySeconds = 24
        faultRate = 0
        hasSchedule = false
        hasPeople = true
        slots = 2
        sorts = 2
        blown = 5
        kinds = Self.kinds
        self.strike = strike
        self.bug = bug
    }

    package var settings: WorkerSettings {
        WorkerSettings(queues: [.standard, Self.slow], slots: slots, batch: 4, poll: .seconds(2))
    }

    package static let slow = JobQueue(rawValue: "slow")

    private static let kinds = [
        SimulatedKind(
            name: "plain",
            settings: JobSettings(
                mostAttempts: 6, timeLimit: .seconds(20), backoff: Backoff(base: .seconds(1), cap: .seconds(20)))),
        SimulatedKind(
            name: "one_by_one",
            settings: JobSettings(
                priority: .scraping, mostAttempts: 8, timeLimit: .seconds(15),
                backoff: Backoff(base: .seconds(1), cap: .seconds(10)), mostRunning: 2)),
        SimulatedKind(
            name: "rated",
            settings: JobSettings(
                mostAttempts: 8, timeLimit: .seconds(15), backoff: Backoff(base: .seconds(1), cap: .seconds(10)),
                perMinute: 12)),
        SimulatedKind(
            name: "slow",
            settings: JobSettings(
                queue: slow, priority: .analysis, mostAttempts: 4, timeLimit: .seconds(60),
                backoff: Backoff(base: .seconds(2), cap: .seconds(30)))),
    ]
}

extension Scenario: CustomStringConvertible {
    package var description: String {
        let what = strike.map { "\($0.fault) at await point \($0.point)" } ?? "faults at \(faultRate) of the points"
        return
            "\(processes) processes of \(slots) slots, \(companies) companies, \(jobs) jobs, \(busySeconds) s with \(what)"
    }
}
