/// A value that is asked for when it is read.
final class ObservedCell: MetricCell {
    private let read: @Sendable () -> Double

    init(_ read: @escaping @Sendable () -> Double) { self.read = read }

    var value: Double? { read() }

    func write(_ name: String, _ labels: LabelSet, to text: inout ExpositionText) {
        text.sample(name, labels, read())
    }
}
