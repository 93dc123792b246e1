/// A text as a vector of length 1 over its pieces, those ascending by number.
struct WeightedVector: Sendable {
    let pieces: [Int32]
    let weights: [Float]

    /// The cosine of the angle between both, 0...1.
    func cosine(_ other: WeightedVector) -> Float {
        var (one, two, sum) = (0, 0, Float(0))
        while one < pieces.count, two < other.pieces.count {
            if pieces[one] == other.pieces[two] {
                sum += weights[one] * other.weights[two]
                one += 1
                two += 1
            } else if pieces[one] < other.pieces[two] {
                one += 1
            } else {
                two += 1
            }
        }
        return sum
    }
}
