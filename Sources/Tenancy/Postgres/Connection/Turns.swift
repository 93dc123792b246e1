import DequeModule

/// Lets one user at a time through, in the order they came. Confined to the actor that owns it.
struct Turns {
    private var isTaken = false
    private var waiting: Deque<CheckedContinuation<Void, Never>> = []

    /// Takes the turn if it is free.
    mutating func takeIfFree() -> Bool {
        guard !isTaken else { return false }
        isTaken = true
        return true
    }

    /// Waits for the turn; it is the caller's when the continuation resumes.
    mutating func line(up continuation: CheckedContinuation<Void, Never>) { waiting.append(continuation) }

    /// Hands the turn to the next in line.
    mutating func pass() {
        if let next = waiting.popFirst() { next.resume() } else { isTaken = false }
    }
}
