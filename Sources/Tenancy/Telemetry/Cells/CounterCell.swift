import CoreMetrics
import Synchronization

/// Counts whole and broken amounts. What is negative or not a number is not counted.
final class CounterCell: MetricCell, CounterHandler, FloatingPointCounterHandler {
    private let whole = Atomic<Int64>(0)
    private let broken = AtomicSum()

    func increment(by amount: Int64) {
        if amount > 0 { whole.wrappingAdd(amount, ordering: .relaxed) }
    }

    func increment(by amount: Double) {
        if amount > 0, amount.isFinite { broken.add(amount) }
    }

    func reset() {
        whole.store(0, ordering: .relaxed)
        broken.set(0)
    }

    var value: Double? { Double(whole.load(ordering: .relaxed)) + broken.value }

    func write(_ name: String, _ labels: LabelSet, to text: inout ExpositionText) {
        let (whole, broken) = (whole.load(ordering: .relaxed), broken.value)
        if broken == 0 {
            text.sample(name, labels, whole)
        } else {
            text.sample(name, labels, Double(whole) + broken)
        }
    }
}
