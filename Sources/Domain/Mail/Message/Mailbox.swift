package import Outbound

/// An address with the name people see beside it.
package struct Mailbox: Sendable, Hashable {
    package let name: String
    package let address: MailAddress

    package init(name: String, address: MailAddress) {
        self.name = name
        self.address = address
    }

    /// Reads `address` or `Name <address>`.
    /// - Returns: nil when there is no address in it, or a control character.
    package init?(_ text: String) {
        guard !HeaderText.hasControlCharacter(text) else { return nil }
        guard let open = text.lastIndex(of: "<") else {
            guard let address = MailAddress(text) else { return nil }
            self.init(name: "", address: address)
            return
        }
        guard text.hasSuffix(">"), let address = MailAddress(text[text.index(after: open)...].dropLast()) else {
            return nil
        }
        let words = text[..<open].split(separator: " ").joined(separator: " ")
        let isQuoted = words.count > 1 && words.hasPrefix("\"") && words.hasSuffix("\"")
        self.init(name: isQuoted ? String(words.dropFirst().dropLast()) : words, address: address)
    }
}
