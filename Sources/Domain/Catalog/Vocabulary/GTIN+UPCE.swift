/// UPC-E: a UPC-A whose zeros are squeezed out (GS1 General Specifications, 5.2.2.4).
extension GTIN {
    /// The number of a UPC-E code: six digits (number system 0 and the check digit are understood) or eight digits
    /// whose check digit agrees; nil for anything else. `read` takes only the form with eight.
    package init?(upce text: some StringProtocol) {
        guard text.utf8.count == 6 || text.utf8.count == 8 else { return nil }
        var value: UInt64 = 0
        for byte in text.utf8 {
            let digit = byte &- UInt8(ascii: "0")
            guard digit < 10 else { return nil }
            value = value * 10 + UInt64(digit)
        }
        if text.utf8.count == 6 {
            let body = Self.expandedBody(system: 0, value)
            self.init(checked: body * 10 + Self.checkDigit(of: body))
        } else {
            guard let expanded = Self.expandedUPCE(value) else { return nil }
            self.init(checked: expanded)
        }
    }

    /// The UPC-A of eight UPC-E digits, or nil if the number system is not 0 or 1 or the check digit disagrees.
    static func expandedUPCE(_ eight: UInt64) -> UInt64? {
        let system = eight / 10_000_000
        guard system <= 1 else { return nil }
        let body = expandedBody(system: system, eight / 10 % 1_000_000)
        return checkDigit(of: body) == eight % 10 ? body * 10 + eight % 10 : nil
    }

    /// The eleven digits before the check digit.
    private static func expandedBody(system: UInt64, _ six: UInt64) -> UInt64 {
        let last = six % 10
        let middle: UInt64
        switch last {
        case 0...2: middle = six / 10_000 * 100_000_000 + last * 10_000_000 + six / 10 % 1_000
        case 3: middle = six / 1_000 * 10_000_000 + six / 10 % 100
        case 4: middle = six / 100 * 1_000_000 + six / 10 % 10
        default: middle = six / 10 * 100_000 + last
        }
        return system * 10_000_000_000 + middle
    }
}
