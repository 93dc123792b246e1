/// Whether a quantity rises or falls from where a forecast was made.
enum ForecastDirection {
    /// - Returns: -1, 0 or 1; what nobody would see (half a minor unit, half a tenth of a point or a piece) is no move.
    static func sign(from: Double, to: Double, measure: ForecastMeasure) -> Int {
        let least = measure == .price ? 0.5 : 0.05
        let move = to - from
        return move >= least ? 1 : move <= -least ? -1 : 0
    }
}
