/// Numbers as people read them: groups of three parted by a narrow no-break space, a true minus sign.
package enum NumberText {
    static let group = "\u{202F}"
    static let minus = "\u{2212}"
    /// What stands for a number that is not there or not finite.
    static let nothing = "–"

    /// "12 408", "−3".
    package static func whole(_ number: some BinaryInteger) -> String {
        let digits = grouped(String(number.magnitude))
        return number < 0 ? minus + digits : digits
    }

    /// A fixed number of decimals, 0...6: "71.4".
    package static func decimal(_ number: Double, digits: Int = 1) -> String {
        let text = scaled(number.magnitude, digits: digits)
        guard let text else { return nothing }
        let isZero = text.utf8.allSatisfy { $0 == UInt8(ascii: "0") || $0 == UInt8(ascii: ".") }
        return number < 0 && !isZero ? minus + text : text
    }

    /// With its sign: "+3.2", "−1.4", "0.0".
    package static func signed(_ number: Double, digits: Int = 1) -> String {
        let text = decimal(number, digits: digits)
        let isPositive = number > 0 && text != decimal(0, digits: digits)
        return isPositive ? "+" + text : text
    }

    /// A share of 1 as a percentage without decimals: 0.754 is "75%".
    package static func percent(_ share: Double) -> String {
        decimal(share * 100, digits: 0) + "%"
    }

    /// A scaled integer with its decimals: 124900 with two digits is "1 249.00".
    package static func fixed(_ units: Int64, digits: Int) -> String {
        let digits = min(max(digits, 0), 6)
        var text = String(units.magnitude)
        if text.utf8.count <= digits { text = String(repeating: "0", count: digits + 1 - text.utf8.count) + text }
        let whole = grouped(String(text.dropLast(digits)))
        let fraction = digits > 0 ? "." + text.suffix(digits) : ""
        return (units < 0 ? minus : "") + whole + fraction
    }

    private static func scaled(_ magnitude: Double, digits: Int) -> String? {
        var factor = 1.0
        for _ in 0..<min(max(digits, 0), 6) { factor *= 10 }
        guard let units = Int64(exactly: (magnitude * factor).rounded()) else { return nil }
        return fixed(units, digits: digits)
    }

    private static func grouped(_ digits: String) -> String {
        let count = digits.utf8.count
        guard count > 3 else { return digits }
        var text = ""
        for (index, digit) in digits.enumerated() {
            if index > 0, (count - index).isMultiple(of: 3) { text += group }
            text.append(digit)
        }
        return text
    }
}
