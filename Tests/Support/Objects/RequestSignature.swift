import Telemetry
import Vault

/// SigV4 of a request to an object store, counted step by step as the store's documentation tells it and without a look at what
/// signs in the product.
package struct RequestSignature: Sendable {
    package var method: String
    /// As it came: with `%` and two digits for some bytes.
    package var path: String
    /// Names in lower case. A name that stands there twice counts once.
    package var fields: [String: String]
    package var region: String
    package var secret: String

    package init(method: String, path: String, fields: [String: String], region: String, secret: String) {
        self.method = method
        self.path = path
        self.fields = fields
        self.region = region
        self.secret = secret
    }

    /// The date and time of the request, such as `20130524T000000Z`.
    package var moment: String { fields["x-amz-date"] ?? "" }

    /// What the signature is for, beside the request itself.
    package var scope: String { "\(moment.prefix(8))/\(region)/s3/aws4_request" }

    /// - Parameter signed: names of the fields that are signed, in order.
    package func digits(over signed: [String]) -> String {
        let words = [
            method, Self.canonical(path), "", signed.map { "\($0):\(fields[$0] ?? "")\n" }.joined(),
            signed.joined(separator: ";"), fields["x-amz-content-sha256"] ?? "",
        ]
        let request = words.joined(separator: "\n")
        let text = ["AWS4-HMAC-SHA256", moment, scope, HexDigits.text(sha256(Array(request.utf8)))].joined(
            separator: "\n")
        var key = Array("AWS4\(secret)".utf8)
        for part in scope.split(separator: "/") { key = hmacSHA256(key: key, message: Array(part.utf8)) }
        return HexDigits.text(hmacSHA256(key: key, message: Array(text.utf8)))
    }

    /// The bytes that a path stands for.
    package static func decoded(_ path: String) -> [UInt8] {
        var (bytes, rest) = ([UInt8](), Array(path.utf8)[...])
        while let byte = rest.popFirst() {
            let digits = String(decoding: rest.prefix(2), as: UTF8.self)
            if byte == UInt8(ascii: "%"), let value = UInt8(digits, radix: 16) {
                bytes.append(value)
                rest = rest.dropFirst(2)
            } else {
                bytes.append(byte)
            }
        }
        return bytes
    }

    /// The path as stores write it, however it came.
    private static func canonical(_ path: String) -> String {
        let plain = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~/".utf8
        return decoded(path).map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + HexDigits.text([byte]).uppercased()
        }.joined()
    }
}
