import Synchronization

/// Bytes that must not outlive their use: a key, a password, a cookie.
///
/// They are lent to a closure, overwritten by `wipe()` or with the last reference, print as `[redacted]`, and are not
/// `Codable`. Only this buffer is overwritten: whoever copies out of it answers for the copy, and a `String` cannot be
/// overwritten at all.
package final class SecretBytes: Sendable {
    private let storage: Mutex<[UInt8]>
    private let isLeftBehind: Bool

    /// - Parameters:
    ///   - count: how many bytes there are, all zero at first.
    ///   - isLeftBehind: whether they stay in memory after use. For the test that shows that a scan would find them.
    ///   - fill: writes them in place, so that there is never a second copy.
    package init(
        count: Int, isLeftBehind: Bool = false, filling fill: (UnsafeMutableRawBufferPointer) -> Void
    ) {
        self.isLeftBehind = isLeftBehind
        storage = Mutex(
            [UInt8](unsafeUninitializedCapacity: count) { buffer, filled in
                buffer.initialize(repeating: 0)
                fill(UnsafeMutableRawBufferPointer(buffer))
                filled = count
            })
    }

    /// The UTF-8 bytes of a text somebody typed. The text itself stays where it is.
    package convenience init(copying text: some StringProtocol) {
        self.init(count: text.utf8.count) { target in
            for (index, byte) in text.utf8.enumerated() { target[index] = byte }
        }
    }

    /// A copy of bytes. The original stays where it is.
    package convenience init(copying bytes: [UInt8]) {
        self.init(count: bytes.count) { $0.copyBytes(from: bytes) }
    }

    deinit { wipe() }

    /// How many there are; 0 once they are wiped.
    package var count: Int { storage.withLock(\.count) }

    /// Lends the bytes for the duration of `body`, which must not keep them. After `wipe()` there are none.
    package func withBytes<Answer: Sendable>(_ body: (UnsafeRawBufferPointer) -> Answer) -> Answer {
        storage.withLock { bytes in bytes.withUnsafeBytes { body($0) } }
    }

    /// Overwrites the bytes now. Whoever still holds a reference finds nothing.
    package func wipe() {
        storage.withLock { bytes in
            if !isLeftBehind { cleanse(&bytes) }
            bytes = []
        }
    }
}

extension SecretBytes: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    package var description: String { "[redacted]" }
    package var debugDescription: String { "[redacted]" }
    package var customMirror: Mirror { Mirror(self, children: []) }
}
