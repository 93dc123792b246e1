import Testing

@testable import Vault

/// The 256-bit test cases of McGrew and Viega, "The Galois/Counter Mode of Operation", appendix B, which NIST's
/// validation of SP 800-38D uses.
@Suite("AES-256-GCM")
struct GCMVectorTests {
    struct Vector: Sendable, CustomTestStringConvertible {
        let number: Int
        var key = "feffe9928665731c6d6a8f9467308308feffe9928665731c6d6a8f9467308308"
        var nonce = "cafebabefacedbaddecaf888"
        var plaintext = ""
        var associated = ""
        var ciphertext = ""
        let tag: String

        var testDescription: String { "test case \(number)" }
    }

    private static let longPlaintext =
        "d9313225f88406e5a55909c5aff5269a86a7a9531534f7da2e4c303d8a318a72"
        + "1c3c0c95956809532fcf0e2449a6b525b16aedf5aa0de657ba637b39"
    private static let longCiphertext =
        "522dc1f099567d07f47f37a32a84427d643a8cdcbfe5c0c97598a2bd2555d1aa"
        + "8cb08e48590dbb3da7b08b1056828838c5f61e6393ba7a0abcc9f662"

    static let vectors = [
        Vector(
            number: 13, key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24),
            tag: "530f8afbc74536b9a963b4f1c4cb738b"),
        Vector(
            number: 14, key: String(repeating: "0", count: 64), nonce: String(repeating: "0", count: 24),
            plaintext: String(repeating: "0", count: 32), ciphertext: "cea7403d4d606b6e074ec5d3baf39d18",
            tag: "d0d1c8a799996bf0265b98b5d48ab919"),
        Vector(
            number: 15, plaintext: longPlaintext + "1aafd255", ciphertext: longCiphertext + "898015ad",
            tag: "b094dac5d93471bdec1a502270e3cc6c"),
        Vector(
            number: 16, plaintext: longPlaintext, associated: "feedfacedeadbeeffeedfacedeadbeefabaddad2",
            ciphertext: longCiphertext, tag: "76fc6ece0f4e1768cddf8853bb2d551b"),
    ]

    private func seal(_ vector: Vector) -> [UInt8] {
        bytes(vector.plaintext).withUnsafeBytes { plaintext in
            bytes(vector.key).withUnsafeBytes { key in
                AESGCM.seal(plaintext, key: key, nonce: bytes(vector.nonce), associated: bytes(vector.associated))
            }
        }
    }

    private func open(_ sealed: [UInt8], _ vector: Vector, associated: String? = nil) -> [UInt8]? {
        var target = [UInt8](repeating: 0xEE, count: max(0, sealed.count - 16))
        let isGenuine = target.withUnsafeMutableBytes { target in
            sealed.withUnsafeBytes { sealed in
                bytes(vector.key).withUnsafeBytes { key in
                    bytes(vector.nonce).withUnsafeBytes { nonce in
                        AESGCM.open(
                            sealed, into: target, key: key, nonce: nonce,
                            associated: bytes(associated ?? vector.associated))
                    }
                }
            }
        }
        if !isGenuine {
            #expect(sealed.count < 16 || target.allSatisfy { $0 == 0 }, "something was left in the buffer")
        }
        return isGenuine ? target : nil
    }

    @Test("gives the published ciphertexts and tags", arguments: vectors)
    func sealing(vector: Vector) {
        #expect(hex(seal(vector)) == vector.ciphertext + vector.tag)
    }

    @Test("reads the published ciphertexts", arguments: vectors)
    func opening(vector: Vector) {
        #expect(open(bytes(vector.ciphertext + vector.tag), vector).map(hex) == vector.plaintext)
    }

    @Test("refuses every flipped bit, every shorter text and other associated data", arguments: vectors)
    func refusing(vector: Vector) {
        let sealed = bytes(vector.ciphertext + vector.tag)
        for index in sealed.indices {
            for bit in 0..<8 {
                var changed = sealed
                changed[index] ^= 1 << UInt8(bit)
                #expect(open(changed, vector) == nil)
            }
        }
        for length in sealed.indices { #expect(open(Array(sealed.prefix(length)), vector) == nil) }
        #expect(open(sealed + [0], vector) == nil)
        #expect(open(sealed, vector, associated: vector.associated + "00") == nil)
    }
}
