/// A polynomial in the backshift operator with 1 at lag 0, as the weights of the lags that have one.
package struct LagPolynomial: Sendable {
    /// Above zero, rising.
    private(set) var lags: ContiguousArray<Int>
    private(set) var weights: ContiguousArray<Double>

    /// 1 + Σ weights[i] · B^((i + 1) · stride).
    init(_ weights: some Sequence<Double>, stride: Int = 1) {
        self.weights = ContiguousArray(weights)
        lags = ContiguousArray(self.weights.indices.map { ($0 + 1) * stride })
    }

    /// 1 − B^lag.
    static func difference(_ lag: Int) -> LagPolynomial { LagPolynomial(CollectionOfOne(-1), stride: lag) }

    static func * (left: LagPolynomial, right: LagPolynomial) -> LagPolynomial {
        var terms: [Int: Double] = [:]
        for (lag, weight) in left.terms {
            for (other, factor) in right.terms { terms[lag + other, default: 0] += weight * factor }
        }
        terms[0] = nil
        var product = LagPolynomial(EmptyCollection())
        for lag in terms.keys.sorted() {
            guard let weight = terms[lag], weight != 0 else { continue }
            product.lags.append(lag)
            product.weights.append(weight)
        }
        return product
    }

    private var terms: [(Int, Double)] { [(0, 1)] + zip(lags, weights) }

    /// The value of the polynomial where the backshift does nothing.
    var sum: Double { weights.reduce(1, +) }

    /// Applied to a series that was 0 before it began.
    func applied(to values: UnsafeBufferPointer<Double>, into result: UnsafeMutableBufferPointer<Double>) {
        for step in values.indices { result[step] = values[step] }
        for term in lags.indices {
            let (lag, weight) = (lags[term], weights[term])
            guard lag < values.count else { continue }
            for step in lag..<values.count { result[step] += weight * values[step - lag] }
        }
    }

    /// Undoes `applied` in place: divides a series that was 0 before it began.
    func divide(_ values: UnsafeMutableBufferPointer<Double>) {
        lags.withUnsafeBufferPointer { lags in
            weights.withUnsafeBufferPointer { weights in
                for step in values.indices {
                    var sum = values[step]
                    for term in lags.indices {
                        guard lags[term] <= step else { break }
                        sum -= weights[term] * values[step - lags[term]]
                    }
                    values[step] = sum
                }
            }
        }
    }
}
