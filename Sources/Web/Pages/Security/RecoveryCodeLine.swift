/// A recovery code as it is written down.
package struct RecoveryCodeLine: PageValue {
    let code: String

    package init(code: String) { self.code = code }

    package static let shape = Shape<RecoveryCodeLine>([.text("code", \.code)])
}
