/// Sizes and strengths in a product's name: "1.75L", "0,7 l", "43.2%". People leave them out when they speak of it.
enum NamedSize {
    private static let units: Set<String> = ["l", "lt", "ltr", "litre", "liter", "cl", "ml", "oz"]

    /// The name without decimal sizes and without percentages; whole sizes are left to whoever reads the name.
    static func removed(from name: String) -> String {
        let pieces = name.split(whereSeparator: \.isWhitespace)
        var kept: [Substring] = []
        var place = 0
        while place < pieces.count {
            let piece = pieces[place].lowercased()
            let number = piece.prefix { $0.isASCII && $0.isNumber || $0 == "." || $0 == "," }
            let rest = String(piece.dropFirst(number.count))
            let isDecimal = number.dropFirst().dropLast().contains { $0 == "." || $0 == "," }
            if rest.hasPrefix("%") || isDecimal && units.contains(rest) {
                place += 1
            } else if isDecimal, rest.isEmpty, place + 1 < pieces.count, units.contains(pieces[place + 1].lowercased())
            {
                place += 2
            } else {
                kept.append(pieces[place])
                place += 1
            }
        }
        return kept.joined(separator: " ")
    }
}
