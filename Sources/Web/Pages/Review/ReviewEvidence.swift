/// What spoke for and against, as a waterfall from how often pairs are the same at all to this pair.
package struct ReviewEvidence: Sendable {
    /// One step.
    package struct Step: Sendable {
        let label: String
        /// Log-odds: above 0 it speaks for being the same.
        let weight: Double

        package init(_ label: String, _ weight: Double) {
            self.label = label
            self.weight = weight
        }
    }

    let steps: [Step]

    /// - Parameter steps: the start first.
    package init(_ steps: [Step]) { self.steps = steps }
}
