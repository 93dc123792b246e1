/// How patient we are with an object store, and how large a file may be.
package struct ObjectLimits: Sendable, Hashable {
    /// Until connected, the look-up of the name and encryption included.
    package var connect = Duration.seconds(10)
    /// For one try, a file of `fileBytes` included.
    package var total = Duration.seconds(1_800)
    /// Fewer than `stallBytes` a second for so long is a stall. In whole seconds, rounded up.
    package var stall = Duration.seconds(30)
    package var stallBytes = 1_024
    /// The largest file: as much as stores take in one request.
    package var fileBytes = 5 * 1_024 * 1_024 * 1_024
    /// Tries in all.
    package var mostTries = 5
    /// The wait before the second try at most, in seconds; twice as long before each further one.
    package var firstWait = 1.0
    package var longestWait = 30.0

    package init() {}
}
