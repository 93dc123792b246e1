/// Rounds parts to tenths so that they sum to the rounded total.
enum TenthsSharing {
    /// The tenths of one number, as `Wording.number` shows it.
    static func tenths(_ value: Double) -> Int {
        Int((min(max(value, -1e14), 1e14) * 10).rounded())
    }

    /// Every part rounded down, and the tenths that are then missing given to those that lost most by it (the method
    /// of largest remainders; Hamilton, 1792). No part is off by a whole tenth. Of equal remainders the first is served
    /// first.
    static func share(_ parts: [Double], total: Int) -> [Int] {
        let scaled = parts.map { min(max($0, -1e14), 1e14) * 10 }
        var tenths = scaled.map { Int($0.rounded(.down)) }
        let missing = total - tenths.reduce(0, +)
        let order = scaled.indices.sorted {
            let (one, other) = (scaled[$0] - scaled[$0].rounded(.down), scaled[$1] - scaled[$1].rounded(.down))
            return one == other ? $0 < $1 : one > other
        }
        for place in order.prefix(max(0, missing)) { tenths[place] += 1 }
        // Rounding of the total against the sum of the parts: only when they differ by more than half a tenth.
        for place in order.reversed().prefix(max(0, -missing)) { tenths[place] -= 1 }
        return tenths
    }
}
