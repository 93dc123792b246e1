import Foundation

/// What is usual, from a window of the past that ends a few steps ago.
///
/// Counts are compared as 2 √(x + ⅜), whose spread hardly depends on the level (Anscombe, 1948); so a level twice as
/// high may stray more before it is news.
struct BreakoutBaseline: Sendable {
    let kind: SeriesKind
    /// The median, without season.
    let level: Double
    /// Mean of the residuals with wild ones cut, since the median of small counts is not their mean.
    private let centre: Double
    /// Correlation of neighbouring residuals, 0–0.9.
    let correlation: Double
    /// Standard deviation of what a residual brings that its neighbour did not foretell.
    let scale: Double
    /// Deviations by which the mean of so few values is likely to be off.
    let doubt: Double
    /// Standard deviation of the residuals.
    let spread: Double

    /// Nil of nothing.
    init?(_ window: [BreakoutReading], kind: SeriesKind) {
        guard let level = RobustStatistics.median(window.map(\.level)) else { return nil }
        self.kind = kind
        self.level = level
        let raw = window.map { Self.residual($0, level, kind) }
        let (middle, rawSpread) = RobustStatistics.middleAndSpread(raw)
        let wild = 2 * rawSpread
        let cut = raw.map { min(wild, max(-wild, $0 - middle)) }
        let mean = cut.reduce(0, +) / Double(cut.count)
        let centre = middle + mean
        let correlation = Self.correlation(cut.map { $0 - mean })
        let news = (1..<max(1, raw.count)).map { later in
            let kept = Self.kept(correlation, over: window[later].step - window[later - 1].step)
            return raw[later] - centre - kept * (raw[later - 1] - centre)
        }
        let share = (1 - correlation * correlation).squareRoot()
        let least = kind == .counts ? 1 : Self.leastShare * abs(level)
        self.centre = centre
        self.correlation = correlation
        scale = max(RobustStatistics.cutSpread(news), least * share, .leastNormalMagnitude)
        doubt = (1 + correlation) / Double(raw.count).squareRoot()
        spread = max(rawSpread, least)
    }

    /// What a residual foretells of the one so many steps later.
    func foretold(by reading: BreakoutReading, after steps: Int) -> Double {
        Self.kept(correlation, over: steps) * residual(reading)
    }

    private static func kept(_ correlation: Double, over steps: Int) -> Double {
        steps == 1 ? correlation : pow(correlation, Double(steps))
    }

    /// Amounts that hardly ever move are taken to stray by this share of their level, so that a tick is no news.
    static let leastShare = 0.02

    /// How far a value is from what is usual, on the scale on which values are compared.
    func residual(_ reading: BreakoutReading) -> Double {
        Self.residual(reading, level, kind) - centre
    }

    /// The residual on a step without season.
    func unseasonal(_ reading: BreakoutReading) -> Double {
        residual(reading) / (kind == .amounts ? reading.factor : reading.factor.squareRoot())
    }

    /// The level, without season, at which residuals are on average this far from the usual; 0 for what is usual.
    func level(at residual: Double) -> Double {
        switch kind {
        case .amounts: return level + centre + residual
        case .counts:
            let root = max(0, Self.stabilised(level) + centre + residual)
            return max(0, root * root / 4 - 0.375)
        }
    }

    private static func residual(_ reading: BreakoutReading, _ level: Double, _ kind: SeriesKind) -> Double {
        switch kind {
        case .amounts: reading.value - (level * reading.factor + reading.offset)
        case .counts: stabilised(reading.value) - stabilised(level * reading.factor)
        }
    }

    private static func stabilised(_ count: Double) -> Double { 2 * (max(0, count) + 0.375).squareRoot() }

    /// With the bias of short windows corrected (Kendall, 1954), which would call too often.
    private static func correlation(_ residuals: [Double]) -> Double {
        let products = zip(residuals, residuals.dropFirst()).reduce(0) { $0 + $1.0 * $1.1 }
        let squares = residuals.dropLast().reduce(0) { $0 + $1 * $1 }
        guard squares > 0 else { return 0 }
        let found = products / squares
        return min(0.9, max(0, found + (1 + 3 * found) / Double(residuals.count)))
    }
}
