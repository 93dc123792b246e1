import COpenSSL

/// SHA-256 of bytes that come in pieces, such as an upload while it is being received (FIPS 180-4).
///
///     var stream = SHA256Stream()
///     stream.update(piece)
///     let digest = stream.finish()
package struct SHA256Stream: ~Copyable {
    private let context: OpaquePointer

    package init() {
        guard let context = EVP_MD_CTX_new() else {
            preconditionFailure("libcrypto has no memory for a SHA-256 context")
        }
        self.context = context
        demand(EVP_DigestInit_ex(context, EVP_sha256(), nil) == 1, "SHA-256")
    }

    deinit {
        EVP_MD_CTX_free(context)
    }

    /// Adds the next piece. Pieces may be empty.
    package mutating func update(_ piece: UnsafeRawBufferPointer) {
        guard let start = piece.baseAddress, !piece.isEmpty else { return }
        demand(EVP_DigestUpdate(context, start, piece.count) == 1, "SHA-256")
    }

    /// Adds the next piece. Pieces may be empty.
    package mutating func update(_ piece: [UInt8]) {
        piece.withUnsafeBytes { buffer in
            if let start = buffer.baseAddress, !buffer.isEmpty {
                demand(EVP_DigestUpdate(context, start, buffer.count) == 1, "SHA-256")
            }
        }
    }

    /// The 32 bytes of the digest. Ends the stream.
    package consuming func finish() -> [UInt8] {
        [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
            var length: UInt32 = 0
            demand(EVP_DigestFinal_ex(context, buffer.baseAddress, &length) == 1 && length == 32, "SHA-256")
            filled = 32
        }
    }
}
