extension DecimalScan {
    /// The scaled integer these symbols stand for.
    func value(mark: DecimalMark, scale: Int, extraDigits: DecimalText.ExtraDigits) -> Result<Int64, NumberProblem> {
        guard (0...18).contains(scale) else { return .failure(.tooLong) }
        switch decimalIndex(mark) {
        case .failure(let problem): return .failure(problem)
        case .success(let decimal):
            let whole = symbols[..<(decimal ?? symbols.count)]
            let fraction = decimal.map { symbols[($0 + 1)...] } ?? symbols[symbols.count...]
            guard !whole.isEmpty || !fraction.isEmpty else { return .failure(.notANumber) }
            guard hasValidGroups(whole), fraction.allSatisfy(Self.isDigit) else { return .failure(.notANumber) }
            return accumulate(whole, fraction, scale: scale, extraDigits: extraDigits)
        }
    }

    /// Where the decimal mark is, nil if the number is whole.
    private func decimalIndex(_ mark: DecimalMark) -> Result<Int?, NumberProblem> {
        switch mark {
        case .point: return single(Self.point)
        case .comma: return single(Self.comma)
        case .either: break
        }
        guard let last = symbols.lastIndex(where: { $0 == Self.comma || $0 == Self.point }) else {
            return .success(nil)
        }
        let sign = symbols[last]
        let other = sign == Self.comma ? Self.point : Self.comma
        if symbols.count(where: { $0 == sign }) > 1 { return .success(nil) }
        if symbols.contains(other) || symbols.contains(Self.space) || symbols.contains(Self.apostrophe) {
            return .success(last)
        }
        let digitsAfter = symbols.count - last - 1
        let couldBeGroup = digitsAfter == 3 && (1...3).contains(last) && symbols[0] != UInt8(ascii: "0")
        return couldBeGroup ? .failure(.ambiguous) : .success(last)
    }

    private func single(_ sign: UInt8) -> Result<Int?, NumberProblem> {
        let first = symbols.firstIndex(of: sign)
        guard first == symbols.lastIndex(of: sign) else { return .failure(.notANumber) }
        return .success(first)
    }

    private static func isDigit(_ byte: UInt8) -> Bool {
        byte &- UInt8(ascii: "0") < 10
    }

    /// One kind of separator; 1–3 digits, then groups of 2 or 3, the last of exactly 3.
    private func hasValidGroups(_ whole: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
        var separator: UInt8?
        var length = 0
        for byte in whole {
            if Self.isDigit(byte) {
                length += 1
                continue
            }
            let isFirst = separator == nil
            guard byte == separator ?? byte, isFirst ? (1...3).contains(length) : (2...3).contains(length) else {
                return false
            }
            separator = byte
            length = 0
        }
        return separator == nil || length == 3
    }

    private func accumulate(
        _ whole: Slice<UnsafeBufferPointer<UInt8>>, _ fraction: Slice<UnsafeBufferPointer<UInt8>>, scale: Int,
        extraDigits: DecimalText.ExtraDigits
    ) -> Result<Int64, NumberProblem> {
        var value: Int64 = 0
        func append(_ digit: Int64) -> Bool {
            let (tenfold, over) = value.multipliedReportingOverflow(by: 10)
            let (sum, carry) = tenfold.addingReportingOverflow(digit)
            guard !over, !carry else { return false }
            value = sum
            return true
        }
        for byte in whole where Self.isDigit(byte) {
            guard append(Int64(byte &- UInt8(ascii: "0"))) else { return .failure(.tooLarge) }
        }
        for byte in fraction.prefix(scale) {
            guard append(Int64(byte &- UInt8(ascii: "0"))) else { return .failure(.tooLarge) }
        }
        for _ in 0..<max(0, scale - fraction.count) {
            guard append(0) else { return .failure(.tooLarge) }
        }
        let extra = fraction.dropFirst(scale)
        switch extraDigits {
        case .refuse:
            guard extra.allSatisfy({ $0 == UInt8(ascii: "0") }) else { return .failure(.tooPrecise(scale: scale)) }
        case .round:
            if let next = extra.first, next >= UInt8(ascii: "5") {
                let (sum, over) = value.addingReportingOverflow(1)
                guard !over else { return .failure(.tooLarge) }
                value = sum
            }
        }
        return .success(isNegative ? -value : value)
    }
}
