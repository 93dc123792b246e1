/// The path of an object's address, in the one spelling that a signature is counted over: every byte that is no letter, digit, hyphen,
/// dot, underscore or tilde stands as two hexadecimal digits in capitals. libcurl signs a path as it is written.
struct ObjectPath: Sendable, Hashable {
    let text: String

    /// - Parameters:
    ///   - prefix: empty, or with a slash at its end.
    ///   - key: parts that slashes stand between.
    init(bucket: String, prefix: String, key: String) throws(ObjectFailure) {
        guard Self.isKey(prefix + key) else { throw .key }
        text = "/\(bucket)/" + Self.encoded(prefix + key)
    }

    /// Whether a store and everything on the way to it take a text for the same object: no part of it may be empty or go up, and none
    /// of its characters may be for control.
    static func isKey(_ text: String) -> Bool {
        (1...1_024).contains(text.utf8.count) && !text.utf8.contains { $0 < 0x20 || $0 == 0x7F }
            && text.split(separator: "/", omittingEmptySubsequences: false).allSatisfy {
                !["", ".", ".."].contains($0)
            }
    }

    private static func encoded(_ key: String) -> String {
        var bytes: [UInt8] = []
        for byte in key.utf8 {
            if isPlain(byte) {
                bytes.append(byte)
            } else {
                bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
            }
        }
        return String(decoding: bytes, as: UTF8.self)
    }

    private static let digits = Array("0123456789ABCDEF".utf8)

    private static func isPlain(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"),
            UInt8(ascii: "~"), UInt8(ascii: "/"):
            true
        default: false
        }
    }
}
