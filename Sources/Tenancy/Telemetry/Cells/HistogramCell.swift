import CoreMetrics
import Synchronization

/// Counts values by magnitude. Values of a timer are nanoseconds; they are shown in seconds.
final class HistogramCell: MetricCell, RecorderHandler, TimerHandler {
    private let bounds: BucketBounds
    /// One more than bounds can be. Behind one another in memory, so that recording touches two cache lines.
    private let counts = InlineArray<24, Atomic<Int64>> { _ in Atomic(0) }
    /// Whole nanoseconds of timers: exact, and cheaper to add to than a floating-point number.
    private let nanoseconds = Atomic<Int64>(0)
    private let sum = AtomicSum()

    init(bounds: BucketBounds) { self.bounds = bounds }

    func recordNanoseconds(_ duration: Int64) {
        let duration = max(0, duration)
        count(Double(duration) / 1e9)
        nanoseconds.wrappingAdd(duration, ordering: .relaxed)
    }

    func record(_ value: Int64) { record(Double(value)) }

    func record(_ value: Double) {
        guard value.isFinite else { return }
        count(value)
        sum.add(value)
    }

    private func count(_ value: Double) {
        let values = bounds.values
        var index = 0
        while index < values.count, value > values[index] { index += 1 }
        counts[index].wrappingAdd(1, ordering: .relaxed)
    }

    var value: Double? { nil }

    /// The count is that of the buckets, so that a scrape in the middle of a record never contradicts itself.
    func write(_ name: String, _ labels: LabelSet, to text: inout ExpositionText) {
        var total: Int64 = 0
        for (index, bound) in bounds.values.enumerated() {
            total += counts[index].load(ordering: .relaxed)
            text.bucket(name, labels, upTo: bound, total)
        }
        total += counts[bounds.values.count].load(ordering: .relaxed)
        text.bucket(name, labels, upTo: .infinity, total)
        text.sample(name + "_sum", labels, Double(nanoseconds.load(ordering: .relaxed)) / 1e9 + sum.value)
        text.sample(name + "_count", labels, total)
    }
}
