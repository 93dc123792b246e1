@testable import Scoring

/// Series in which nothing happens, of every kind the detector must leave alone.
enum QuietSeries: CaseIterable {
    case independent, related, closelyRelated, mostRelated, wild, rare, few, many, overdispersed

    var kind: SeriesKind {
        switch self {
        case .independent, .related, .closelyRelated, .mostRelated, .wild: .amounts
        case .rare, .few, .many, .overdispersed: .counts
        }
    }

    var level: Double {
        switch self {
        case .rare: 0.3
        case .few: 3
        case .many, .overdispersed: 30
        default: 50
        }
    }

    var noise: NoiseKind {
        switch self {
        case .independent: .autoregressive(correlation: 0, share: 0.15)
        case .related: .autoregressive(correlation: 0.3, share: 0.15)
        case .closelyRelated: .autoregressive(correlation: 0.6, share: 0.15)
        case .mostRelated: .autoregressive(correlation: 0.8, share: 0.15)
        case .wild: .wild(correlation: 0.3, share: 0.1)
        case .rare, .few, .many: .poisson
        case .overdispersed: .overdispersed(share: 0.3)
        }
    }

    /// Values of quiet steps, one in twenty not known.
    func values(steps: Int, _ random: inout SeriesGenerator) -> [Double] {
        let values = random.values(around: Array(repeating: level, count: steps), noise)
        return random.withGaps(values, percent: 5)
    }
}
