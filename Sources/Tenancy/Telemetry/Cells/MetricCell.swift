/// The numbers of one series, recorded by any number of threads without a lock.
protocol MetricCell: AnyObject, Sendable {
    /// The present value; nil for what is more than one number.
    var value: Double? { get }
    /// Writes the present values as samples of `name`.
    func write(_ name: String, _ labels: LabelSet, to text: inout ExpositionText)
}
