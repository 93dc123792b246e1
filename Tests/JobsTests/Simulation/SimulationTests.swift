import JobSimulation
import TestSupport
import Testing

/// Random runs of the whole queue in simulated time, with faults at every await point (G-SIM-01).
@Suite struct SimulationTests {
    @Test func no_seed_breaks_a_promise() async {
        if let seed = SimulationSeeds.only {
            let report = Simulation.run(Scenario(seed: seed))
            print(report.complaint)
            #expect(report.problems == [])
            return
        }
        let summary = await SimulationSummary.of(seeds: SimulationSeeds.count ?? 200)
        print("simulated: \(summary)")
        #expect(summary.broken == 0)
        for complaint in summary.complaints { Issue.record("\(complaint)") }
    }

    @Test func a_seed_alone_says_all_that_happens() {
        for seed in UInt64(1)...5 {
            let (first, second) = (Simulation.run(Scenario(seed: seed)), Simulation.run(Scenario(seed: seed)))
            #expect(first.digest == second.digest)
            #expect(first.trace == second.trace)
            #expect(first.points == second.points)
        }
        #expect(Simulation.run(Scenario(seed: 1)).digest != Simulation.run(Scenario(seed: 2)).digest)
    }

    /// Not by chance: a small run is struck at its first await point, then at its second, and so on to its last.
    @Test(arguments: [Fault.crash, .pause, .answerLost, .requestLate, .databaseRestart])
    func one_fault_at_each_await_point_breaks_no_promise(_ fault: Fault) {
        var point = 0
        // Afterwards nothing is struck any more: the run is over before.
        while true {
            let report = Simulation.run(Scenario(strike: Scenario.Strike(point: point, fault: fault)))
            guard !report.faults.isEmpty else { break }
            guard report.problems.isEmpty else {
                Issue.record("\(fault) at await point \(point): \(report.complaint)")
                return
            }
            point += 1
        }
        #expect(point > 100)
    }
}
