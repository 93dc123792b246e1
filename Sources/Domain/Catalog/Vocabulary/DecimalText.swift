/// Decimal numbers as people write them, read into scaled integers. No floating point is involved.
package enum DecimalText {
    /// What to do with more decimals than the scale holds.
    package enum ExtraDigits: Sendable {
        /// An error, unless the extra digits are zeros.
        case refuse
        /// Rounded to the nearest, halves away from zero.
        case round
    }

    /// The number in `text` times 10^`scale`.
    ///
    /// Accepts a sign (`-`, `−`, `+`, or accounting brackets), a currency sign or code or a percent sign on either side
    /// (they are not interpreted), and groups of thousands (also Indian groups of two) separated by one kind of
    /// separator: spaces of any width, apostrophes, and the one of `,` and `.` that is not the decimal mark.
    /// Exponents, `NaN` and anything else are refused.
    /// - Parameter scale: decimals kept, 0…18.
    package static func parse(
        _ text: some StringProtocol, mark: DecimalMark, scale: Int
    ) throws(NumberProblem) -> Int64 {
        try parse(text, mark: mark, scale: scale, extraDigits: .refuse)
    }

    package static func parse(
        _ text: some StringProtocol, mark: DecimalMark, scale: Int, extraDigits: ExtraDigits
    ) throws(NumberProblem) -> Int64 {
        var copy = String(text)
        let outcome = copy.withUTF8 { bytes in
            withUnsafeTemporaryAllocation(of: UInt8.self, capacity: DecimalScan.capacity) { buffer in
                DecimalScan.scan(bytes, into: buffer)
                    .flatMap { $0.value(mark: mark, scale: scale, extraDigits: extraDigits) }
            }
        }
        return try outcome.get()
    }

    /// The canonical text of a scaled integer: `plain(-1250, scale: 2)` is `-12.50`.
    package static func plain(_ value: Int64, scale: Int) -> String {
        let digits = String(value.magnitude)
        let sign = value < 0 ? "-" : ""
        guard scale > 0 else { return sign + digits }
        let padded = String(repeating: "0", count: max(0, scale + 1 - digits.utf8.count)) + digits
        return "\(sign)\(padded.dropLast(scale)).\(padded.suffix(scale))"
    }
}
