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

    /// Two decimals: "0.45", "-0.3".
    static func hundredths(_ value: Double) -> String {
        let hundredths = Int((min(max(value, -9e14), 9e14) * 100).rounded())
        let (whole, part) = hundredths.magnitude.quotientAndRemainder(dividingBy: 100)
        let digits = part % 10 == 0 ? "\(part / 10)" : part < 10 ? "0\(part)" : "\(part)"
        return (hundredths < 0 ? "-" : "") + "\(whole)" + (part == 0 ? "" : ".\(digits)")
    }

    /// A share of the sum of two as a multiple of the other: 0.6 is "1.5 times".
    static func ratio(_ share: Double) -> String {
        guard share < 0.99 else { return "more than 99 times" }
        return hundredths(share / (1 - share)) + " times"
    }

    /// A tone of −1…1 in a word.
    static func tone(_ tone: Double) -> String {
        if tone >= 0.2 { return "good" }
        return tone <= -0.2 ? "bad" : "mixed"
    }
}
