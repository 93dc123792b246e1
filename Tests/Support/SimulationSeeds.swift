import Foundation

/// Which seeds of the job simulator tests run.
package enum SimulationSeeds {
    /// `TIDEMARK_SIM_SEED=7`: this one alone, to see again what it did.
    package static let only = number("TIDEMARK_SIM_SEED")
    /// `TIDEMARK_SIM_SEEDS=10000`: so many.
    package static let count = number("TIDEMARK_SIM_SEEDS")

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
    }
}
