import Vault

extension Mapping {
    /// SHA-256 of the mapping file: a file read with a changed mapping is another import.
    var fingerprint: [UInt8] { sha256(definition) }
}
