extension ScoreChange {
    /// The change and what made it, the largest part first. The numbers sum as shown.
    package var sentence: String {
        let moved = components.filter { $0.valueTenths != 0 }.sorted { abs($0.valueTenths) > abs($1.valueTenths) }
        let values = moved.map { "\(name($0)) \(signed($0.valueTenths))" }
        let parts = values + (byWeight.map { [$0] } ?? [])
        guard !parts.isEmpty else { return "\(head)." }
        return "\(head): \(parts.joined(separator: ", "))."
    }

    private var head: String {
        guard tenths != 0 else { return "Unchanged" }
        let size = Wording.number(Double(abs(tenths)) / 10)
        return (tenths > 0 ? "Up " : "Down ") + size + (abs(tenths) == 10 ? " point" : " points")
    }

    /// Nil when the weights did not move.
    private var byWeight: String? {
        let appeared = components.filter { $0.presence == .appeared }.map(name)
        let vanished = components.filter { $0.presence == .vanished }.map(name)
        let sum = components.reduce(0) { $0 + $1.weightTenths }
        var causes: [String] = []
        if !appeared.isEmpty { causes.append("\(list(appeared)) appeared") }
        if !vanished.isEmpty { causes.append("\(list(vanished)) vanished") }
        if causes.isEmpty, sum == 0 { return nil }
        let cause = causes.isEmpty ? "" : " since " + causes.joined(separator: " and ")
        return "weights moved\(cause) \(signed(sum))"
    }

    private func list(_ names: [String]) -> String { names.joined(separator: " and ") }

    private func name(_ change: ComponentChange) -> String { change.component.title.lowercased() }

    private func signed(_ tenths: Int) -> String {
        (tenths > 0 ? "+" : "") + Wording.number(Double(tenths) / 10)
    }
}
