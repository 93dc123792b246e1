/// The short name of a kind of source, such as `libdib`: what its connector and its slug are called.
package struct SourceCode: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    /// - Returns: nil unless it is lower-case letters, digits and single hyphens or underscores between them, at most
    ///   60.
    package init?(rawValue: String) {
        guard rawValue.utf8.count <= 60, rawValue.wholeMatch(of: #/[a-z0-9]+([-_][a-z0-9]+)*/#) != nil else {
            return nil
        }
        self.rawValue = rawValue
    }

    package var description: String { rawValue }
}
