extension JSONBuffer {
    /// Appends `null`.
    mutating func appendNull() { append(literal: "null") }

    /// Appends `true` or `false`.
    mutating func append(_ value: Bool) { append(literal: value ? "true" : "false") }

    /// Appends an integer.
    @inline(__always)
    mutating func append(_ value: Int64) {
        if value < 0 { append(UInt8(ascii: "-")) }
        append(digits: value.magnitude, atLeast: 1)
    }

    /// Appends the shortest digits that read back as the same number, as Swift describes it (`12.0`, `0.1`, `1e-05`);
    /// infinities and NaN, which JSON does not have, as `null`.
    mutating func append(_ value: Double) {
        guard value.isFinite else { return appendNull() }
        if appendHundredths(value) { return }
        var text = value.description
        text.withUTF8 { append(raw: $0) }
    }

    /// Nearly every number here has at most two decimals. At most 15 digits that read back as `value` are the only such
    /// digits, hence the shortest, and need no search.
    @inline(__always)
    private mutating func appendHundredths(_ value: Double) -> Bool {
        let magnitude = value.magnitude
        guard magnitude < 1e12 else { return false }
        let hundredths = UInt64(magnitude * 100 + 0.5)
        guard Double(hundredths) / 100 == magnitude else { return false }
        if value.sign == .minus { append(UInt8(ascii: "-")) }
        let (whole, rest) = hundredths.quotientAndRemainder(dividingBy: 100)
        append(digits: whole, atLeast: 1)
        append(UInt8(ascii: "."))
        if rest % 10 == 0 { append(digits: rest / 10, atLeast: 1) } else { append(digits: rest, atLeast: 2) }
        return true
    }

    /// Appends an amount of minor units as a decimal number: 1290 with scale 2 as `12.90`.
    /// - Parameter scale: decimals, 0…18.
    mutating func append(minorUnits: Int64, scale: Int) {
        if minorUnits < 0 { append(UInt8(ascii: "-")) }
        guard scale > 0 else { return append(digits: minorUnits.magnitude, atLeast: 1) }
        var unit: UInt64 = 1
        for _ in 0..<min(scale, 18) { unit *= 10 }
        let (whole, rest) = minorUnits.magnitude.quotientAndRemainder(dividingBy: unit)
        append(digits: whole, atLeast: 1)
        append(UInt8(ascii: "."))
        append(digits: rest, atLeast: min(scale, 18))
    }

    /// Appends decimal digits, filled up with zeros in front.
    /// - Parameter width: 1…20.
    @inline(__always)
    mutating func append(digits value: UInt64, atLeast width: Int) {
        append(room: 20) { place in
            var length = width
            var bound = value
            for _ in 0..<width { bound /= 10 }
            while bound > 0 {
                length += 1
                bound /= 10
            }
            var rest = value
            var index = length
            while index > 0 {
                index -= 1
                let (next, digit) = rest.quotientAndRemainder(dividingBy: 10)
                place[index] = UInt8(ascii: "0") &+ UInt8(truncatingIfNeeded: digit)
                rest = next
            }
            return length
        }
    }
}
