/// Years in names of drinks.
enum VintageText {
    /// Product names that look like years: Don Julio 1942, Tequila 1921.
    private static let brands: Set<Int> = [1921, 1942]

    /// The last four-digit word from 1900 to `latest` that is no known brand and does not follow "since" or "est".
    static func inName(_ name: String, latest: Int) -> Int? {
        var copy = name
        return copy.withUTF8 { bytes in
            var found: Int?
            var index = 0
            while index + 4 <= bytes.count {
                guard let year = year(bytes, at: index) else {
                    index += 1
                    continue
                }
                let isBrand = brands.contains(year) || followsFounding(bytes, index)
                if (1900...latest).contains(year), !isBrand { found = year }
                index += 4
            }
            return found
        }
    }

    /// Whether the name says it has no vintage: the word "NV".
    static func isNonVintage(_ name: String) -> Bool {
        var previous: UInt8 = 0
        let mayHave = name.utf8.contains { byte in
            defer { previous = byte }
            return byte == UInt8(ascii: "V") && previous == UInt8(ascii: "N")
        }
        return mayHave && name.split { !$0.isLetter }.contains("NV")
    }

    private static func year(_ bytes: UnsafeBufferPointer<UInt8>, at index: Int) -> Int? {
        var year = 0
        for offset in 0..<4 {
            let digit = bytes[index + offset] &- 0x30
            guard digit < 10 else { return nil }
            year = year * 10 + Int(digit)
        }
        let startsWord = index == 0 || !isWordByte(bytes[index - 1])
        let endsWord = index + 4 == bytes.count || !isWordByte(bytes[index + 4])
        return startsWord && endsWord ? year : nil
    }

    private static func isWordByte(_ byte: UInt8) -> Bool {
        byte >= 0x80 || byte &- 0x30 < 10 || (byte | 0x20) &- UInt8(ascii: "a") < 26 || byte == UInt8(ascii: "#")
    }

    private static func followsFounding(_ bytes: UnsafeBufferPointer<UInt8>, _ index: Int) -> Bool {
        let before = String(decoding: bytes[..<index], as: UTF8.self).lowercased()
        let word = before.split { !$0.isLetter }.last
        return word == "since" || word == "est" || word == "estd" || word == "no"
    }
}
