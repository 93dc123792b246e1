import Foundation

/// A message of ours, read back.
package struct ReadMessage: Sendable {
    package let recipient: String
    package let subject: String
    /// Decoded, with LF line ends.
    package let text: String
    /// All headers by their names in lower case, unfolded.
    package let headers: [String: String]

    /// - Returns: nil for anything that `MailMessage` does not write.
    package init?(_ message: String) {
        guard let gap = message.range(of: "\r\n\r\n") else { return nil }
        var headers: [String: String] = [:]
        let lines = message[..<gap.lowerBound].replacingOccurrences(of: "\r\n ", with: " ").split(separator: "\r\n")
        for line in lines {
            guard let colon = line.firstIndex(of: ":") else { return nil }
            headers[line[..<colon].lowercased()] = String(line[line.index(after: colon)...].drop { $0 == " " })
        }
        guard let recipient = headers["to"], let subject = headers["subject"],
            let encoding = headers["content-transfer-encoding"].flatMap(BodyText.Encoding.init(rawValue:)),
            let text = BodyText.decode(String(message[gap.upperBound...]), encoding)
        else { return nil }
        self.recipient = recipient
        self.subject = Self.words(subject)
        self.text = text
        self.headers = headers
    }

    /// A header's text with its encoded words decoded.
    private static func words(_ text: String) -> String {
        let mark = "=?UTF-8?B?"
        guard text.hasPrefix(mark) else { return text }
        let bytes = text.split(separator: " ").reduce(into: Data()) { bytes, word in
            bytes += Data(base64Encoded: String(word.dropFirst(mark.count).dropLast(2))) ?? Data()
        }
        return String(decoding: bytes, as: UTF8.self)
    }
}
