/// Reads numbers and times out of cells.
enum FieldParsing {
    enum Number: Equatable {
        case blank, bad, notFinite
        case value(Double)
    }

    enum Time: Equatable {
        case integer(Int)
        /// Hours since 1970-01-01 00:00.
        case hours(Int)
    }

    /// - Parameter hasDecimalComma: whether `1,5` is one and a half, as in files whose fields are parted by semicolons.
    static func number(_ cell: String, hasDecimalComma: Bool = false) -> Number {
        let field = trimmed(ArraySlice(cell.utf8))
        if field.isEmpty { return .blank }
        if field.count <= 15, let whole = digits(field) { return .value(Double(whole)) }
        var text = String(decoding: field, as: UTF8.self)
        if hasDecimalComma { text = text.replacing(",", with: ".") }
        if ["na", "n/a", "null", "none"].contains(text.lowercased()) { return .notFinite }
        guard let value = Double(text) else { return .bad }
        return value.isFinite ? .value(value) : .notFinite
    }

    /// An integer, `YYYY-MM`, `YYYY-MM-DD`, or a date followed by `T` or a space and `HH[:MM…]`.
    static func time(_ cell: String) -> Time? {
        let field = trimmed(ArraySlice(cell.utf8))
        if field.count <= 15, let whole = digits(field) { return .integer(whole) }
        if field.first == UInt8(ascii: "-"), field.count <= 15, let whole = digits(field.dropFirst()) {
            return .integer(-whole)
        }
        let halves = field.split(maxSplits: 1) { $0 == UInt8(ascii: " ") || $0 == UInt8(ascii: "T") }
        guard let first = halves.first else { return nil }
        let parts = first.split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false).map(digits)
        guard parts.count == 2 || parts.count == 3, let year = parts[0], let month = parts[1],
            (1...9999).contains(year), (1...12).contains(month)
        else { return nil }
        let day = parts.count == 3 ? parts[2] : 1
        guard let day, (1...31).contains(day) else { return nil }
        let date = CivilDate(year: year, month: month, day: day)
        guard date.components.month == month else { return nil }
        guard halves.count == 2 else { return .hours(date.dayNumber * 24) }
        guard let hour = digits(halves[1].prefix { $0 != UInt8(ascii: ":") }), (0...23).contains(hour) else {
            return nil
        }
        return .hours(date.dayNumber * 24 + hour)
    }

    private static func digits(_ field: ArraySlice<UInt8>) -> Int? {
        guard !field.isEmpty, field.count <= 15 else { return nil }
        var whole = 0
        for byte in field {
            guard byte >= 48, byte <= 57 else { return nil }
            whole = whole * 10 + Int(byte - 48)
        }
        return whole
    }

    private static func trimmed(_ field: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
        var field = field
        while let last = field.last, last == 32 || last == 9 { field.removeLast() }
        while let first = field.first, first == 32 || first == 9 { field.removeFirst() }
        return field
    }
}
