import Catalog
import Foundation
import Scoring

/// Weights as a person typed them, in percent with up to two decimals.
struct TypedWeights {
    enum Problem: Error, Equatable {
        case notANumber(ScoreComponent)
        /// What they sum to, in hundredths of a percent; 10 000 is right.
        case sum(Int)
    }

    private let percents: [String: String]

    /// - Parameter percents: by component (`media`).
    init(_ percents: [String: String]) { self.percents = percents }

    /// Exact: hundredths of a percent are whole numbers, and only then become shares.
    func weights() throws(Problem) -> ScoreWeights {
        var hundredths: [Int] = []
        for component in ScoreComponent.allCases {
            guard let value = Self.hundredths(percents[component.rawValue] ?? "") else { throw .notANumber(component) }
            hundredths.append(value)
        }
        let sum = hundredths.reduce(0, +)
        guard sum == 10_000 else { throw .sum(sum) }
        do {
            return try ScoreWeights(hundredths.map { Double($0) / 10_000 })
        } catch {
            throw .sum(sum)
        }
    }

    /// `25`, `12.5` and `12,50`; nil for anything else and for more than 100.
    private static func hundredths(_ text: String) -> Int? {
        let parts = text.trimmingCharacters(in: .whitespaces).replacing(",", with: ".").split(
            separator: ".", omittingEmptySubsequences: false)
        guard (1...2).contains(parts.count), (1...3).contains(parts[0].utf8.count),
            parts.allSatisfy({ $0.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) } }),
            let whole = Int(parts[0])
        else { return nil }
        var fraction = 0
        if parts.count == 2 {
            guard (1...2).contains(parts[1].utf8.count), let digits = Int(parts[1]) else { return nil }
            fraction = parts[1].utf8.count == 1 ? digits * 10 : digits
        }
        let value = whole * 100 + fraction
        return value <= 10_000 ? value : nil
    }
}
