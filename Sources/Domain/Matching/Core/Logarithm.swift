/// The logarithm to base 2 without a C library, good to about 0.01: enough for weights, and the same everywhere.
enum Logarithm {
    /// - Parameter value: a positive finite number; others give 0.
    static func of(_ value: Double) -> Double {
        guard value > 0, value.isFinite else { return 0 }
        // Between powers of two the logarithm of the significand m, 1..<2, is close to
        // (m − 1)(1 + 0.3466 (2 − m)).
        let part = value.significand
        return Double(value.exponent) + (part - 1) * (1 + 0.3466 * (2 - part))
    }
}
