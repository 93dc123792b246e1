extension GTIN {
    /// What a source's code field says.
    package enum Reading: Equatable, Sendable {
        /// Empty, a word for "none", all zeros or all nines.
        case absent
        case valid(GTIN)
        /// Valid only after a change that is likely but not certain, described by a fragment such as
        /// "check digit was missing". Good for suggesting a match, not for making one.
        case repaired(GTIN, note: String)
        /// The fragment follows the code: "has a wrong check digit".
        case rejected(reason: String)
    }

    /// Reads a code field as found: UPC-A, UPC-E, EAN-8, EAN-13 or GTIN-14, with letters, dashes and spaces between.
    ///
    /// Codes that are valid but mean something else in every shop (in-store weights, coupons) are rejected.
    package static func read(_ raw: some StringProtocol) -> Reading {
        var copy = String(raw)
        return copy.withUTF8 { bytes in
            switch CodeDigits.scan(bytes) {
            case .none: .absent
            case .scientific: .rejected(reason: "is in scientific notation, its last digits are lost")
            case .noDigits: .rejected(reason: "is not a number")
            case .tooMany: .rejected(reason: "has more than 14 digits")
            case .digits(let value, let count): read(value, count)
            }
        }
    }

    private static func read(_ value: UInt64, _ count: Int) -> Reading {
        switch count {
        case 8: readEight(value)
        case 10, 11:
            hasValidCheckDigit(value)
                ? global(value) { .repaired($0, note: "leading zeros were missing") } : missingCheckDigit(value, count)
        case 12, 13, 14:
            hasValidCheckDigit(value) ? global(value) { .valid($0) } : missingCheckDigit(value, count)
        default: .rejected(reason: count == 1 ? "has 1 digit" : "has \(count) digits")
        }
    }

    /// A value of at most 11 digits padded to 12 or more may be a UPC-A that lost its check digit to a spreadsheet.
    private static func missingCheckDigit(_ value: UInt64, _ count: Int) -> Reading {
        guard value < 100_000_000_000, value >= 1_000_000_000 else {
            return .rejected(reason: "has a wrong check digit")
        }
        return global(value * 10 + checkDigit(of: value)) { .repaired($0, note: "check digit was missing") }
    }

    private static func readEight(_ value: UInt64) -> Reading {
        let expanded = expandedUPCE(value)
        let isShortEAN = hasValidCheckDigit(value)
        switch (expanded, isShortEAN) {
        case (let expanded?, false): return global(expanded) { .valid($0) }
        case (.some, true): return .rejected(reason: "could be an EAN-8 or a UPC-E")
        case (nil, false): return .rejected(reason: "has a wrong check digit")
        case (nil, true):
            // GS1 prefixes 0 and 2 of eight-digit numbers are for use inside one shop.
            let first = value / 10_000_000
            return first == 0 || first == 2
                ? .rejected(reason: "is an in-store code") : .valid(GTIN(checked: value))
        }
    }

    private static func global(_ value: UInt64, _ reading: (GTIN) -> Reading) -> Reading {
        let prefix = value / 10_000_000_000 % 1_000  // first three of the 13 digits after the indicator
        switch prefix {
        case 20...29, 200...299: return .rejected(reason: "is an in-store code for goods sold by weight")
        case 40...49: return .rejected(reason: "is an in-store code")
        case 50...59, 980...999: return .rejected(reason: "is a coupon code")
        default: return reading(GTIN(checked: value))
        }
    }
}
