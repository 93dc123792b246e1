import Foundation

/// Why a pair is as probable as it is: what speaks for and against, which together is the log-odds of the probability.
package struct PairExplanation: Sendable, Hashable {
    /// One part, in log-odds: above 0 it speaks for being the same.
    package struct Part: Sendable, Hashable {
        package let group: EvidenceGroup
        package let weight: Double

        package init(_ group: EvidenceGroup, _ weight: Double) {
            self.group = group
            self.weight = weight
        }

        /// As it is stored: "size -1.25".
        package var line: String { "\(group.rawValue) \(String(format: "%.3f", weight))" }

        /// - Returns: nil for what was not written by `line`.
        package init?(line: String) {
            let halves = line.split(separator: " ")
            guard halves.count == 2, let group = EvidenceGroup(rawValue: String(halves[0])),
                let weight = Double(halves[1]), weight.isFinite
            else { return nil }
            self.init(group, weight)
        }
    }

    /// 0...1.
    package let probability: Double
    /// The start first, then by how much they weigh.
    package let parts: [Part]

    /// Parts that weigh less are not worth a line.
    private static let least = 0.05

    /// - Parameter unstated: what neither record ever states; that they do not is part of the start.
    init(
        probability: Double, contributions: [Float], groups: [EvidenceGroup], unstated: Set<EvidenceGroup> = []
    ) {
        self.probability = probability
        var sums: [EvidenceGroup: Double] = [:]
        for (group, value) in zip(groups, contributions) { sums[group, default: 0] += Double(value) }
        var start = Double(contributions.last ?? 0)
        for group in unstated { start += sums.removeValue(forKey: group) ?? 0 }
        let bounded = min(max(probability, 1e-5), 1 - 1e-5)
        // What a pair says alone and what its rivals say together make the probability; the rest is the rivals'.
        sums[.rivals, default: 0] += log(bounded / (1 - bounded)) - start - sums.values.reduce(0, +)
        let parts = sums.sorted { (abs($0.value), $0.key.rawValue) > (abs($1.value), $1.key.rawValue) }
            .filter { abs($0.value) >= Self.least }
        self.parts = [Part(.start, start)] + parts.map { Part($0.key, $0.value) }
    }
}
