/// All series of one name.
struct MetricFamily: Sendable {
    let kind: MetricKind
    private(set) var series: [LabelSet: any MetricCell] = [:]

    init(kind: MetricKind) { self.kind = kind }

    /// The series of these labels, made if there is none. Beyond `limit` all new ones are one, labelled `other`.
    mutating func cell<Cell: MetricCell>(_ labels: LabelSet, limit: Int, make: () -> Cell) -> Cell? {
        var labels = labels
        if series[labels] == nil, series.count >= limit { labels = labels.others }
        if let known = series[labels] { return known as? Cell }
        let cell = make()
        series[labels] = cell
        return cell
    }

    /// Puts a series in the place of one with the same labels, as far as there is room.
    mutating func replace(_ labels: LabelSet, limit: Int, with cell: any MetricCell) {
        guard series[labels] != nil || series.count < limit else { return }
        series[labels] = cell
    }

    mutating func remove(_ cell: any MetricCell) {
        for (labels, known) in series where known === cell { series[labels] = nil }
    }
}
