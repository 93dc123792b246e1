import COpenSSL
package import Foundation

/// What an authenticator app and we both know, and make the same codes of: 6 digits every 30 seconds with HMAC-SHA-1, which
/// is what all such apps do (RFC 6238, RFC 4226). Prints as `[redacted]`.
package struct TimeCodeSeed: Sendable {
    /// Bytes in a seed: as many as SHA-1 puts out (RFC 4226 §4, R6).
    package static let byteCount = 20
    /// Digits in a code.
    package static let digits = 6

    private let bytes: SecretBytes

    /// A new seed from the random generator of libcrypto.
    package init() {
        bytes = SecretBytes(count: Self.byteCount, filling: fillWithRandomBytes)
    }

    /// A seed that was kept. Nil unless there are 20 bytes.
    package init?(bytes: SecretBytes) {
        guard bytes.count == Self.byteCount else { return nil }
        self.bytes = bytes
    }

    /// What to seal.
    package var secret: SecretBytes { bytes }

    /// Overwrites the seed. Makes no codes any more.
    package func wipe() { bytes.wipe() }

    /// The code of a step. Nil for a wiped seed.
    package func code(of step: TimeStep) -> String? {
        let message = withUnsafeBytes(of: UInt64(step.number).bigEndian) { Array($0) }
        let digest = bytes.withBytes { key -> [UInt8] in
            guard !key.isEmpty else { return [] }
            return [UInt8](unsafeUninitializedCapacity: 20) { buffer, filled in
                var length: UInt32 = 0
                let result = HMAC(
                    EVP_sha1(), key.baseAddress, Int32(key.count), message, message.count, buffer.baseAddress, &length)
                demand(result != nil && length == 20, "HMAC-SHA-1")
                filled = 20
            }
        }
        guard let last = digest.last else { return nil }
        // RFC 4226 §5.3: 31 bits from the place that the last byte names.
        let number = digest[Int(last & 0xF)...].prefix(4).reduce(UInt32(0)) { $0 << 8 | UInt32($1) } & 0x7FFF_FFFF
        let text = String(number % 1_000_000)
        return String(repeating: "0", count: Self.digits - text.count) + text
    }

    /// The step a code is of, among those that are good at a moment. All are compared, each in constant time.
    package func step(of code: TypedCode, at moment: Date) -> TimeStep? {
        guard case .time(let typed) = code else { return nil }
        var found: TimeStep?
        for step in TimeStep.window(at: moment) {
            guard let expected = self.code(of: step) else { return nil }
            if constantTimeEquals(Array(expected.utf8), Array(typed.reveal().utf8)) { found = step }
        }
        return found
    }

    /// The seed as apps take it, in base 32. For the page that sets it up, once.
    package func text() -> Redacted<String> { Redacted(bytes.withBytes { Base32.encode($0) }) }
}

extension TimeCodeSeed: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
