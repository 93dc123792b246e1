/// How many further tries a host may be burdened with: a share of the requests, with a few to begin with (a token bucket that requests
/// fill).
struct RetryBudget: Sendable, Hashable {
    /// Tries that are there from the beginning, and the most that are saved up.
    static let most = 10.0

    private let share: Double
    private var left = most

    /// - Parameter share: tries for each request, 0 to 1.
    init(share: Double) {
        self.share = share
    }

    mutating func countRequest() { left = min(Self.most, left + share) }

    /// - Returns: whether a further try may be made; it is counted.
    mutating func take() -> Bool {
        guard left >= 1 else { return false }
        left -= 1
        return true
    }
}
