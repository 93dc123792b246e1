import COpenSSL

/// Ends the process if libcrypto reports that a primitive did not work.
///
/// SHA-256, HMAC and the random generator take no outside input that could make them fail; a process in which one of
/// them does (no memory, a crippled provider) must stop rather than compare against or hand out bytes nobody computed.
func demand(_ worked: Bool, _ primitive: StaticString) {
    precondition(worked, "libcrypto could not compute \(primitive)")
}

/// Bytes from the operating system seeded generator of libcrypto (`RAND_bytes`).
/// - Parameter count: 0…65,536.
package func randomBytes(_ count: Int) -> [UInt8] {
    precondition((0...65_536).contains(count), "randomBytes draws at most 65,536 bytes at once")
    guard count > 0 else { return [] }
    return [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
        demand(RAND_bytes(buffer.baseAddress, Int32(count)) == 1, "random bytes")
        filled = count
    }
}

/// Whether two byte strings are equal, in a time that depends on their lengths only (`CRYPTO_memcmp`).
package func constantTimeEquals(_ left: [UInt8], _ right: [UInt8]) -> Bool {
    guard left.count == right.count else { return false }
    guard !left.isEmpty else { return true }
    return CRYPTO_memcmp(left, right, left.count) == 0
}

/// SHA-256 of `bytes`: 32 bytes (FIPS 180-4).
package func sha256(_ bytes: [UInt8]) -> [UInt8] {
    var stream = SHA256Stream()
    stream.update(bytes)
    return stream.finish()
}

/// HMAC-SHA-256 of `message`: 32 bytes (RFC 2104, RFC 4231). The key may have any length, 32 bytes is the usual one.
package func hmacSHA256(key: [UInt8], message: [UInt8]) -> [UInt8] {
    [UInt8](unsafeUninitializedCapacity: 32) { buffer, filled in
        var length: UInt32 = 0
        let result = HMAC(
            EVP_sha256(), key, Int32(clamping: key.count), message, message.count, buffer.baseAddress, &length)
        demand(result != nil && length == 32 && key.count <= Int(Int32.max), "HMAC-SHA-256")
        filled = 32
    }
}

/// Overwrites `bytes` with zeros in a way the optimiser keeps (`OPENSSL_cleanse`).
/// Only the storage this array owns alone is reached; a copy made before keeps its bytes.
package func cleanse(_ bytes: inout [UInt8]) {
    bytes.withUnsafeMutableBytes { buffer in
        guard let start = buffer.baseAddress else { return }
        OPENSSL_cleanse(start, buffer.count)
    }
}

/// Fills a buffer in place, so that random bytes that are a key are nowhere else.
func fillWithRandomBytes(_ target: UnsafeMutableRawBufferPointer) {
    let start = target.bindMemory(to: UInt8.self).baseAddress
    demand(RAND_priv_bytes(start, Int32(target.count)) == 1, "random bytes")
}
