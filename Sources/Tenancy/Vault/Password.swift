import Synchronization

/// A password someone typed: its UTF-8 bytes as they came, not normalised, not trimmed, not cut.
///
/// The bytes are overwritten when the last reference goes away. (The `String` it came from is not ours to overwrite.)
package final class Password: Sendable {
    /// Allowed lengths in UTF-8 bytes. Policy about weak passwords is stricter and not decided here.
    package static let allowedBytes = 1...256

    private let storage: Mutex<[UInt8]>

    /// - Throws: `PasswordProblem` if the text is empty or longer than 256 bytes. Every character is fine, NUL too.
    package init(_ text: some StringProtocol) throws(PasswordProblem) {
        let count = text.utf8.count
        guard count > 0 else { throw .empty }
        guard count <= Self.allowedBytes.upperBound else { throw .tooLong(bytes: count) }
        storage = Mutex(Array(text.utf8))
    }

    deinit {
        storage.withLock { cleanse(&$0) }
    }

    /// Lends the bytes for the duration of `body`, which must not keep them.
    func withBytes<Answer: Sendable>(_ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
        storage.withLock { bytes in bytes.withUnsafeBytes { body($0) } }
    }
}

extension Password: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
