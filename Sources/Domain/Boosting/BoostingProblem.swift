/// Why trees could not be grown, read or asked.
package struct BoostingProblem: Error, Sendable, CustomStringConvertible {
    /// As the library says it.
    package let description: String
}
