/// A secret sealed under a key: format ‖ salt ‖ key commitment ‖ nonce ‖ ciphertext ‖ tag.
///
/// Two keys are derived from the sealing key and a random salt of 32 bytes: one encrypts, the other is the commitment,
/// a value that no second key gives (HMAC-SHA-256 has no known collisions). AES-GCM alone lets somebody craft one
/// ciphertext that opens under two keys; the commitment rules that out. Since every box has a key of its own, no number
/// of boxes wears out a sealing key (SP 800-38D allows 2³² random nonces per key).
struct SealedBox: Sendable, Hashable {
    static let format: UInt8 = 1
    private static let saltBytes = 32
    private static let commitmentBytes = 32
    private static let headBytes = 1 + saltBytes + commitmentBytes + AESGCM.nonceBytes
    /// Bytes a box is longer than what is in it.
    static let overhead = headBytes + AESGCM.tagBytes

    private static let sealingLabel = "tidemark.vault.1.seal"
    private static let commitmentLabel = "tidemark.vault.1.commit"

    let bytes: [UInt8]

    /// - Returns: nil when the bytes are too few for a box or have another format.
    init?(bytes: [UInt8]) {
        guard bytes.count >= Self.overhead, bytes.first == Self.format else { return nil }
        self.bytes = bytes
    }

    init(sealing plaintext: SecretBytes, under key: SecretBytes, for associated: AssociatedData) {
        let salt = randomBytes(Self.saltBytes)
        let nonce = randomBytes(AESGCM.nonceBytes)
        let sealingKey = DerivedKey.make(from: key, label: Self.sealingLabel, salt: salt)
        defer { sealingKey.wipe() }
        let sealed = plaintext.withBytes { plaintext in
            sealingKey.withBytes {
                AESGCM.seal(plaintext, key: $0, nonce: nonce, associated: associated.bytes)
            }
        }
        bytes =
            [Self.format] + salt + DerivedKey.mark(of: key, label: Self.commitmentLabel, salt: salt) + nonce + sealed
    }

    private var salt: ArraySlice<UInt8> { bytes[1..<(1 + Self.saltBytes)] }

    /// 32 bytes that say which key this was sealed under, to whoever has the key.
    var commitment: ArraySlice<UInt8> { bytes[(1 + Self.saltBytes)..<(1 + Self.saltBytes + Self.commitmentBytes)] }

    /// Whether this was sealed under a key. Reads nothing of what is in the box.
    func isCommitted(to key: SecretBytes) -> Bool {
        constantTimeEquals(DerivedKey.mark(of: key, label: Self.commitmentLabel, salt: salt), Array(commitment))
    }

    /// - Parameter isLeftBehind: see `SecretBytes`.
    /// - Returns: nil when the key, the place or any bit is another. Which of them is not said, and takes no other
    ///   time.
    func open(under key: SecretBytes, for associated: AssociatedData, isLeftBehind: Bool = false) -> SecretBytes? {
        let sealingKey = DerivedKey.make(from: key, label: Self.sealingLabel, salt: salt)
        defer { sealingKey.wipe() }
        let isCommitted = isCommitted(to: key)
        var isGenuine = false
        let plaintext = SecretBytes(count: bytes.count - Self.overhead, isLeftBehind: isLeftBehind) { target in
            isGenuine = bytes.withUnsafeBytes { box in
                sealingKey.withBytes { key in
                    AESGCM.open(
                        UnsafeRawBufferPointer(rebasing: box[Self.headBytes...]), into: target, key: key,
                        nonce: UnsafeRawBufferPointer(
                            rebasing: box[(Self.headBytes - AESGCM.nonceBytes)..<Self.headBytes]),
                        associated: associated.bytes)
                }
            }
        }
        guard isGenuine, isCommitted else {
            plaintext.wipe()
            return nil
        }
        return plaintext
    }
}
