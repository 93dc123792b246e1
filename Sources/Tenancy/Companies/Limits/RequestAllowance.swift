/// How many requests somebody may make in a window of a minute, and how that stands.
package struct RequestAllowance: Sendable, Hashable {
    /// Requests in a window.
    package let limit: Int
    /// What is left of them in the present one.
    package let remaining: Int
    /// Until the window ends, in whole seconds, 1–60.
    package let resetSeconds: Int

    /// - Parameter resetSeconds: rounded up, and at least 1.
    package init(limit: Int, remaining: Int, resetSeconds: Double) {
        self.limit = limit
        self.remaining = max(0, remaining)
        self.resetSeconds = max(1, min(60, Int(resetSeconds.rounded(.up))))
    }
}
