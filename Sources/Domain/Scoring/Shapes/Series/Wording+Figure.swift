import Foundation

extension Wording {
    /// Three digits that matter, none behind the point from a hundred on: "0.0123", "1.2", "45.6", "1234".
    static func figure(_ value: Double) -> String {
        guard value.isFinite, value != 0 else { return "0" }
        let size = abs(value)
        guard size < 1e15 else { return value < 0 ? "less than -1e15" : "more than 1e15" }
        let digits = size >= 100 ? 0 : min(6, 2 - Int(log10(size).rounded(.down)))
        let unit = (0..<digits).reduce(1) { tens, _ in tens * 10 }
        let (whole, rest) = Int((size * Double(unit)).rounded()).quotientAndRemainder(dividingBy: unit)
        let sign = value < 0 && (whole, rest) != (0, 0) ? "-" : ""
        guard rest != 0 else { return sign + "\(whole)" }
        var places = String(rest)
        places = String(repeating: "0", count: digits - places.count) + places
        while places.last == "0" { places.removeLast() }
        return sign + "\(whole).\(places)"
    }
}
