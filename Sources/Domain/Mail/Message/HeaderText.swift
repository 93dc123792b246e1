import Foundation

/// Text in a header (RFC 5322 and RFC 2047).
enum HeaderText {
    /// Bytes of text per encoded word: with its frame and the header's name a line stays within 76 characters.
    private static let bytesPerWord = 39
    /// What of a header's line is left to text that is not encoded.
    private static let plainLength = 60

    /// The text as a header may carry it: as it is if it is short ASCII, otherwise as encoded words in folded lines.
    /// - Parameter header: the header's name, for the error.
    /// - Throws: `MailProblem.controlCharacter`.
    static func encode(_ text: String, header: String) throws(MailProblem) -> String {
        guard !hasControlCharacter(text) else { throw .controlCharacter(header: header) }
        return isPlain(text) ? text : words(text)
    }

    /// A name before an address.
    static func encode(name: String, header: String) throws(MailProblem) -> String {
        guard !hasControlCharacter(name) else { throw .controlCharacter(header: header) }
        guard isPlain(name) else { return words(name) }
        return "\"" + name.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"") + "\""
    }

    /// Whether anything in it could end a line or hide.
    static func hasControlCharacter(_ text: String) -> Bool {
        text.unicodeScalars.contains { scalar in
            switch scalar.properties.generalCategory {
            case .control, .lineSeparator, .paragraphSeparator, .surrogate: true
            default: false
            }
        }
    }

    private static func isPlain(_ text: String) -> Bool {
        text.utf8.count <= plainLength && text.utf8.allSatisfy { (0x20...0x7E).contains($0) } && !text.contains("=?")
    }

    /// Encoded words, each of whole characters' worth of UTF-8.
    private static func words(_ text: String) -> String {
        var pieces: [[UInt8]] = [[]]
        for scalar in text.unicodeScalars {
            let bytes = Array(String(scalar).utf8)
            if pieces[pieces.count - 1].count + bytes.count > bytesPerWord { pieces.append([]) }
            pieces[pieces.count - 1] += bytes
        }
        return pieces.map { "=?UTF-8?B?\(Data($0).base64EncodedString())?=" }.joined(separator: "\r\n ")
    }
}
