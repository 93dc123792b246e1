import Foundation

/// What the last minutes of all processes come to. Pure.
struct ProcessReadings {
    /// Fewer requests say nothing of a share.
    static let leastRequests = 20.0
    /// Seconds after which a process that says nothing is not there any more.
    static let silence = 180.0
    /// Seconds that are looked back.
    static let span = 300.0

    private let figures: [ProcessFigure]
    private let known: [FigureSeriesRow]
    private let now: Date

    /// - Parameter known: what was told of lately. Of what nothing is heard now there is no value: what is silent is neither well nor
    ///   gone.
    init(_ figures: [ProcessFigure], known: [FigureSeriesRow], at now: Date) {
        self.figures = figures
        self.known = known
        self.now = now
    }

    /// Of the requests of five minutes, over all processes, those that ended in a fault, in percent.
    var faults: [MetricReading] {
        let (all, faults) = (risen("requests.all"), risen("requests.faults"))
        let total = all.values.reduce(0, +)
        let share = faults.values.reduce(0, +) / total * 100
        return [
            MetricReading(
                .faults, name: "", value: total >= Self.leastRequests ? share : nil,
                detail: "\(MetricUnit.number.text(total)) requests in five minutes.")
        ]
    }

    /// Of each pool the fullest of all processes, in percent.
    var pool: [MetricReading] {
        readings(.pool, latest("database.pool"), of: ["database.pool"])
    }

    /// A figure by the name it has at /metrics: of levels the highest of all processes, of counters how much they rise in a minute, all
    /// together.
    func family(_ name: String) -> [MetricReading] {
        let (level, counter) = ("process.\(name)", "process.\(name):counter")
        var values = latest(level)
        for (labels, rise) in risen(counter) { values[labels] = rise / (Self.span / 60) }
        return readings(.process(name), values, of: [level, counter])
    }

    private func readings(
        _ metric: MonitoredMetric, _ values: [String: Double], of figures: Set<String>
    ) -> [MetricReading] {
        Set(known.filter { figures.contains($0.figure) }.map(\.labels)).union(values.keys).sorted().map {
            MetricReading(metric, subject: $0, name: Self.name($0), value: values[$0])
        }
    }

    /// `role="app",client="serve"` as people read it.
    private static func name(_ labels: String) -> String {
        labels.split(separator: ",").map { pair in
            pair.drop { $0 != "=" }.dropFirst().trimmingCharacters(in: ["\""])
        }.joined(separator: ", ")
    }

    /// The highest level of each series among processes that are there.
    private func latest(_ figure: String) -> [String: Double] {
        var newest: [[String]: ProcessFigure] = [:]
        for row in figures where row.figure == figure && now.timeIntervalSince(row.minute) < Self.silence {
            let key = [row.labels, row.process]
            if newest[key].map({ $0.minute < row.minute }) ?? true { newest[key] = row }
        }
        return newest.values.reduce(into: [:]) { $0[$1.labels] = max($0[$1.labels] ?? -.infinity, $1.value) }
    }

    /// How much each series has risen in five minutes, over all processes. A counter that fell has begun anew.
    private func risen(_ figure: String) -> [String: Double] {
        let rows = figures.filter { $0.figure == figure && now.timeIntervalSince($0.minute) <= Self.span + 60 }
        return Dictionary(grouping: rows) { [$0.labels, $0.process] }.values.reduce(into: [:]) { risen, series in
            let series = series.sorted { $0.minute < $1.minute }
            let steps = zip(series, series.dropFirst()).map { $1.value >= $0.value ? $1.value - $0.value : $1.value }
            if let labels = series.first?.labels { risen[labels, default: 0] += steps.reduce(0, +) }
        }
    }
}
