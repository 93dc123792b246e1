import Foundation

/// Which seeds tests of random sequences run, and how much of them.
package enum SimulationSeeds {
    /// `TIDEMARK_SIM_SEED=7`: this one alone, to see again what it did.
    package static let only = number("TIDEMARK_SIM_SEED")
    /// `TIDEMARK_KILLS=300`: how often a program is killed while it reads a source.
    package static let kills = number("TIDEMARK_KILLS")
    /// `TIDEMARK_SIM_SEEDS=10000`: so many.
    package static let count = number("TIDEMARK_SIM_SEEDS")

    /// `TIDEMARK_STATEMENTS=100000`: so many random statements of one company try to see another's rows.
    package static let statements = number("TIDEMARK_STATEMENTS")

    private static func number(_ name: String) -> UInt64? {
        ProcessInfo.processInfo.environment[name].flatMap(UInt64.init)
    }
}
