/// Between which values a forecast of a series can be believed.
///
/// A model that runs away (an explosive trend, a season of a factor of thousands) is cut off where no history of the kind has gone.
struct PathBounds: Sendable {
    private let low: Double
    private let high: Double

    init(_ values: [Double]) {
        var least = Double.infinity
        var most = -Double.infinity
        for value in values where value.isFinite {
            least = min(least, value)
            most = max(most, value)
        }
        guard least <= most else {
            (low, high) = (0, 0)
            return
        }
        // Half of each first: the range of extreme values may overflow.
        let range = most / 2 - least / 2
        let reach = min(range * 4, .greatestFiniteMagnitude / 4)
        low = least >= 0 ? max(0, least - reach) : max(-.greatestFiniteMagnitude / 4, least - reach)
        high = min(.greatestFiniteMagnitude / 4, most + reach)
    }

    /// The path inside the bounds; nil where it is not `horizon` finite numbers.
    func checked(_ path: [Double], _ horizon: Int) -> [Double]? {
        guard path.count == horizon, path.allSatisfy(\.isFinite) else { return nil }
        return path.map { min(high, max(low, $0)) }
    }
}
