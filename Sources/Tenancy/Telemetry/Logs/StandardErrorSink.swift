import Glibc
import Synchronization

/// Standard error, one record after the other, whoever writes.
package final class StandardErrorSink: LogSink {
    /// Whether the last record could not be written to its end.
    private let isTorn = Mutex(false)

    package init() {}

    package func write(_ record: [UInt8]) {
        isTorn.withLock { isTorn in
            // A record that was cut off must not swallow the next one.
            if isTorn, Self.put([UInt8(ascii: "\n")]) { isTorn = false }
            if !Self.put(record) { isTorn = true }
        }
    }

    /// Waits a second at most for a reader that does not keep up; a server must not stand still for its log.
    private static func put(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = Glibc.write(STDERR_FILENO, UnsafeRawBufferPointer(rebasing: rest).baseAddress, rest.count)
                if count > 0 {
                    rest = rest.dropFirst(count)
                } else if errno == EAGAIN {
                    var poll = pollfd(fd: STDERR_FILENO, events: Int16(POLLOUT), revents: 0)
                    guard Glibc.poll(&poll, 1, 1_000) > 0 else { return false }
                } else if errno != EINTR {
                    return false
                }
            }
            return true
        }
    }
}
