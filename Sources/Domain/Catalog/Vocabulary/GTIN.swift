/// A Global Trade Item Number that may be compared between sources: 14 digits with a valid check digit.
///
/// UPC-A, EAN-13 and EAN-8 are the same number with zeros on the left (GS1 General Specifications, 3.3).
package struct GTIN: Hashable, Sendable, CustomStringConvertible {
    /// Exactly 14 digits.
    package let text: String

    /// A number in canonical form, as kept in the database: nil unless it is 14 digits with a valid check digit.
    package init?(canonical text: some StringProtocol) {
        guard text.utf8.count == 14 else { return nil }
        var value: UInt64 = 0
        for byte in text.utf8 {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        guard Self.hasValidCheckDigit(value) else { return nil }
        self.init(checked: value)
    }

    /// `value` must have at most 14 digits and a valid check digit.
    init(checked value: UInt64) {
        text = String(unsafeUninitializedCapacity: 14) { buffer in
            var rest = value
            for index in stride(from: 13, through: 0, by: -1) {
                buffer[index] = UInt8(ascii: "0") + UInt8(rest % 10)
                rest /= 10
            }
            return 14
        }
    }

    package var description: String { text }

    /// The 14 digits as a number below 10^14.
    package var value: UInt64 {
        text.utf8.reduce(0) { $0 * 10 + UInt64($1 &- UInt8(ascii: "0")) }
    }

    /// The packing level digit: 0 for a sales unit, 1…8 for cases and trays, 9 for variable measure.
    package var indicator: Int {
        Int((text.utf8.first ?? UInt8(ascii: "0")) &- UInt8(ascii: "0"))
    }

    /// The number of a case of this item: `indicator` 1…8, the item's digits, and a new check digit; nil for other
    /// indicators. Which indicator means how many units is the owner's secret, so equal digits are a hint, not proof.
    package func caseCode(indicator: Int) -> GTIN? {
        guard (1...8).contains(indicator) else { return nil }
        let body = value / 10 % 1_000_000_000_000 + UInt64(indicator) * 1_000_000_000_000
        return GTIN(checked: body * 10 + Self.checkDigit(of: body))
    }

    /// The number of the sales unit inside a case code (indicator 0 and a new check digit); itself for a sales unit.
    package var salesUnit: GTIN {
        let body = value / 10 % 1_000_000_000_000
        return GTIN(checked: body * 10 + Self.checkDigit(of: body))
    }

    /// The check digit of the digits before it: weights 3, 1, 3, 1 … from the right (GS1 General Specifications, 7.9).
    static func checkDigit(of body: UInt64) -> UInt64 {
        var sum: UInt64 = 0
        var weight: UInt64 = 3
        var rest = body
        while rest > 0 {
            sum += rest % 10 * weight
            weight = 4 - weight
            rest /= 10
        }
        return (10 - sum % 10) % 10
    }

    static func hasValidCheckDigit(_ value: UInt64) -> Bool {
        checkDigit(of: value / 10) == value % 10
    }
}
