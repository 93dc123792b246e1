/// Why a password was neither hashed nor checked.
package enum HashingError: Error, Hashable, Sendable {
    /// Every thread works and the queue is full: answer 429 at once.
    case busy
    /// The caller's task was cancelled before its turn came.
    case cancelled
    /// The pool has been closed.
    case closed
    /// The stored hash is not an Argon2id hash we accept.
    case malformedHash
    /// libargon2 refused: its error code (`Argon2_ErrorCodes`), for example -22, no memory.
    case failed(code: Int)
}
