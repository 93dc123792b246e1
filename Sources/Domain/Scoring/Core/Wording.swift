/// Numbers in words and digits for receipts, the same on every machine whatever its locale.
enum Wording {
    /// One decimal, none when it is zero: "12", "3.4".
    static func number(_ value: Double) -> String {
        // Beyond 15 digits a Double has no tenths; the limit also keeps the conversion in range.
        let tenths = Int((min(max(value, -9e14), 9e14) * 10).rounded())
        let (whole, tenth) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return (tenths < 0 ? "-" : "") + "\(whole)" + (tenth == 0 ? "" : ".\(tenth)")
    }

    /// A share as a percentage: 0.125 is "12.5 %".
    static func percent(_ share: Double) -> String {
        number(share * 100) + " %"
    }

    /// A count with its noun: "1 source", "3 sources".
    static func count(_ count: Int, _ one: String, _ many: String) -> String {
        "\(count) \(count == 1 ? one : many)"
    }
}
