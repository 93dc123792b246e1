import Catalog

/// Strengths on Indian labels: a percentage ("12.5 %V/V"), or degrees under British proof ("25", which is 75° proof).
enum UnderProof {
    /// British proof spirit is 4/7 alcohol by volume (about 57.1 %), so n degrees under proof are (100 − n) × 4/7
    /// percent: 25 under proof is the "42.8 % v/v" of Indian labels. Rounded to hundredths.
    static func read(_ text: String, mark: DecimalMark) -> Strength? {
        let number = text.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
        guard let hundredths = try? DecimalText.parse(number, mark: mark, scale: 2), hundredths >= 0 else { return nil }
        if text.contains("%") { return hundredths <= 10_000 ? Strength(basisPoints: Int(hundredths)) : nil }
        guard number.count == text.count, hundredths < 10_000 else { return nil }
        return Strength(basisPoints: Int(((10_000 - hundredths) * 8 + 7) / 14))
    }
}
