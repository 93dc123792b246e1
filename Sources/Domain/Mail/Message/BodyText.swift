import Foundation

/// The text of a mail as it travels (RFC 2045): quoted-printable, or base 64 where that is shorter.
package struct BodyText: Sendable, Hashable {
    package enum Encoding: String, Sendable { case quotedPrintable = "quoted-printable", base64 }

    package let encoding: Encoding
    /// ASCII in lines of at most 76 characters, each with CRLF.
    package let encoded: String

    private static let longestLine = 76

    /// - Parameter text: with any kind of line ends.
    package init(_ text: String) {
        let lines = text.split(omittingEmptySubsequences: false) { $0 == "\n" || $0 == "\r\n" || $0 == "\r" }
        let all = lines.joined(separator: "\r\n") + (lines.last?.isEmpty == true ? "" : "\r\n")
        let foreign = all.utf8.count { $0 > 0x7E }
        if foreign * 6 > all.utf8.count {
            encoding = .base64
            let options: Data.Base64EncodingOptions = [
                .lineLength76Characters, .endLineWithCarriageReturn, .endLineWithLineFeed,
            ]
            encoded = Data(all.utf8).base64EncodedString(options: options) + "\r\n"
        } else {
            encoding = .quotedPrintable
            // One character to Swift.
            encoded = all.dropLast().split(separator: "\r\n", omittingEmptySubsequences: false)
                .map { Self.quoted($0) + "\r\n" }.joined()
        }
    }

    /// The text an encoded body stands for, with LF line ends; nil if it is not of that encoding.
    package static func decode(_ body: String, _ encoding: Encoding) -> String? {
        switch encoding {
        case .base64:
            Data(base64Encoded: body, options: .ignoreUnknownCharacters)
                .flatMap { String(data: $0, encoding: .utf8)?.replacing("\r\n", with: "\n") }
        case .quotedPrintable:
            unquoted(body.replacing("\r\n", with: "\n").replacing("=\n", with: ""))
        }
    }

    /// One line, broken softly where it is too long.
    private static func quoted(_ line: Substring) -> String {
        var result = ""
        var length = 0
        let bytes = Array(line.utf8)
        for (index, byte) in bytes.enumerated() {
            let isLast = index == bytes.count - 1
            let isBlank = byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t")
            let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
            let unit =
                isPlain || (isBlank && !isLast)
                ? String(UnicodeScalar(byte)) : "=" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
            if length + unit.count > longestLine - (isLast ? 0 : 1) {
                result += "=\r\n"
                length = 0
            }
            result += unit
            length += unit.count
        }
        return result
    }

    private static func unquoted(_ text: String) -> String? {
        var bytes: [UInt8] = []
        var rest = text.utf8[...]
        while let byte = rest.popFirst() {
            guard byte == UInt8(ascii: "=") else {
                bytes.append(byte)
                continue
            }
            guard let value = UInt8(String(decoding: rest.prefix(2), as: UTF8.self), radix: 16), rest.count >= 2 else {
                return nil
            }
            bytes.append(value)
            rest = rest.dropFirst(2)
        }
        return String(validating: bytes, as: UTF8.self)
    }
}
