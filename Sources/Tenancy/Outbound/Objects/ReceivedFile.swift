import Glibc
import Synchronization
import Vault

/// A file that is received, written and hashed piece by piece, so that no more of it is in memory than is under way.
final class ReceivedFile: Sendable {
    private struct State: ~Copyable {
        var hash: SHA256Stream? = SHA256Stream()
        var count = 0
    }

    private let descriptor: Int32
    private let most: Int
    private let state = Mutex(State())

    /// - Parameters:
    ///   - path: what was there is replaced.
    ///   - most: bytes it may have.
    init(path: String, most: Int) throws(ObjectFailure) {
        descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
        self.most = most
        guard descriptor >= 0 else { throw .file(errno) }
    }

    deinit { if descriptor >= 0 { close(descriptor) } }

    /// - Throws: `ObjectFailure.altered` for more bytes than there may be.
    func append(_ bytes: [UInt8]) throws(ObjectFailure) {
        let problem = state.withLock { state -> ObjectFailure? in
            guard bytes.count <= most - state.count else { return .altered }
            state.count += bytes.count
            state.hash?.update(bytes)
            return write(bytes)
        }
        if let problem { throw problem }
    }

    private func write(_ bytes: [UInt8]) -> ObjectFailure? {
        var written = 0
        while written < bytes.count {
            let count = bytes.withUnsafeBytes { bytes in
                Glibc.write(descriptor, bytes.baseAddress.map { $0 + written }, bytes.count - written)
            }
            if count < 0, errno == EINTR { continue }
            guard count > 0 else { return .file(errno) }
            written += count
        }
        return nil
    }

    /// The SHA-256 of everything. To be called once, at the end.
    func finish() -> [UInt8] { state.withLock { $0.hash.take()?.finish() } ?? [] }
}
