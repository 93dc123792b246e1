/// Numbers of things, a row for each: what trees are grown from and asked about. NaN is "not known".
package struct FeatureMatrix: Sendable {
    /// Numbers of a row.
    package let width: Int
    package private(set) var count = 0
    private(set) var values: [Float] = []

    /// - Parameters:
    ///   - width: 1 or more.
    ///   - capacity: rows to make room for.
    package init(width: Int, capacity: Int = 0) {
        precondition(width > 0, "a row has numbers")
        self.width = width
        values.reserveCapacity(width * capacity)
    }

    /// - Parameter row: `width` numbers; what is not finite counts as not known.
    package mutating func append(_ row: some Collection<Float>) {
        precondition(row.count == width, "a row has \(width) numbers, not \(row.count)")
        for value in row { values.append(value.isFinite ? value : .nan) }
        count += 1
    }

    package subscript(row: Int) -> ArraySlice<Float> { values[row * width..<(row + 1) * width] }

    /// The rows with these numbers, in their order.
    package func rows(_ places: some Collection<Int>) -> FeatureMatrix {
        var some = FeatureMatrix(width: width, capacity: places.count)
        for place in places { some.append(self[place]) }
        return some
    }
}
