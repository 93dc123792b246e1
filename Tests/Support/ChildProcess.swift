import Foundation
import Glibc

/// A process that a test started and may kill, stop and continue. It inherits the environment and no open file but
/// standard error's, and leads a group of its own, so that a signal to the test does not reach it.
package struct ChildProcess: Sendable, Hashable {
    package let pid: Int32

    /// This very program.
    package static let ownPath = (try? FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")) ?? ""

    /// Starts a program.
    /// - Parameters:
    ///   - log: a file that its output is appended to.
    ///   - errors: a file for its standard error; `nil` for the log.
    ///   - input: the file it reads.
    ///   - environment: its variables; `nil` for those of this process.
    package static func start(
        _ program: String, _ arguments: [String], log: String, errors: String? = nil, input: String = "/dev/null",
        environment: [String: String]? = nil
    ) throws -> ChildProcess {
        var files = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&files)
        defer { posix_spawn_file_actions_destroy(&files) }
        posix_spawn_file_actions_addopen(&files, 0, input, O_RDONLY, 0)
        posix_spawn_file_actions_addopen(&files, 1, log, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        if let errors {
            posix_spawn_file_actions_addopen(&files, 2, errors, O_WRONLY | O_CREAT | O_APPEND, 0o644)
        } else {
            posix_spawn_file_actions_adddup2(&files, 1, 2)
        }
        // Nothing else is handed down; the program's own files stay open to it.
        for descriptor in Int32(3)..<1_024 { _ = fcntl(descriptor, F_SETFD, FD_CLOEXEC) }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var blocked = sigset_t()
        sigemptyset(&blocked)
        posix_spawnattr_setsigmask(&attributes, &blocked)
        posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK))
        let words = [program] + arguments
        let environment = (environment ?? ProcessInfo.processInfo.environment).map { "\($0.key)=\($0.value)" }
        var pid: pid_t = 0
        let problem = withStrings(words) { argv in
            withStrings(environment) { envp in posix_spawn(&pid, program, &files, &attributes, argv, envp) }
        }
        guard problem == 0 else { throw CocoaError(.executableNotLoadable, userInfo: ["path": program]) }
        return ChildProcess(pid: pid)
    }

    package func signal(_ signal: Int32) { kill(pid, signal) }

    /// Whether it has ended; its remains are cleared away by the first call that says so, and no later one may be made.
    package func hasEnded() -> Bool {
        var status: Int32 = 0
        return waitpid(pid, &status, WNOHANG) != 0
    }

    /// Waits for the end of it.
    /// - Returns: its exit status; 128 and the signal's number if one ended it.
    package func result() async throws -> Int32 {
        var status: Int32 = 0
        while waitpid(pid, &status, WNOHANG) == 0 { try await Task.sleep(for: .milliseconds(20)) }
        return status & 0x7F == 0 ? (status >> 8) & 0xFF : 128 + (status & 0x7F)
    }

    /// Calls `body` with a C array of C strings that ends with a null pointer.
    private static func withStrings<Result>(
        _ strings: [String], _ body: ([UnsafeMutablePointer<CChar>?]) -> Result
    ) -> Result {
        let copies = strings.map { strdup($0) }
        defer { copies.forEach { free($0) } }
        return body(copies + [nil])
    }
}
