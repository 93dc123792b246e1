/// What something was done to.
package struct AuditSubject: Sendable, Hashable {
    /// What kind of thing, one word: `member`, `connection`.
    package let kind: String
    /// Its id, or its name where it has none; at most 400 characters.
    package let name: String

    package init(_ kind: String, _ name: some CustomStringConvertible) {
        self.kind = kind
        self.name = String(name.description.prefix(400))
    }
}
