/// Alcohol by volume in hundredths of a percent: 4000 is 40 %.
package struct Strength: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// 0…10 000 when read from text.
    package let basisPoints: Int

    package init(basisPoints: Int) {
        self.basisPoints = basisPoints
    }

    /// US proof in tenths: proof is twice the percentage by volume (27 CFR 5.1), so 904 tenths are 45.2 %.
    package init(proofTenths: Int) {
        basisPoints = proofTenths.multipliedReportingOverflow(by: 5).partialValue
    }

    /// US proof in tenths: 904 for 45.2 %.
    package var proofTenths: Int { (basisPoints + 2) / 5 }

    /// The strength in `text`: "13.50%", "40 % vol", "80 proof", or a bare number in `bareUnit`.
    ///
    /// Nil for no number, for less than 0 and for more than 100 % by volume. More decimals than hundredths of a percent
    /// are rounded.
    package static func read(
        _ text: some StringProtocol, bareUnit: StrengthUnit = .percent, mark: DecimalMark = .either
    ) -> Strength? {
        let trimmed = text.lowercased().drop { $0 == " " || $0 == "\u{A0}" }
        let number = trimmed.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
        let suffix = trimmed.dropFirst(number.count).filter { $0.isLetter || $0 == "%" || $0 == "°" || $0.isNumber }
        let unit: StrengthUnit
        switch suffix {
        case "": unit = bareUnit
        case "%", "%vol", "%alcvol", "%abv", "abv", "vol", "%alc", "percent": unit = .percent
        case "proof", "pf", "°", "°proof": unit = .proof
        default: return nil
        }
        // A strength has no thousands, so a lone separator is the decimal mark.
        let separators = number.count { $0 == "." || $0 == "," }
        let certain = mark == .either && separators == 1 ? (number.contains(".") ? DecimalMark.point : .comma) : mark
        guard let value = try? DecimalText.parse(number, mark: certain, scale: unit.scale, extraDigits: .round) else {
            return nil
        }
        let points = unit == .proof ? value / 2 : value
        return (0...10_000).contains(points) ? Strength(basisPoints: Int(points)) : nil
    }

    package static func < (left: Strength, right: Strength) -> Bool {
        left.basisPoints < right.basisPoints
    }

    /// `45.2 %`, for logs and messages.
    package var description: String {
        let text = DecimalText.plain(Int64(basisPoints), scale: 2)
        let short = text.hasSuffix(".00") ? text.dropLast(3) : text.hasSuffix("0") ? text.dropLast() : text[...]
        return "\(short) %"
    }
}
