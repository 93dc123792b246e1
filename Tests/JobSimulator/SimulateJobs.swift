import JobSimulation

/// `swift run -c release JobSimulator 10000` runs that many seeds on both cores; `JobSimulator seed 7` one of them, with its
/// last lines.
@main
struct SimulateJobs {
    static func main() async {
        let words = CommandLine.arguments.dropFirst()
        if words.first == "seed", let seed = words.last.flatMap(UInt64.init) {
            let report = Simulation.run(Scenario(seed: seed))
            print(report.complaint)
            return
        }
        let count = words.first.flatMap(UInt64.init) ?? 1_000
        let begun = ContinuousClock.now
        let summary = await SimulationSummary.of(seeds: count)
        for complaint in summary.complaints { print(complaint) }
        print("\(summary) (\(ContinuousClock.now - begun))")
    }
}
