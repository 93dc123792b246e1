/// Whether bytes are UTF-8 by the Unicode standard, table 3-7: no overlong forms, surrogates or cut sequences.
enum UTF8Check {
    static func isValid(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        var index = 0
        let count = bytes.count
        while index < count {
            let first = bytes[index]
            if first < 0x80 {
                index += 1
                continue
            }
            let length = first < 0xE0 ? 2 : first < 0xF0 ? 3 : 4
            guard first >= 0xC2, first <= 0xF4, index + length <= count else { return false }
            let second = bytes[index + 1]
            switch first {
            case 0xE0: guard second >= 0xA0, second <= 0xBF else { return false }
            case 0xED: guard second >= 0x80, second <= 0x9F else { return false }
            case 0xF0: guard second >= 0x90, second <= 0xBF else { return false }
            case 0xF4: guard second >= 0x80, second <= 0x8F else { return false }
            default: guard second & 0xC0 == 0x80 else { return false }
            }
            for offset in 2..<max(length, 2) where bytes[index + offset] & 0xC0 != 0x80 { return false }
            index += length
        }
        return true
    }
}
