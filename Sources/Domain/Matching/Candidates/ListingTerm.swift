/// A term of a name by its form.
enum ListingTerm: Equatable {
    /// A number by itself.
    case number(Double, String)
    /// A number with its unit, both as `MeasureUnit` has them, or `cs` for the units of a case; the text is alike for equal
    /// measures.
    case measure(Double, unit: String, String)
    /// `12x750ml`.
    case packs(Int, millilitres: Double)
    case word(String)

    /// Units as wholesalers cut them short, and one whose name is no word for it.
    private static let clipped: [String: String] = ["z": "oz", "ct": "pk", "pct": "%"]
    /// What stands behind the units of a case.
    private static let cases: Set<String> = ["b", "cs"]
    /// Sizes of bottles whose unit is cut to `m`.
    private static let bottles: Set<Double> = [50, 100, 187, 200, 375, 500, 700, 750]

    /// - Parameter term: of `TermReader.terms`.
    init(_ term: String) {
        guard let first = term.unicodeScalars.first, CleanText.isDigit(first) else {
            // `c24`: a case of 24.
            let rest = term.dropFirst()
            if term.hasPrefix("c"), (1...2).contains(rest.count), let count = Double(rest) {
                self = .measure(count, unit: "cs", term)
            } else {
                self = .word(term)
            }
            return
        }
        let digits = term.prefix { ("0"..."9").contains($0) || $0 == "." }
        let number = WrittenNumber.normal(String(digits))
        let unit = String(term.dropFirst(digits.count))
        guard let value = Double(number), value < 1e9 else {
            self = .word(term)
            return
        }
        if unit.isEmpty {
            self = .number(value, number)
        } else if let known = Self.measure(value, unit) {
            self = known
        } else if unit.hasPrefix("x"), value == value.rounded(), (1...240).contains(value),
            case .measure(let amount, "ml", _) = ListingTerm(String(unit.dropFirst()))
        {
            self = .packs(Int(value), millilitres: amount)
        } else {
            self = .word(term)
        }
    }

    private static func measure(_ value: Double, _ word: String) -> ListingTerm? {
        if word == "pf" || word == "proof" { return .measure(value / 2, unit: "pct", "") }
        if word == "m" { return bottles.contains(value) ? .measure(value, unit: "ml", "") : nil }
        if cases.contains(word) { return .measure(value, unit: "cs", "") }
        guard let unit = MeasureUnit.byWord[clipped[word] ?? word] else { return nil }
        // `1080p` and `4k` are no packs.
        if unit == "p", value > 60 { return nil }
        let smaller = MeasureUnit.smaller[unit]
        let amount = ((smaller?.factor ?? 1) * value * 1_000).rounded() / 1_000
        let name = smaller?.unit ?? unit
        return .measure(amount, unit: name, WrittenNumber.normal("\(amount)") + name)
    }
}
