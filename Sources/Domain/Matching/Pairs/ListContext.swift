import Foundation

/// How a pair stands among the candidates of its records once each has a probability: whether another is as probable, and whether others
/// of both agree with it. Sees what no pair shows by itself: that a thing is sold once, or that three records are one.
struct ListContext {
    static let names = [
        "p_rkL", "p_mgL", "p_sumL", "p_nL", "p_bL", "p_rkR", "p_mgR", "p_sumR", "p_nR", "p_bR", "p_mut", "p_tri",
        "p_neg", "p_lo",
    ]
    /// What is less probable supports nothing.
    private static let least: Float = 0.1

    private var rows: [Int: [Int: Float]] = [:]
    private var columns: [Int: [Int: Float]] = [:]
    private let isOneList: Bool

    /// - Parameter probabilities: of each pair, in their order.
    init(_ pairs: [CandidatePair], _ probabilities: [Float], isOneList: Bool) {
        self.isOneList = isOneList
        for (pair, probability) in zip(pairs, probabilities) where pair.left != pair.right || !isOneList {
            func put(_ one: Int, _ other: Int, _ table: inout [Int: [Int: Float]]) {
                table[one, default: [:]][other] = max(table[one]?[other] ?? 0, probability)
            }
            put(pair.left, pair.right, &rows)
            // Of one list a pair is the same from both ends.
            put(pair.right, pair.left, &columns)
            if isOneList { put(pair.right, pair.left, &rows) }
        }
        if isOneList { columns = rows }
    }

    static func logOdds(_ probability: Float) -> Float {
        let bounded = min(max(probability, 1e-5), 1 - 1e-5)
        return log(bounded / (1 - bounded))
    }

    /// Values of a pair, named by `names`.
    func values(of pair: CandidatePair, _ probability: Float) -> [Float] {
        guard pair.left != pair.right || !isOneList else { return Array(repeating: 0, count: Self.names.count) }
        let left = standing(among: rows[pair.left] ?? [:], of: pair.right, probability)
        let right = standing(among: columns[pair.right] ?? [:], of: pair.left, probability)
        let (support, doubt) = triangles(pair)
        return left + right + [left[0] == 0 && right[0] == 0 ? 1 : 0, support, doubt, Self.logOdds(probability)]
    }

    private func standing(among list: [Int: Float], of other: Int, _ probability: Float) -> [Float] {
        let own = list[other] ?? probability
        var (rank, sum, many, best, second) = (0, Float(0), 0, Float(0), Float(0))
        for value in list.values.sorted(by: >) {
            if value > own { rank += 1 }
            sum += value
            many += value > 0.5 ? 1 : 0
            if value > best { (best, second) = (value, best) } else { second = max(second, value) }
        }
        let rival = rank > 0 ? best : second
        return [
            Float(rank), Self.logOdds(own) - Self.logOdds(rival), sum - own, Float(many - (own > 0.5 ? 1 : 0)),
            Self.logOdds(rival),
        ]
    }

    /// The best third way from one record to the other, and the strongest disagreement about a third record.
    private func triangles(_ pair: CandidatePair) -> (support: Float, doubt: Float) {
        var (support, doubt) = (Float(0), Float(0))
        let (row, column) = (rows[pair.left] ?? [:], columns[pair.right] ?? [:])
        if isOneList {
            for (third, one) in row where third != pair.left && third != pair.right {
                guard let other = column[third] else { continue }
                support = max(support, min(one, other))
                doubt = max(doubt, abs(one - other))
            }
        } else {
            for (right, one) in row where right != pair.right && one >= Self.least {
                for (left, other) in column where left != pair.left && other >= Self.least {
                    support = max(support, min(one, other, rows[left]?[right] ?? 0))
                }
            }
        }
        return (support, doubt)
    }
}
