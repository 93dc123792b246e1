/// The digits of a code field, found without allocating.
enum CodeDigits: Equatable {
    /// Nothing there, or a word or filler for nothing.
    case none
    case noDigits
    case scientific
    case tooMany
    /// `count` digits, leading zeros counted; at most 14.
    case digits(UInt64, count: Int)

    /// Skips letters, dashes, spaces and quotes; recognises `8.2184E+10` and the `.0` a spreadsheet appends.
    static func scan(_ bytes: UnsafeBufferPointer<UInt8>) -> CodeDigits {
        let end = contentEnd(bytes)
        var value: UInt64 = 0
        var count = 0
        var zeros = 0
        var nines = 0
        var letters = 0
        for index in 0..<end {
            let byte = bytes[index]
            let digit = byte &- UInt8(ascii: "0")
            if digit < 10 {
                count += 1
                zeros += digit == 0 ? 1 : 0
                nines += digit == 9 ? 1 : 0
                if count <= 14 { value = value * 10 + UInt64(digit) }
            } else if byte | 0x20 == UInt8(ascii: "e"), isExponent(bytes, index) {
                return .scientific
            } else if byte > 0x20 {
                letters += 1
            }
        }
        if count == 0 { return letters == 0 || isWordForNone(bytes) ? .none : .noDigits }
        if zeros == count || (nines == count && count >= 6) { return .none }
        return count > 14 ? .tooMany : .digits(value, count: count)
    }

    /// Without a trailing `.0`, `.00` … after a digit.
    private static func contentEnd(_ bytes: UnsafeBufferPointer<UInt8>) -> Int {
        var end = bytes.count
        while end > 0, bytes[end - 1] <= 0x20 { end -= 1 }
        var cut = end
        while cut > 0, bytes[cut - 1] == UInt8(ascii: "0") { cut -= 1 }
        guard cut >= 2, cut < end, bytes[cut - 1] == UInt8(ascii: "."), bytes[cut - 2] &- UInt8(ascii: "0") < 10 else {
            return end
        }
        return cut - 1
    }

    /// A digit before the `e`; a digit or a sign and a digit after it.
    private static func isExponent(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        guard index > 0, bytes[index - 1] &- UInt8(ascii: "0") < 10 else { return false }
        var next = index + 1
        if next < bytes.count, bytes[next] == UInt8(ascii: "+") || bytes[next] == UInt8(ascii: "-") { next += 1 }
        return next < bytes.count && bytes[next] &- UInt8(ascii: "0") < 10
    }

    private static func isWordForNone(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        guard bytes.count <= 16 else { return false }
        let letters = bytes.compactMap { byte -> Character? in
            let lower = byte | 0x20
            return (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(lower) ? Character(Unicode.Scalar(lower)) : nil
        }
        return ["", "na", "nan", "none", "null", "nil", "no", "tbd", "tba", "unknown", "missing", "x", "xx", "xxx"]
            .contains(String(letters))
    }
}
