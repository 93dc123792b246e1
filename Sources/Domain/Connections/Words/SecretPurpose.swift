/// What a stored secret is for. Twin of the check on `connection_secrets.purpose` (parity test).
package enum SecretPurpose: String, Sendable, Hashable, CaseIterable {
    /// What the company gave: a user name, a password, an API key.
    case credential
    /// What the source gave for it: cookies, tokens. Ends by itself.
    case session
}
