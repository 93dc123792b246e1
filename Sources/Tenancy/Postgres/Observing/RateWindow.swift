/// Lets so many through in each span of time and counts the rest. Pure.
struct RateWindow<Instant: InstantProtocol> {
    /// What to do with one more.
    enum Verdict: Equatable {
        /// Let it through; so many were held back in the span before.
        case pass(heldBack: Int)
        case holdBack
    }

    private let most: Int
    private let span: Instant.Duration
    private var start: Instant?
    private var passed = 0
    private var heldBack = 0

    init(most: Int, per span: Instant.Duration) {
        self.most = most
        self.span = span
    }

    mutating func next(at now: Instant) -> Verdict {
        var before = 0
        if let known = start, known.duration(to: now) < span {
            guard passed < most else {
                heldBack += 1
                return .holdBack
            }
        } else {
            before = heldBack
            start = now
            passed = 0
            heldBack = 0
        }
        passed += 1
        return .pass(heldBack: before)
    }
}
