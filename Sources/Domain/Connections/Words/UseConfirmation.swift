/// A person's word that the company may use its login of a source this way.
package struct UseConfirmation: Sendable, Hashable {
    /// Which text was confirmed. Raised when the text changes.
    package static let currentVersion = 1

    package let textVersion: Int

    /// - Throws: `ConnectionProblem.confirmationOutdated` when the person read another text than today's.
    package init(textVersion: Int) throws(ConnectionProblem) {
        guard textVersion == Self.currentVersion else { throw .confirmationOutdated }
        self.textVersion = textVersion
    }
}
