import TestSupport

extension SeededRandom {
    /// Text of up to `length` scalars from all planes, with those that matter to JSON and HTML more often.
    mutating func text(upTo length: Int) -> String {
        var text = String.UnicodeScalarView()
        for _ in 0..<Int.random(in: 0...length, using: &self) {
            let range: ClosedRange<UInt32> =
                switch Int.random(in: 0..<6, using: &self) {
                case 0: 0x00...0x1F
                case 1: 0x20...0x2F
                case 2: 0x2020...0x2030
                case 3: 0x80...0xFFFF
                case 4: 0x1_0000...0x10_FFFF
                default: 0x30...0x7F
                }
            // Surrogates are no scalars.
            guard let scalar = Unicode.Scalar(UInt32.random(in: range, using: &self)) else { continue }
            text.append(scalar)
        }
        return String(text)
    }

    /// Any finite number: all bit patterns, decimals of prices and scores, and whole numbers.
    mutating func double() -> Double {
        switch Int.random(in: 0..<4, using: &self) {
        case 0:
            let value = Double(bitPattern: next())
            return value.isFinite ? value : 0.5
        case 1: return Double(Int.random(in: -100_000...100_000, using: &self)) / 100
        case 2: return Double(Int.random(in: -1_000_000...1_000_000, using: &self)) / 10_000
        default: return Double(Int64(bitPattern: next() >> 10))
        }
    }
}
