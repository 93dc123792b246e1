/// Writes the Prometheus text exposition format 0.0.4.
package struct ExpositionText {
    /// What the answer that carries it is called.
    package static let contentType = "text/plain; version=0.0.4; charset=utf-8"

    private(set) var bytes: [UInt8] = []

    init() { bytes.reserveCapacity(16_384) }

    /// A family with its head and all its series, in the order of their labels.
    mutating func family(_ name: String, _ family: MetricFamily, help: String?) {
        guard !family.series.isEmpty else { return }
        if let help { put("# HELP \(name) \(Self.escape(help))\n") }
        put("# TYPE \(name) \(family.kind.rawValue)\n")
        for (labels, cell) in family.series.sorted(by: { $0.key.text < $1.key.text }) {
            cell.write(name, labels, to: &self)
        }
    }

    mutating func sample(_ name: String, _ labels: LabelSet, _ value: Int64) {
        line(name, labels.text, String(value))
    }

    mutating func sample(_ name: String, _ labels: LabelSet, _ value: Double) {
        line(name, labels.text, Self.number(value))
    }

    mutating func bucket(_ name: String, _ labels: LabelSet, upTo bound: Double, _ count: Int64) {
        let comma = labels.text.isEmpty ? "" : ","
        line(name + "_bucket", "\(labels.text)\(comma)le=\"\(Self.number(bound))\"", String(count))
    }

    private mutating func line(_ name: String, _ labels: String, _ value: String) {
        put(name)
        if !labels.isEmpty { put("{\(labels)}") }
        put(" \(value)\n")
    }

    private mutating func put(_ text: String) { bytes.append(contentsOf: text.utf8) }

    /// Whole numbers without a fraction, everything else in the shortest digits that read back the same.
    private static func number(_ value: Double) -> String {
        if value.isNaN { return "NaN" }
        if value.isInfinite { return value > 0 ? "+Inf" : "-Inf" }
        if let whole = Int64(exactly: value), whole.magnitude < 1 << 53 { return String(whole) }
        return value.description
    }

    private static func escape(_ help: String) -> String {
        var escaped = ""
        for scalar in help.unicodeScalars {
            switch scalar {
            case "\\": escaped += "\\\\"
            case "\n": escaped += "\\n"
            default: escaped.unicodeScalars.append(scalar)
            }
        }
        return escaped
    }
}
