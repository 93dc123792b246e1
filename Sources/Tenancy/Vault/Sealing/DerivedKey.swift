import COpenSSL

/// Keys made of keys: one block of HKDF-Expand with SHA-256 (RFC 5869 §2.3). The key it starts from is random and has
/// 32 bytes, so the extracting step is not needed (RFC 5869 §3.3).
enum DerivedKey {
    static let byteCount = 32

    /// HMAC(key, label ‖ salt ‖ 1).
    static func make(from key: SecretBytes, label: String, salt: some Sequence<UInt8>) -> SecretBytes {
        let message = Array(label.utf8) + Array(salt) + [1]
        return SecretBytes(count: byteCount) { target in
            let worked = key.withBytes { key in
                var length: UInt32 = 0
                let result = HMAC(
                    EVP_sha256(), key.baseAddress, Int32(key.count), message, message.count,
                    target.bindMemory(to: UInt8.self).baseAddress, &length)
                return result != nil && length == UInt32(byteCount)
            }
            demand(worked, "HMAC-SHA-256")
        }
    }

    /// As `make`, for what is no secret: an id or a commitment.
    static func mark(of key: SecretBytes, label: String, salt: some Sequence<UInt8>) -> [UInt8] {
        make(from: key, label: label, salt: salt).withBytes { Array($0) }
    }
}
