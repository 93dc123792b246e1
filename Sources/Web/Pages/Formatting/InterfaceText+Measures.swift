extension InterfaceText {
    /// "700 ml", "1.5 l"; nil when the size is not known.
    func size(millilitres: Int?) -> String? {
        guard let millilitres, millilitres > 0 else { return nil }
        guard millilitres >= 1000 else { return NumberText.whole(millilitres) + "\u{00A0}ml" }
        let litres = NumberText.fixed(Int64(millilitres), digits: 3)
        return Self.withoutTrailingZeros(litres) + "\u{00A0}l"
    }

    /// "46% ABV", "43.5% ABV"; nil when not known.
    func strength(basisPoints: Int?) -> String? {
        guard let basisPoints, basisPoints >= 0 else { return nil }
        let percent = Self.withoutTrailingZeros(NumberText.fixed(Int64(basisPoints), digits: 2))
        return fill(.factStrengthValue, ["percent": percent])
    }

    private static func withoutTrailingZeros(_ text: String) -> String {
        var text = Substring(text)
        while text.last == "0" { text.removeLast() }
        if text.last == "." { text.removeLast() }
        return String(text)
    }
}
