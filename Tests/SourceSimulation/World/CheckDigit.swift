/// Codes with the digit that proves them (GS1 General Specifications §7.9).
enum CheckDigit {
    /// - Parameter number: eleven digits.
    static func gtin12(_ number: Int) -> String { with(number, digits: 11) }

    /// - Parameter number: twelve digits.
    static func gtin13(_ number: Int) -> String { with(number, digits: 12) }

    private static func with(_ number: Int, digits: Int) -> String {
        let text = String(number)
        let body = String(repeating: "0", count: max(0, digits - text.count)) + text
        let sum = body.reversed().enumerated().reduce(0) { sum, place in
            sum + (place.element.wholeNumberValue ?? 0) * (place.offset % 2 == 0 ? 3 : 1)
        }
        return body + "\((10 - sum % 10) % 10)"
    }
}
