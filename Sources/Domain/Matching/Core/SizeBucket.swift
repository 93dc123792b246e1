/// Sizes arranged so that equal ones are found together.
enum SizeBucket {
    /// Sizes closer than this share of the larger are one size: a 12 oz can is 354.9, 355 or 354 ml.
    static let tolerance = 0.01

    static func isSame(_ one: Int, _ other: Int) -> Bool {
        if one == other { return true }
        let (difference, overflow) = one.subtractingReportingOverflow(other)
        return !overflow && Double(difference.magnitude) <= tolerance * Double(max(one, other))
    }

    /// The same size lies in the same bucket or in a neighbouring one. Nil for sizes that are no sizes.
    static func bucket(_ millilitres: Int) -> Int32? {
        guard millilitres > 0, millilitres <= 10_000_000 else { return nil }
        // A step of 1/32 of a doubling is 2.2 %, more than twice the tolerance.
        return Int32(Logarithm.of(Double(millilitres)) * 32)
    }
}
