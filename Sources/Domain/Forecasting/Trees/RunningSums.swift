/// Sums over any stretch of a series in constant time; what was not observed counts in none.
struct RunningSums: Sendable {
    let values: ContiguousArray<Double>
    private var sums: ContiguousArray<Double>
    private var squares: ContiguousArray<Double>
    private var counts: ContiguousArray<Int32>
    private var zeros: ContiguousArray<Int32>
    private var changes: ContiguousArray<Double>
    private var changeCounts: ContiguousArray<Int32>

    /// - Parameter season: lag of the differences that `meanChange` is of.
    init(_ series: [Double], season: Int) {
        values = ContiguousArray(series)
        sums = [0]
        squares = [0]
        counts = [0]
        zeros = [0]
        changes = [0]
        changeCounts = [0]
        let size = series.count + 1
        sums.reserveCapacity(size)
        squares.reserveCapacity(size)
        counts.reserveCapacity(size)
        zeros.reserveCapacity(size)
        changes.reserveCapacity(size)
        changeCounts.reserveCapacity(size)
        for (place, value) in series.enumerated() {
            let known = value.isFinite
            sums.append(sums[place] + (known ? value : 0))
            squares.append(squares[place] + (known ? value * value : 0))
            counts.append(counts[place] + (known ? 1 : 0))
            zeros.append(zeros[place] + (value == 0 ? 1 : 0))
            let change = place >= season ? value - series[place - season] : .nan
            changes.append(changes[place] + (change.isFinite ? change * change : 0))
            changeCounts.append(changeCounts[place] + (change.isFinite ? 1 : 0))
        }
    }

    /// Mean of the `length` values that end with the one at `end`; NaN where none is known.
    func mean(_ end: Int, _ length: Int) -> Double {
        let (low, high) = stretch(end, length)
        let count = counts[high] - counts[low]
        return count > 0 ? (sums[high] - sums[low]) / Double(count) : .nan
    }

    /// Standard deviation of the same values; NaN where fewer than two are known.
    func deviation(_ end: Int, _ length: Int) -> Double {
        let (low, high) = stretch(end, length)
        let count = Double(counts[high] - counts[low])
        guard count > 1 else { return .nan }
        let sum = sums[high] - sums[low]
        return (max(0, squares[high] - squares[low] - sum * sum / count) / (count - 1)).squareRoot()
    }

    /// Share of zeros among the same values; NaN where none is known.
    func zeroShare(_ end: Int, _ length: Int) -> Double {
        let (low, high) = stretch(end, length)
        let count = counts[high] - counts[low]
        return count > 0 ? Double(zeros[high] - zeros[low]) / Double(count) : .nan
    }

    /// Root of the mean squared difference of the same values from those a season before; NaN where none is known.
    func meanChange(_ end: Int, _ length: Int) -> Double {
        let (low, high) = stretch(end, length)
        let count = changeCounts[high] - changeCounts[low]
        return count > 0 ? (max(0, changes[high] - changes[low]) / Double(count)).squareRoot() : .nan
    }

    /// The value at a place; NaN outside of the series.
    func value(_ place: Int) -> Double {
        place >= 0 && place < values.count ? values[place] : .nan
    }

    private func stretch(_ end: Int, _ length: Int) -> (low: Int, high: Int) {
        let high = min(max(end + 1, 0), values.count)
        return (max(0, min(high, end + 1 - length)), high)
    }
}
