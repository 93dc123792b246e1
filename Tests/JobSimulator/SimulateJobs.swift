import JobSimulation

/// `swift run -c release JobSimulator 10000` runs that many seeds on both cores; `JobSimulator seed 7` one of them, with its
/// last lines; `JobSimulator bug NAME` looks for the first seed that notices a bug put in on purpose.
@main
struct SimulateJobs {
    static func main() async {
        let words = CommandLine.arguments.dropFirst()
        if words.first == "seed", let seed = words.last.flatMap(UInt64.init) {
            let report = Simulation.run(Scenario(seed: seed))
            print(report.complaint)
            return
        }
        if words.first == "bug", let bug = PlantedBug.allCases.first(where: { "\($0)" == words.last }) {
            let seed = (UInt64(1)...20_000).first { !Simulation.run(Scenario(seed: $0, bug: bug)).problems.isEmpty }
            print(seed.map { "seed \($0)" } ?? "none of 20,000 seeds")
            return
        }
        let count = words.first.flatMap(UInt64.init) ?? 1_000
        let begun = ContinuousClock.now
        let summary = await SimulationSummary.of(seeds: count)
        for complaint in summary.complaints { print(complaint) }
        print("\(summary) (\(ContinuousClock.now - begun))")
    }
}
