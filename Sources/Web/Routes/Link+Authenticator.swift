extension Link {
    /// What hands a seed over to an authenticator app, as a link on the same device and as the content of a QR code
    /// (the Key URI format that all such apps read). It carries the seed: for a page that is kept nowhere.
    ///
    /// - Parameters:
    ///   - account: the person's address.
    ///   - seed: in base 32.
    package static func authenticator(account: String, seed: String) -> Link {
        let label = PercentEncoding.encode(account)
        let seed = PercentEncoding.encode(seed)
        return Link(
            trusted: "otpauth://totp/Tidemark:\(label)?secret=\(seed)&issuer=Tidemark&algorithm=SHA1&digits=6&period=30"
        )
    }
}
