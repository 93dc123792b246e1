/// A field of a login in a form. What is stored is never in it.
package struct LoginFieldInput: PageValue {
    let name: String
    let label: String
    let isPassword: Bool

    /// - Parameters:
    ///   - name: of the form field.
    ///   - label: what the source calls it.
    ///   - isPassword: whether it is hidden while it is typed.
    package init(name: String, label: String, isPassword: Bool) {
        self.name = name
        self.label = label
        self.isPassword = isPassword
    }

    package static let shape = Shape<LoginFieldInput>([
        .text("name", \.name),
        .text("label", \.label),
        .flag("isPassword", \.isPassword),
    ])
}
