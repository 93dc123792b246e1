/// An address mail can be sent to or from: printable ASCII without anything that means something in a dialogue or a header.
///
/// Narrower than RFC 5321: no quoted local parts, no address literals, nothing beyond ASCII.
package struct MailAddress: Hashable, Sendable, CustomStringConvertible {
    /// `local@domain`, as given.
    package let text: String

    /// Most characters of an address.
    package static let longest = 254

    /// - Returns: nil for anything else than an address of this kind.
    package init?(_ text: some StringProtocol) {
        let halves = text.split(separator: "@", omittingEmptySubsequences: false)
        guard text.utf8.count <= Self.longest, halves.count == 2, Self.isLocal(halves[0]), Self.isDomain(halves[1])
        else { return nil }
        self.text = String(text)
    }

    package var description: String { text }

    /// What stands behind the @.
    package var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }

    /// The "atext" of RFC 5322 with dots between, at most 64 characters.
    private static func isLocal(_ text: some StringProtocol) -> Bool {
        (1...64).contains(text.utf8.count)
            && isDotted(text) { byte in
                isLetterOrDigit(byte) || marks.contains(byte)
            }
    }

    private static func isDomain(_ text: some StringProtocol) -> Bool {
        text.utf8.count <= 253 && isDotted(text) { isLetterOrDigit($0) || $0 == UInt8(ascii: "-") }
            && !text.split(separator: ".").contains { $0.hasPrefix("-") || $0.hasSuffix("-") || $0.utf8.count > 63 }
    }

    private static func isDotted(_ text: some StringProtocol, _ isAllowed: (UInt8) -> Bool) -> Bool {
        text.utf8.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
            .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
    }

    private static let marks = Set("!#$%&'*+-/=?^_`{|}~".utf8)

    private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
