import CoreMetrics

/// The last value set, or the balance of what went up and down.
final class GaugeCell: MetricCell, RecorderHandler, MeterHandler {
    private let level = AtomicSum()

    func record(_ value: Int64) { level.set(Double(value)) }
    func record(_ value: Double) { level.set(value) }
    func set(_ value: Int64) { level.set(Double(value)) }
    func set(_ value: Double) { level.set(value) }

    func increment(by amount: Double) {
        if amount.isFinite { level.add(amount) }
    }

    func decrement(by amount: Double) {
        if amount.isFinite { level.add(-amount) }
    }

    var value: Double? { level.value }

    func write(_ name: String, _ labels: LabelSet, to text: inout ExpositionText) {
        text.sample(name, labels, level.value)
    }
}
