/// The values and errors that a forecast looks back on.
package struct ArimaState: Sendable {
    let values: ContiguousArray<Double>
    let errors: ContiguousArray<Double>
    /// What a step adds of its own.
    let constant: Double
}
