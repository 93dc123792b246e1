import Glibc

/// Keeps two rotations apart.
package enum RotationLock {
    /// Runs `body` while nobody else rotates. The system lets go of the lock when the process ends, however it ends.
    /// - Throws: `VaultProblem.rotationIsRunning`.
    @discardableResult
    package static func whileHeld<Result: Sendable>(
        in directory: CompanyKeyDirectory, _ body: () async throws -> Result
    ) async throws -> Result {
        let path = directory.path + "/rotation.lock"
        let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw VaultProblem.unwritable(path, errno) }
        defer { close(descriptor) }
        guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw VaultProblem.rotationIsRunning }
        return try await body()
    }
}
