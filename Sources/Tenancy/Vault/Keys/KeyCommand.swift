import Foundation
import Glibc

/// A command of the operator that writes a root key to its standard output. What it writes goes from the pipe straight
/// into a buffer that is wiped, and appears in no error.
struct KeyCommand {
    /// A key management service that takes longer is not there.
    static let limit = Duration.seconds(30)
    private static let mostBytes = 4_096

    let line: String
    let environment: [String: String]
    var limit = Self.limit

    func run() throws(VaultProblem) -> SecretBytes {
        let process = Process()
        process.executableURL = URL(fileURLWithPath: "/bin/sh")
        process.arguments = ["-c", line]
        process.environment = environment
        process.standardInput = FileHandle.nullDevice
        let output = Pipe()
        process.standardOutput = output
        do {
            try process.run()
        } catch {
            throw .keyCommandFailed(status: -1)
        }
        try? output.fileHandleForWriting.close()
        let text = read(output.fileHandleForReading.fileDescriptor)
        try? output.fileHandleForReading.close()
        guard let text else {
            process.terminate()
            throw .keyCommandTooSlow
        }
        process.waitUntilExit()
        guard process.terminationStatus == 0 else {
            text.wipe()
            throw .keyCommandFailed(status: Int(process.terminationStatus))
        }
        return text
    }

    /// Everything up to the end, but no more than a key can be; nil when the time is over.
    private func read(_ descriptor: Int32) -> SecretBytes? {
        let end = ContinuousClock.now + limit
        var filled = 0
        var isInTime = true
        let buffer = SecretBytes(count: Self.mostBytes) { target in
            while filled < target.count {
                let left = max(0, (end - ContinuousClock.now) / .milliseconds(1))
                var waiting = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                let ready = poll(&waiting, 1, Int32(left))
                if ready < 0, errno == EINTR { continue }
                guard ready > 0 else {
                    isInTime = false
                    return
                }
                let count = Glibc.read(descriptor, target.baseAddress.map { $0 + filled }, target.count - filled)
                guard count > 0 else { return }
                filled += count
            }
        }
        defer { buffer.wipe() }
        guard isInTime else { return nil }
        return buffer.withBytes { bytes in
            SecretBytes(count: filled) { $0.copyMemory(from: UnsafeRawBufferPointer(rebasing: bytes[..<filled])) }
        }
    }
}
