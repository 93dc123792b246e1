/// One meaningful piece of a number's text.
enum DecimalSymbol: Equatable {
    case digit(UInt8)
    /// `,` `.` or an apostrophe (also the typographic one).
    case separator(UInt8)
    case space
    case sign(isMinus: Bool)
    case openBracket
    case closeBracket
    /// A currency sign, a currency word or a percent sign.
    case mark
    case other

    /// The symbol at `index` and its length in bytes (at least 1).
    static func next(in bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> (DecimalSymbol, Int) {
        let byte = bytes[index]
        switch byte {
        case UInt8(ascii: "0")...UInt8(ascii: "9"): return (.digit(byte), 1)
        case UInt8(ascii: ","):
            // Scandinavian whole amounts: `199,-`
            if index + 2 == bytes.count, bytes[index + 1] == UInt8(ascii: "-") { return (.mark, 2) }
            return (.separator(byte), 1)
        case UInt8(ascii: "."), UInt8(ascii: "'"): return (.separator(byte), 1)
        case UInt8(ascii: ":"):
            if index + 2 == bytes.count, bytes[index + 1] == UInt8(ascii: "-") { return (.mark, 2) }
            return (.other, 1)
        case UInt8(ascii: " "), 0x09, 0x0A, 0x0D: return (.space, 1)
        case UInt8(ascii: "-"): return (.sign(isMinus: true), 1)
        case UInt8(ascii: "+"): return (.sign(isMinus: false), 1)
        case UInt8(ascii: "("): return (.openBracket, 1)
        case UInt8(ascii: ")"): return (.closeBracket, 1)
        case UInt8(ascii: "$"), UInt8(ascii: "%"): return (.mark, 1)
        case 0x80...: return nonASCII(bytes, index)
        default: return word(bytes, index)
        }
    }

    private static func nonASCII(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (DecimalSymbol, Int) {
        let second = index + 1 < bytes.count ? bytes[index + 1] : 0
        let third = index + 2 < bytes.count ? bytes[index + 2] : 0
        switch (bytes[index], second, third) {
        case (0xC2, 0xA0, _): return (.space, 2)  // no-break space
        case (0xC2, 0xA3, _), (0xC2, 0xA5, _): return (.mark, 2)  // £ ¥
        case (0xE2, 0x80, 0x80...0x8A), (0xE2, 0x80, 0xAF), (0xE2, 0x81, 0x9F): return (.space, 3)  // thin and wide
        case (0xE2, 0x80, 0x98), (0xE2, 0x80, 0x99): return (.separator(DecimalScan.apostrophe), 3)
        case (0xE2, 0x88, 0x92), (0xE2, 0x80, 0x93): return (.sign(isMinus: true), 3)  // minus, en dash
        case (0xE2, 0x82, 0xA0...0xBF): return (.mark, 3)  // the block of currency signs
        default: return (.other, 1)
        }
    }

    /// A run of letters is a mark only if it is a known currency word: `1e400` and `NaN` are not numbers.
    private static func word(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> (DecimalSymbol, Int) {
        var end = index
        var key: UInt32 = 0
        while end < bytes.count, end - index < 4 {
            let upper = bytes[end] & 0xDF
            guard (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(upper) else { break }
            key = key << 8 | UInt32(upper)
            end += 1
        }
        guard end > index, words.contains(key) else { return (.other, 1) }
        // `kr.` and `Rs.` carry their own point; `US$` its sign.
        if end < bytes.count, bytes[end] == UInt8(ascii: "$") { end += 1 }
        let isShort = key == pack("KR") || key == pack("RS")
        if isShort, end < bytes.count, bytes[end] == UInt8(ascii: ".") { end += 1 }
        return (.mark, end - index)
    }

    private static let words: Set<UInt32> = Set(
        """
        KR RS US CA AU NZ HK C A R RUB EUR USD CAD SEK NOK DKK ISK INR GBP CHF PLN CZK HUF RON BGN AUD NZD JPY CNY \
        HKD SGD BRL MXN ARS CLP COP PEN UYU ZAR TRY UAH KZT AED ILS KRW THB VND PHP IDR MYR
        """.split(separator: " ").map(pack))

    private static func pack(_ word: some StringProtocol) -> UInt32 {
        word.utf8.reduce(0) { $0 << 8 | UInt32($1) }
    }
}
