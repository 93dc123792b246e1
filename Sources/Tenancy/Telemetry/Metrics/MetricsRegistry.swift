import Synchronization

/// Keeps what code records through swift-metrics and renders it in the Prometheus text format.
///
/// Recording into a series takes no lock; making one does, so make it once and keep it. The number of series of a
/// family is bounded: labels that come from outside cannot fill the memory. A name that is used for two kinds of things
/// keeps the first; what the second records is not shown.
package final class MetricsRegistry: Sendable {
    private struct State {
        var families: [String: MetricFamily] = [:]
        var descriptions: [String: MetricDescription] = [:]
        var collectors: [String: @Sendable () async -> Void] = [:]
    }

    /// More families than this are a mistake in code.
    private static let familyLimit = 1_000
    private let seriesLimit: Int
    private let state = Mutex(State())

    /// - Parameter seriesLimit: series of one family; the next ones are counted together with `other` for every label.
    package init(seriesLimit: Int = 500) { self.seriesLimit = max(1, seriesLimit) }

    /// What families say about themselves. Bounds count for histograms that are made afterwards.
    package func describe(_ descriptions: [MetricDescription]) {
        state.withLock { state in
            for description in descriptions { state.descriptions[MetricName.family(description.name)] = description }
        }
    }

    /// A series whose value is asked for when the metrics are read. The last one registered for the same labels counts.
    /// - Parameter read: quick, from any thread; NaN when there is nothing to tell.
    package func observe(
        _ name: String, _ kind: MetricKind, _ dimensions: [(String, String)] = [],
        read: @escaping @Sendable () -> Double
    ) {
        state.withLock { state in
            let name = MetricName.family(name)
            guard var family = family(name, kind, &state) else { return }
            family.replace(LabelSet(dimensions), limit: seriesLimit, with: ObservedCell(read))
            state.families[name] = family
        }
    }

    /// Work before the metrics are read, such as asking the database; the last one of a name counts. It is cancelled
    /// when it takes too long, and must then end.
    package func beforeScrape(_ name: String, _ collect: @escaping @Sendable () async -> Void) {
        state.withLock { $0.collectors[name] = collect }
    }

    /// Collects what is asked for only now, and renders everything.
    /// - Parameter limit: how long collecting may take.
    package func scrape(collectingFor limit: Duration = .seconds(2)) async -> [UInt8] {
        await collect(limit)
        return text()
    }

    /// The present values of families, of counters and gauges alone; what is not a number is left out.
    /// - Parameter limit: how long collecting may take.
    package func samples(of names: Set<String>, collectingFor limit: Duration = .seconds(2)) async -> [MetricSample] {
        await collect(limit)
        let families = state.withLock { state in names.compactMap { name in state.families[name].map { (name, $0) } } }
        return families.flatMap { name, family in
            family.series.compactMap { labels, cell in
                cell.value.flatMap { value in
                    value.isFinite
                        ? MetricSample(name: name, kind: family.kind, labels: labels.text, value: value) : nil
                }
            }
        }
    }

    private func collect(_ limit: Duration) async {
        let collectors = state.withLock { Array($0.collectors.values) }
        if !collectors.isEmpty { await Self.run(collectors, limit: limit) }
    }

    /// Everything recorded so far, in the text format 0.0.4.
    package func text() -> [UInt8] {
        let (families, descriptions) = state.withLock { ($0.families, $0.descriptions) }
        var text = ExpositionText()
        for (name, family) in families.sorted(by: { $0.key < $1.key }) {
            text.family(name, family, help: descriptions[name]?.help)
        }
        return text.bytes
    }

    func cell<Cell: MetricCell>(
        _ label: String, _ dimensions: [(String, String)], _ kind: MetricKind, make: (BucketBounds?) -> Cell
    ) -> Cell {
        state.withLock { state in
            let name = MetricName.family(label)
            let bounds = state.descriptions[name]?.buckets
            guard var family = family(name, kind, &state),
                let cell = family.cell(LabelSet(dimensions), limit: seriesLimit, make: { make(bounds) })
            else { return make(bounds) }
            state.families[name] = family
            return cell
        }
    }

    func forget(_ cell: any MetricCell) {
        state.withLock { state in
            for name in state.families.keys { state.families[name]?.remove(cell) }
        }
    }

    /// The family, new if need be; `nil` when its name means something else or there is no room.
    private func family(_ name: String, _ kind: MetricKind, _ state: inout State) -> MetricFamily? {
        if let known = state.families[name] { return known.kind == kind ? known : nil }
        return state.families.count < Self.familyLimit ? MetricFamily(kind: kind) : nil
    }

    private static func run(_ collectors: [@Sendable () async -> Void], limit: Duration) async {
        await withTaskGroup(of: Bool.self) { group in
            for collect in collectors {
                group.addTask {
                    await collect()
                    return true
                }
            }
            group.addTask {
                try? await Task.sleep(for: limit)
                return false
            }
            var left = collectors.count
            while left > 0, await group.next() == true { left -= 1 }
            group.cancelAll()
        }
    }
}
