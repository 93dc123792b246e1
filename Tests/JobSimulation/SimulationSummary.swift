/// Many runs in one line.
package struct SimulationSummary: Sendable, CustomStringConvertible {
    private var runs = 0
    private var microseconds = 0
    private var points = 0
    private var faults: [Fault: Int] = [:]
    private var jobs = 0
    private var attempts = 0
    private var effects = 0
    /// The first runs that broke a promise.
    package private(set) var complaints: [String] = []
    package private(set) var broken = 0

    package init() {}

    /// Runs seeds one after the other.
    package init(seeds: some Sequence<UInt64>, bug: PlantedBug? = nil) {
        for seed in seeds { add(Simulation.run(Scenario(seed: seed, bug: bug))) }
    }

    /// Runs the seeds from 1 to `count`, on all cores.
    package static func of(seeds count: UInt64) async -> SimulationSummary {
        await withTaskGroup(of: SimulationSummary.self) { group in
            for first in UInt64(1)...8 {
                group.addTask { SimulationSummary(seeds: stride(from: first, through: count, by: 8)) }
            }
            var all = SimulationSummary()
            for await one in group { all.add(one) }
            return all
        }
    }

    package mutating func add(_ report: SimulationReport) {
        var one = SimulationSummary()
        one.runs = 1
        one.microseconds = report.microseconds
        one.points = report.points
        one.faults = report.faults
        one.jobs = report.jobs
        one.attempts = report.attempts
        one.effects = report.effects
        if !report.problems.isEmpty {
            one.broken = 1
            one.complaints = [report.complaint]
        }
        add(one)
    }

    package mutating func add(_ other: SimulationSummary) {
        runs += other.runs
        microseconds += other.microseconds
        points += other.points
        faults.merge(other.faults, uniquingKeysWith: +)
        jobs += other.jobs
        attempts += other.attempts
        effects += other.effects
        broken += other.broken
        complaints = Array((complaints + other.complaints).prefix(3))
    }

    package var hours: Double { Double(microseconds) / 3_600_000_000 }

    package var description: String {
        let struck = Fault.allCases.map { "\($0) \(faults[$0] ?? 0)" }.joined(separator: ", ")
        return "\(runs) seeds, \(Int(hours)) simulated hours, \(points) await points, faults: \(struck); "
            + "\(jobs) jobs, \(attempts) attempts, \(effects) effects; \(broken) broken"
    }
}
