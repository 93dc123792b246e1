/// Parts of web addresses, cut without checking that the address is good.
enum URLText {
    /// The host in lower case without "www.".
    static func host(_ text: String) -> String? {
        var copy = text
        return copy.withUTF8 { bytes -> String? in
            guard let colon = bytes.firstIndex(of: UInt8(ascii: ":")), bytes[colon...].starts(with: "://".utf8) else {
                return nil
            }
            let host = bytes[(colon + 3)...].prefix { !"/?#:".utf8.contains($0) }
            let name = String(decoding: host, as: UTF8.self).lowercased()
            let short = name.hasPrefix("www.") ? String(name.dropFirst(4)) : name
            return short.isEmpty ? nil : short
        }
    }

    /// The digits the path ends with, leading zeros dropped.
    static func itemNumber(_ text: String) -> String? {
        withPath(text) { path in
            var start = path.count
            while start > 0, path[start - 1] &- 0x30 < 10 { start -= 1 }
            let number = path[start...].drop { $0 == 0x30 }
            return number.isEmpty ? nil : String(decoding: number, as: UTF8.self)
        }
    }

    /// The `position`th part of the path from its end, from 1.
    static func segment(_ text: String, fromEnd position: Int) -> String? {
        withPath(text) { path in
            let parts = path.split(separator: UInt8(ascii: "/"))
            guard position >= 1, position <= parts.count else { return nil }
            return String(decoding: parts[parts.count - position], as: UTF8.self)
        }
    }

    /// The address without query, fragment and last slash.
    private static func withPath<Result>(_ text: String, _ body: (UnsafeBufferPointer<UInt8>) -> Result) -> Result {
        var copy = text
        return copy.withUTF8 { bytes in
            var end = bytes.firstIndex { $0 == UInt8(ascii: "?") || $0 == UInt8(ascii: "#") } ?? bytes.count
            if end > 0, bytes[end - 1] == UInt8(ascii: "/") { end -= 1 }
            return body(UnsafeBufferPointer(rebasing: bytes[..<end]))
        }
    }
}
