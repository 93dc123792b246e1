/// One value for each phase of a season, and the phase of the next step.
package struct SeasonalCycle: Sendable {
    package var values: ContiguousArray<Double>
    package var phase: Int

    package init(values: ContiguousArray<Double>, phase: Int) {
        self.values = values
        self.phase = phase
    }

    /// The cycle repeated over the next steps.
    package func repeated(_ horizon: Int) -> ContiguousArray<Double> {
        ContiguousArray((0..<horizon).map { values[(phase + $0) % values.count] })
    }
}
