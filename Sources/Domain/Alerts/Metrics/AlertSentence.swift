/// Says a figure in words, without a full stop.
package enum AlertSentence {
    /// What is wrong: "Giassi, Florianópolis: 3 runs in a row failed".
    package static func text(_ metric: MonitoredMetric, name: String, value: Double) -> String {
        let figure = metric.unit.text(value)
        let said =
            switch metric {
            case .failures: plural(value, "run failed", "runs in a row failed")
            case .age: "not read for \(figure)"
            case .success: "\(figure) of the runs of seven days went well"
            case .volume: "\(figure) of the records it usually has"
            case .held: plural(value, "run waits for a decision", "runs wait for a decision")
            case .login: "the login is refused"
            case .cycle: "a cycle has been under way for \(figure)"
            case .deadJobs: plural(value, "job was given up in a day", "jobs were given up in a day")
            case .contradictions:
                plural(value, "listing is what somebody said it is not", "listings are what somebody said they are not")
            case .narrowed:
                plural(
                    value, "rule of matching erred and decides less by itself",
                    "rules of matching erred and decide less by themselves")
            case .channel: "alerts cannot be told there"
            case .queue: plural(value, "job waits to start", "jobs wait to start")
            case .storage: "\(figure) of the space is used"
            case .faults: "\(figure) of the requests end in a fault"
            case .pool: "\(figure) of the connections to the database are in use"
            case .process: figure
            }
        return name.isEmpty ? said.prefix(1).uppercased() + said.dropFirst() : "\(name): \(said)"
    }

    /// The limit: "3 or more", "more than 24 h", "less than 95 %".
    package static func limit(_ metric: MonitoredMetric, _ threshold: Double) -> String {
        let figure = metric.unit.text(threshold)
        return switch metric.side {
        case .atLeast: "\(figure) or more"
        case .above: "more than \(figure)"
        case .below: "less than \(figure)"
        }
    }

    /// What the figure is: "Runs that failed in a row".
    package static func title(_ metric: MonitoredMetric) -> String {
        switch metric {
        case .failures: "Runs that failed in a row"
        case .age: "Time since a source was read"
        case .success: "Runs that went well, of seven days"
        case .volume: "Records, against comparable runs"
        case .held: "Runs that wait for a decision"
        case .login: "Logins that are refused"
        case .cycle: "How long a cycle takes"
        case .deadJobs: "Jobs given up in a day"
        case .contradictions: "Listings that contradict a decision"
        case .narrowed: "Rules of matching that were narrowed"
        case .channel: "Channels that do not work"
        case .queue: "Jobs that wait to start"
        case .storage: "Space that is used"
        case .faults: "Requests that end in a fault"
        case .pool: "Connections to the database in use"
        case .process(let family): family
        }
    }

    private static func plural(_ value: Double, _ one: String, _ other: String) -> String {
        "\(MetricUnit.count.text(value)) \(value == 1 ? one : other)"
    }
}
