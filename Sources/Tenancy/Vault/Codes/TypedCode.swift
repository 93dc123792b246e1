/// What somebody typed where a code is asked for: the six digits of an app, or a recovery code.
package enum TypedCode: Sendable {
    case time(Redacted<String>)
    case recovery(RecoveryCode)

    /// Nil unless it has the form of one or the other. Spaces and hyphens may be anywhere.
    package init?(_ text: String) {
        guard text.utf8.count <= 100 else { return nil }
        let plain = text.filter { !" -\t".contains($0) }
        if plain.utf8.count == TimeCodeSeed.digits, plain.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
            self = .time(Redacted(plain))
        } else if let code = RecoveryCode(text: text) {
            self = .recovery(code)
        } else {
            return nil
        }
    }
}
