/// How far series have moved from where they stood, as a share of their level: what a short history borrows for its intervals.
struct BorrowedWidths: Sendable {
    /// A series of a category stands for others of it from so many on; else all series do.
    private static let leastSeries = 8
    /// Moves of one distance that say something.
    private static let leastMoves = 30
    private static let most = 4_000
    /// Distances looked at; between them lies a line.
    private static let distances = [1, 2, 3, 5, 8, 13, 21, 34, 55, 90]

    /// The moves of a group by distance, ascending.
    private struct Group: Sendable {
        var series = 0
        var moves = [[Double]](repeating: [], count: BorrowedWidths.distances.count)

        mutating func append(_ move: Double, _ distance: Int) {
            if moves[distance].count < BorrowedWidths.most { moves[distance].append(move) }
        }

        mutating func sort() {
            for distance in moves.indices { moves[distance].sort() }
        }
    }

    private let measure: ForecastMeasure
    private var byCategory: [String: Group] = [:]
    private var all = Group()

    /// - Parameter series: those with enough history to be learnt from, of one measure and step.
    init(_ measure: ForecastMeasure, _ series: [ProductSeries]) {
        self.measure = measure
        for one in series {
            all.series += 1
            if let category = one.category { byCategory[category, default: Group()].series += 1 }
            for (number, distance) in Self.distances.enumerated() where one.values.count > distance {
                for place in distance..<one.values.count {
                    let move = (one.values[place] - one.values[place - distance]) / scale(one.values[place - distance])
                    guard move.isFinite else { continue }
                    all.append(move, number)
                    guard let category = one.category else { continue }
                    byCategory[category, default: Group()].append(move, number)
                }
            }
        }
        all.sort()
        for category in byCategory.keys { byCategory[category]?.sort() }
    }

    /// What moves are counted in: a score's points, a price's share of itself, and of demand the share of what was wanted and one piece.
    private func scale(_ level: Double) -> Double {
        switch measure {
        case .score: 1
        case .price: max(level, 1)
        case .demand: level + 1
        }
    }

    /// A level that stays, between what like series did from such a level.
    /// - Returns: with how many series were borrowed from, and of which category.
    func forecast(level: Double, observations: Int, horizon: Int, category: String?, model: String) -> (
        SeriesForecast, ForecastReason
    ) {
        let own = category.flatMap { byCategory[$0] }
        let isOwn = (own?.series ?? 0) >= Self.leastSeries
        let group = isOwn ? own ?? all : all
        // The fewer observations, the less sure the level itself.
        let caution = (1 + 3 / Double(max(1, observations))).squareRoot()
        let intervals = [0.8, 0.95].map { probability in
            var lower: [Double] = []
            var upper: [Double] = []
            for step in 1...horizon {
                let (down, up) = bounds(group, probability, step)
                lower.append(level + min(0, down) * caution * scale(level))
                upper.append(level + max(0, up) * caution * scale(level))
            }
            return PredictionInterval(level: probability, lower: lower, upper: upper)
        }
        let known = group.moves[0].count >= Self.leastMoves
        return (
            SeriesForecast(
                path: [Double](repeating: level, count: horizon), intervals: intervals, model: model,
                reason: "the level alone"),
            .comparable(series: known ? group.series : 0, category: isOwn && known ? category : nil)
        )
    }

    /// Signed moves within which a probability lies so many steps on; never narrower than of fewer steps.
    private func bounds(_ group: Group, _ probability: Double, _ step: Int) -> (Double, Double) {
        var known: [(distance: Double, down: Double, up: Double)] = []
        for (number, distance) in Self.distances.enumerated() where group.moves[number].count >= Self.leastMoves {
            let down = SampleQuantile.value(group.moves[number], (1 - probability) / 2)
            let up = SampleQuantile.value(group.moves[number], (1 + probability) / 2)
            known.append((Double(distance), min(down, known.last?.down ?? 0), max(up, known.last?.up ?? 0)))
        }
        let distance = Double(step)
        // Nothing is known: a tenth (of a score ten points), growing as a random walk does.
        let unit = measure == .score ? 10.0 : measure == .price ? 0.1 : 0.5
        guard let last = known.last else {
            let reach = unit * NormalQuantile.value((1 + probability) / 2) * distance.squareRoot()
            return (-reach, reach)
        }
        guard distance < last.distance else {
            let growth = (distance / last.distance).squareRoot()
            return (last.down * growth, last.up * growth)
        }
        let right = known.firstIndex { $0.distance >= distance } ?? 0
        guard right > 0 else { return (known[0].down, known[0].up) }
        let (before, after) = (known[right - 1], known[right])
        let share = (distance - before.distance) / (after.distance - before.distance)
        return (before.down + share * (after.down - before.down), before.up + share * (after.up - before.up))
    }
}
