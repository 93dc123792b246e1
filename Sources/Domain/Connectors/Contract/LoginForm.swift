import Vault

/// A form with a login in it, as bytes that can be wiped.
enum LoginForm {
    /// - Returns: `application/x-www-form-urlencoded`.
    static func body(_ plain: [(String, String)], secrets: [(String, SecretBytes)]) -> [UInt8] {
        // Room for everything beforehand, so that no copy stays behind when it grows.
        let room =
            plain.reduce(0) { $0 + 3 * ($1.0.utf8.count + $1.1.utf8.count) + 2 }
            + secrets.reduce(0) { $0 + 3 * ($1.0.utf8.count + $1.1.withBytes(\.count)) + 2 }
        var body: [UInt8] = []
        body.reserveCapacity(room)
        for (name, value) in plain { add(name, Array(value.utf8)[...], to: &body) }
        for (name, secret) in secrets {
            begin(name, &body)
            secret.withBytes { bytes in for byte in bytes { encode(byte, &body) } }
        }
        return body
    }

    private static func add(_ name: String, _ value: ArraySlice<UInt8>, to body: inout [UInt8]) {
        begin(name, &body)
        for byte in value { encode(byte, &body) }
    }

    private static func begin(_ name: String, _ body: inout [UInt8]) {
        if !body.isEmpty { body.append(UInt8(ascii: "&")) }
        for byte in name.utf8 { encode(byte, &body) }
        body.append(UInt8(ascii: "="))
    }

    private static func encode(_ byte: UInt8, _ body: inout [UInt8]) {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "_"):
            body.append(byte)
        case 0x20: body.append(UInt8(ascii: "+"))
        default:
            body.append(UInt8(ascii: "%"))
            for digit in [byte >> 4, byte & 15] { body.append(digit < 10 ? 0x30 + digit : 0x37 + digit) }
        }
    }
}
