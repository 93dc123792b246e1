/// Which pairs are the most probable of both their records.
struct BestPairs {
    private var left: [Int: Double] = [:]
    private var right: [Int: Double] = [:]
    private let isOneList: Bool

    /// - Parameter probabilities: of each pair, in their order.
    init(_ pairs: [CandidatePair], _ probabilities: [Double], isOneList: Bool) {
        self.isOneList = isOneList
        for (pair, probability) in zip(pairs, probabilities) where !isOneList || pair.left != pair.right {
            left[pair.left] = max(left[pair.left] ?? 0, probability)
            // Of one list a pair is the same from both ends.
            if isOneList {
                left[pair.right] = max(left[pair.right] ?? 0, probability)
            } else {
                right[pair.right] = max(right[pair.right] ?? 0, probability)
            }
        }
    }

    func contains(_ pair: CandidatePair, _ probability: Double) -> Bool {
        let other = isOneList ? left[pair.right] : right[pair.right]
        return probability >= (left[pair.left] ?? 0) && probability >= (other ?? 0)
    }
}
