/// A number's text reduced to digits and separators: sign, currency marks and outer space taken off.
///
/// Lives only inside the closure that lends its buffer.
struct DecimalScan {
    /// Longest reduced text that is looked at; no number of 18 digits with its separators is longer.
    static let capacity = 48

    static let space = UInt8(ascii: " ")
    static let comma = UInt8(ascii: ",")
    static let point = UInt8(ascii: ".")
    static let apostrophe = UInt8(ascii: "'")

    /// Digits, spaces, commas, points and apostrophes; the first and last are not spaces.
    let symbols: UnsafeBufferPointer<UInt8>
    let isNegative: Bool

    /// Reduces `bytes` (UTF-8) into `buffer`, which must hold `capacity` bytes.
    static func scan(
        _ bytes: UnsafeBufferPointer<UInt8>, into buffer: UnsafeMutableBufferPointer<UInt8>
    ) -> Result<DecimalScan, NumberProblem> {
        var count = 0
        var negative = false
        var signs = 0
        var brackets = 0
        var marks = 0
        var ended = false
        var sawAnything = false
        var index = 0
        while index < bytes.count {
            let (symbol, length) = DecimalSymbol.next(in: bytes, at: index)
            index += length
            if symbol != .space { sawAnything = true }
            switch symbol {
            case .digit(let byte), .separator(let byte):
                guard !ended else { return .failure(.notANumber) }
                guard count < capacity else { return .failure(.tooLong) }
                buffer[count] = byte
                count += 1
            case .space:
                guard count > 0, !ended else { continue }
                if buffer[count - 1] == space { return .failure(.notANumber) }
                // A space that ends the number is taken back below.
                guard count < capacity else { return .failure(.tooLong) }
                buffer[count] = space
                count += 1
            case .sign(let isMinus):
                guard count == 0, signs == 0, brackets == 0 else { return .failure(.notANumber) }
                signs = 1
                negative = isMinus
            case .openBracket:
                guard count == 0, signs == 0, brackets == 0 else { return .failure(.notANumber) }
                brackets = 1
                negative = true
            case .closeBracket:
                guard brackets == 1, count > 0 else { return .failure(.notANumber) }
                brackets = 2
                ended = true
            case .mark:
                marks += 1
                guard marks <= 2 else { return .failure(.notANumber) }
                if count > 0 { ended = true }
            case .other:
                return .failure(.notANumber)
            }
        }
        guard sawAnything else { return .failure(.empty) }
        if count > 0, buffer[count - 1] == space { count -= 1 }
        guard count > 0, brackets != 1 else { return .failure(.notANumber) }
        let symbols = UnsafeBufferPointer(rebasing: UnsafeBufferPointer(buffer)[..<count])
        return .success(DecimalScan(symbols: symbols, isNegative: negative))
    }
}
