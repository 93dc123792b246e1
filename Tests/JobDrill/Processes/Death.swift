import Foundation

/// The end of a process.
struct Death: Sendable {
    let process: String
    let at: Date
    /// Ended by the conductor, not by itself.
    let isOurs: Bool
}
