import Catalog

/// Strengths on Indian labels: a percentage ("12.5 %V/V"), or degrees under British proof ("25", which is 75° proof).
enum UnderProof {
    /// British proof spirit of 100° is 4/7 alcohol by volume (57.1 %; Spirits (Strength Ascertainment) Act 1952 puts
    /// it at 57.15 % by measure at 51 °F; labels use 4/7: 25 under proof is printed as 42.8 % v/v).
    static func read(_ text: String, mark: DecimalMark) -> Strength? {
        let number = text.prefix { ($0.isASCII && $0.isNumber) || $0 == "." || $0 == "," }
        guard let hundredths = try? DecimalText.parse(number, mark: mark, scale: 2), hundredths >= 0 else { return nil }
        if text.contains("%") { return hundredths <= 10_000 ? Strength(basisPoints: Int(hundredths)) : nil }
        guard number.count == text.count, hundredths < 10_000 else { return nil }
        return Strength(basisPoints: Int((10_000 - hundredths) * 4 / 7))
    }
}
