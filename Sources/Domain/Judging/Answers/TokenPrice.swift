/// What a model costs.
package struct TokenPrice: Sendable, Hashable {
    /// For a million tokens that are read.
    package let input: MicroDollars
    /// For a million tokens that are written.
    package let output: MicroDollars

    package init(input: MicroDollars, output: MicroDollars) {
        self.input = input
        self.output = output
    }

    /// Rounded up to the next millionth. Cheaper cached tokens count in full, so that it is never less than the bill.
    package func cost(_ usage: TokenUsage) -> MicroDollars {
        let (input, isTooMuch) = Self.clamped(usage.input).multipliedReportingOverflow(by: self.input.rawValue)
        let (output, isTooMuchOut) = Self.clamped(usage.output).multipliedReportingOverflow(by: self.output.rawValue)
        let (sum, isTooMuchAll) = input.addingReportingOverflow(output)
        guard !isTooMuch, !isTooMuchOut, !isTooMuchAll else { return MicroDollars(rawValue: .max / 4) }
        return MicroDollars(rawValue: sum / 1_000_000 + (sum % 1_000_000 > 0 ? 1 : 0))
    }

    private static func clamped(_ tokens: Int) -> Int { min(max(0, tokens), TokenUsage.most) }
}
