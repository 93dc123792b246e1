/// What a secret of a connection is called, such as `password` or `session_cookie`.
package struct SecretField: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    /// - Returns: nil unless it is a lower-case letter and then lower-case letters, digits and underscores, at most 40.
    package init?(rawValue: String) {
        guard rawValue.wholeMatch(of: #/[a-z][a-z0-9_]{0,39}/#) != nil else { return nil }
        self.rawValue = rawValue
    }

    package var description: String { rawValue }
}
