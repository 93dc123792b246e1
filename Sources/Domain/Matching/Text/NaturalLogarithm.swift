/// The natural logarithm without a C library: exact to the last bits, and the same on every machine.
enum NaturalLogarithm {
    /// - Parameter value: a positive finite number; others give 0.
    static func of(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        let isUpper = value.significand > 1.414_213_562_373_095_1
        let significand = isUpper ? value.significand / 2 : value.significand
        let exponent = Double(value.exponent) + (isUpper ? 1 : 0)
        // ln m = 2 artanh((m − 1) / (m + 1)), a series in powers of at most 0.172.
        let ratio = (significand - 1) / (significand + 1)
        var sum = 0.0
        for term in 0..<12 { sum = sum * ratio * ratio + 1 / Double(23 - 2 * term) }
        return exponent * 0.693_147_180_559_945_3 + 2 * ratio * sum
    }
}
