/// The model refuses a statement; nothing changed.
package enum ModelRefusal: Error, Sendable, Hashable {
    case uniqueViolation
    /// Another transaction holds the row longer than is waited.
    case lockTimeout
    /// The attempt is not the worker's (any more), or to be cancelled.
    case fenced
    /// The transaction was rolled back meanwhile.
    case noTransaction
}
