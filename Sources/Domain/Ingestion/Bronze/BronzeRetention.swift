/// How long each layer keeps what sources answered, in seconds.
package struct BronzeRetention: Sendable, Hashable {
    /// Answers in the database, from the end of their run; only once the lake has them.
    package var database = 14 * 86_400.0
    /// Files of the lake, from when they were written. A month longer than a year: other files may refer to their bytes for a month.
    package var lake = (365 + 31) * 86_400.0

    package init() {}
}
