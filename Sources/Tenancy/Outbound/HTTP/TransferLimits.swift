/// How patient we are with a server, and how much we take from it (G-EGR-02).
package struct TransferLimits: Sendable, Hashable {
    /// Until connected, the look-up of the name and encryption included.
    package var connect = Duration.seconds(5)
    /// Until the first byte of the answer, counted from the start.
    package var firstByte = Duration.seconds(20)
    /// For all of it.
    package var total = Duration.seconds(30)
    /// Fewer than `stallBytes` a second for so long is a stall. In whole seconds, rounded up.
    package var stall = Duration.seconds(10)
    package var stallBytes = 1_024
    /// A connection that nobody used for so long is not used again. In whole seconds, rounded up.
    package var idle = Duration.seconds(118)
    /// Bytes of all header fields of one answer.
    package var headerBytes = 64 * 1_024
    /// Bytes of a body as it is sent.
    package var bodyBytes = 10 * 1_024 * 1_024
    /// Bytes of a body as it is read, after unpacking.
    package var inflatedBytes = 40 * 1_024 * 1_024
    /// How many times larger a body may become by unpacking, from the first megabyte on.
    package var inflationRatio = 100

    package init() {}

    /// What is left after some of the time until connected has gone.
    mutating func take(_ duration: Duration) {
        connect = max(.milliseconds(1), connect - duration)
        firstByte = max(.milliseconds(1), firstByte - duration)
        total = max(.milliseconds(1), total - duration)
    }
}
