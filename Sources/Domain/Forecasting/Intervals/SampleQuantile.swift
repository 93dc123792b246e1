/// Quantiles of a sample, widened as few observations demand.
enum SampleQuantile {
    /// The value below which the next observation lies with a probability: between the order statistics at (n + 1)·p.
    ///
    /// Source: Hyndman and Fan (1996), definition 6, which split-conformal prediction needs (Vovk, Gammerman, Shafer, 2005).
    /// - Parameter sorted: ascending, not empty.
    static func value(_ sorted: some RandomAccessCollection<Double>, _ probability: Double) -> Double {
        let rank = Double(sorted.count + 1) * probability - 1
        let low = min(max(0, Int(rank.rounded(.down))), sorted.count - 1)
        let high = min(low + 1, sorted.count - 1)
        let share = min(1, max(0, rank - Double(low)))
        func at(_ place: Int) -> Double { sorted[sorted.index(sorted.startIndex, offsetBy: place)] }
        return at(low) + share * (at(high) - at(low))
    }
}
