import CArgon2

/// Argon2id (RFC 9106) through libargon2. Hashes are PHC strings, which carry their own salt and cost.
///
/// A call takes about 20 ms of a core: on a server go through `HashingPool`, never straight from an async function.
package struct PasswordHasher: Sendable {
    /// The cost of new hashes.
    package let parameters: HashingParameters

    /// What passwords of unknown accounts are checked against, so that an unknown account takes as long as a known one.
    private let decoy: String

    package init(parameters: HashingParameters = .standard) {
        self.parameters = parameters
        decoy = EncodedHash.decoy(parameters)
    }

    /// Hashes with a new random salt.
    /// - Returns: the encoded hash, 97 ASCII characters with the standard parameters.
    /// - Throws: `HashingError.failed`.
    package func hash(_ password: Password) throws(HashingError) -> String {
        let salt = randomBytes(EncodedHash.standardSaltBytes)
        let length = argon2_encodedlen(
            parameters.passes, parameters.memoryKiB, parameters.lanes, UInt32(salt.count),
            UInt32(EncodedHash.standardHashBytes), Argon2_id)
        var encoded = [CChar](repeating: 0, count: length)
        let code = password.withBytes { bytes in
            argon2id_hash_encoded(
                parameters.passes, parameters.memoryKiB, parameters.lanes, bytes.baseAddress, bytes.count, salt,
                salt.count, EncodedHash.standardHashBytes, &encoded, encoded.count)
        }
        guard code == ARGON2_OK.rawValue else { throw .failed(code: Int(code)) }
        return String(decoding: encoded.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// Whether `password` is the one `encoded` was made of. libargon2 compares in constant time.
    /// - Parameter encoded: the stored hash, or nil for an account that does not exist or has no password; that takes
    ///   as long and is always false.
    /// - Throws: `HashingError.malformedHash` for a hash that is not Argon2id or whose costs are out of range,
    ///   `HashingError.failed`.
    package func verify(_ password: Password, against encoded: String?) throws(HashingError) -> Bool {
        let hash = encoded ?? decoy
        guard EncodedHash(hash) != nil else { throw .malformedHash }
        let code = password.withBytes { bytes in
            argon2id_verify(hash, bytes.baseAddress, bytes.count)
        }
        switch code {
        case ARGON2_OK.rawValue: return encoded != nil
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        case ARGON2_DECODING_FAIL.rawValue, ARGON2_DECODING_LENGTH_FAIL.rawValue: throw .malformedHash
        default: throw .failed(code: Int(code))
        }
    }

    /// Whether to hash again at the next successful sign-in: the stored hash has other costs or lengths than new ones,
    /// or is none we can read. Equal costs everywhere also keep the time of a check from telling accounts apart.
    package func needsRehash(_ encoded: String) -> Bool {
        guard let stored = EncodedHash(encoded) else { return true }
        return stored.parameters != parameters || stored.saltBytes != EncodedHash.standardSaltBytes
            || stored.hashBytes != EncodedHash.standardHashBytes
    }
}
