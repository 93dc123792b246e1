/// Which root key: 32 hexadecimal digits derived from the key itself, so that the same key has the same id everywhere.
package struct RootKeyID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: String

    package init(rawValue: String) { self.rawValue = rawValue }

    package var description: String { rawValue }
}
