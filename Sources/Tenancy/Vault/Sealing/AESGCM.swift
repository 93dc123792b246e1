import COpenSSL

/// AES-256-GCM (NIST SP 800-38D) through the EVP interface of libcrypto, with nonces of 96 bits and tags of 128.
enum AESGCM {
    static let keyBytes = 32
    static let nonceBytes = 12
    static let tagBytes = 16

    /// - Returns: the ciphertext, as long as the plaintext, and after it the tag.
    static func seal(
        _ plaintext: UnsafeRawBufferPointer, key: UnsafeRawBufferPointer, nonce: [UInt8], associated: [UInt8]
    ) -> [UInt8] {
        precondition(
            key.count == keyBytes && nonce.count == nonceBytes, "AES-256-GCM got a key or nonce of wrong length")
        return withContext { context in
            let key = key.bindMemory(to: UInt8.self).baseAddress
            demand(EVP_EncryptInit_ex(context, EVP_aes_256_gcm(), nil, key, nonce) == 1, "AES-256-GCM")
            var length: Int32 = 0
            if !associated.isEmpty {
                let worked = EVP_EncryptUpdate(context, nil, &length, associated, Int32(associated.count))
                demand(worked == 1, "AES-256-GCM")
            }
            return [UInt8](unsafeUninitializedCapacity: plaintext.count + tagBytes) { buffer, filled in
                if !plaintext.isEmpty {
                    let bytes = plaintext.bindMemory(to: UInt8.self).baseAddress
                    let worked = EVP_EncryptUpdate(
                        context, buffer.baseAddress, &length, bytes, Int32(plaintext.count))
                    demand(worked == 1 && Int(length) == plaintext.count, "AES-256-GCM")
                }
                let tag = buffer.baseAddress.map { $0 + plaintext.count }
                demand(EVP_EncryptFinal_ex(context, tag, &length) == 1 && length == 0, "AES-256-GCM")
                let worked = EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_GET_TAG, Int32(tagBytes), tag)
                demand(worked == 1, "AES-256-GCM")
                filled = plaintext.count + tagBytes
            }
        }
    }

    /// Writes the plaintext into `target`, which is `tagBytes` shorter than `sealed`.
    /// - Returns: whether key, nonce, associated data and every bit are the ones it was sealed with; if not, `target`
    ///   is wiped.
    static func open(
        _ sealed: UnsafeRawBufferPointer, into target: UnsafeMutableRawBufferPointer, key: UnsafeRawBufferPointer,
        nonce: UnsafeRawBufferPointer, associated: [UInt8]
    ) -> Bool {
        guard key.count == keyBytes, nonce.count == nonceBytes, sealed.count == target.count + tagBytes else {
            return false
        }
        return withContext { context in
            let worked = EVP_DecryptInit_ex(
                context, EVP_aes_256_gcm(), nil, key.bindMemory(to: UInt8.self).baseAddress,
                nonce.bindMemory(to: UInt8.self).baseAddress)
            demand(worked == 1, "AES-256-GCM")
            var length: Int32 = 0
            if !associated.isEmpty {
                let worked = EVP_DecryptUpdate(context, nil, &length, associated, Int32(associated.count))
                demand(worked == 1, "AES-256-GCM")
            }
            let bytes = sealed.bindMemory(to: UInt8.self).baseAddress
            let plaintext = target.bindMemory(to: UInt8.self).baseAddress
            if !target.isEmpty {
                let worked = EVP_DecryptUpdate(context, plaintext, &length, bytes, Int32(target.count))
                demand(worked == 1, "AES-256-GCM")
            }
            var tag = Array(sealed.suffix(tagBytes))
            demand(EVP_CIPHER_CTX_ctrl(context, EVP_CTRL_AEAD_SET_TAG, Int32(tagBytes), &tag) == 1, "AES-256-GCM")
            // With no plaintext there may be no buffer; the last block is always empty.
            var nothing: UInt8 = 0
            let isGenuine = EVP_DecryptFinal_ex(context, &nothing, &length) == 1
            if !isGenuine, let start = target.baseAddress { OPENSSL_cleanse(start, target.count) }
            return isGenuine
        }
    }

    /// Freeing the context also wipes the key schedule in it.
    private static func withContext<Result>(_ body: (OpaquePointer) -> Result) -> Result {
        guard let context = EVP_CIPHER_CTX_new() else {
            preconditionFailure("libcrypto has no memory for an AES context")
        }
        defer { EVP_CIPHER_CTX_free(context) }
        return body(context)
    }
}
