/// The best ratio found so far among stretches of texts, as a fraction, since dividing for each would take as long as
/// the comparison.
struct BestStretch {
    /// The longest common subsequence of the best one.
    private var subsequence = 0
    /// The lengths of both stretches.
    private var total = 1

    /// The ratio, 0–1: twice the subsequence in both lengths.
    var score: Double { SimilarityScore.indel(subsequence: subsequence, total, 0) }

    /// Takes notice of one.
    @inline(__always)
    mutating func note(_ subsequence: Int, of total: Int) {
        if subsequence &* self.total > self.subsequence &* total {
            (self.subsequence, self.total) = (subsequence, total)
        }
    }

    /// The least subsequence that is better, of two stretches of one length.
    func needed(length: Int) -> Int { subsequence * 2 * length / total + 1 }
}
