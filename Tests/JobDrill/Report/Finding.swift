/// One count of a drill.
struct Finding: Sendable {
    let what: String
    let value: Double
    let bound: Bound

    var holds: Bool { bound.allows(value) }

    /// A number as people write it: whole, or with two digits.
    static func text(_ value: Double) -> String {
        if value == value.rounded(), abs(value) < 1e15 { return String(Int64(value)) }
        let hundredths = Int64((abs(value) * 100).rounded())
        let fraction = hundredths % 100
        return (value < 0 ? "-" : "") + "\(hundredths / 100).\(fraction < 10 ? "0" : "")\(fraction)"
    }
}
