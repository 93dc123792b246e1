/// The upper bounds of a histogram's buckets, ascending; what is above the last one is counted too.
package struct BucketBounds: Sendable, Hashable {
    /// Most bounds a histogram has.
    package static let limit = 23

    package let values: [Double]

    /// - Parameter values: in any order; infinities, repetitions and what is beyond the limit are dropped.
    package init(_ values: [Double]) {
        self.values = Array(Set(values.filter(\.isFinite)).sorted().prefix(Self.limit))
    }

    /// 1 ms to 10 s, in seconds: requests.
    package static let durations = BucketBounds([
        0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ])

    /// 50 µs to 10 s, in seconds: round trips to a database near by.
    package static let shortDurations = BucketBounds([
        0.00005, 0.0001, 0.00025, 0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10,
    ])

    /// 1 ms to an hour, in seconds: work nobody watches.
    package static let longDurations = BucketBounds([
        0.001, 0.005, 0.025, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30, 60, 120, 300, 600, 1_800, 3_600,
    ])

    /// 1 to 10 million in steps of one magnitude: sizes and counts.
    package static let magnitudes = BucketBounds([1, 10, 100, 1_000, 10_000, 100_000, 1_000_000, 10_000_000])
}
