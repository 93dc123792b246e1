import Synchronization

/// A door with a number of places behind it; whoever finds them taken waits in line and goes in turn.
final class FairGate: Sendable {
    private struct State {
        var free: Int
        var line: [(id: Int, turn: CheckedContinuation<Bool, Never>)] = []
        var nextID = 0
        /// Tasks that were cancelled before they stood in line.
        var gone: Set<Int> = []
    }

    private let state: Mutex<State>

    /// - Parameter places: 1 or more.
    init(places: Int) {
        state = Mutex(State(free: max(1, places)))
    }

    /// Returns with a place taken, which `leave` gives back.
    /// - Throws: `CancellationError`; then no place is taken.
    func enter() async throws {
        let id = state.withLock { state in
            state.nextID += 1
            return state.nextID
        }
        let hasPlace = await withTaskCancellationHandler {
            await withCheckedContinuation { turn in
                let answer: Bool? = state.withLock { state in
                    if state.gone.remove(id) != nil { return false }
                    if state.free > 0 {
                        state.free -= 1
                        return true
                    }
                    state.line.append((id, turn))
                    return nil
                }
                if let answer { turn.resume(returning: answer) }
            }
        } onCancel: {
            let turn: CheckedContinuation<Bool, Never>? = state.withLock { state in
                guard let index = state.line.firstIndex(where: { $0.id == id }) else {
                    state.gone.insert(id)
                    return nil
                }
                return state.line.remove(at: index).turn
            }
            turn?.resume(returning: false)
        }
        // A task that was cancelled with its place already taken left its number behind.
        state.withLock { _ = $0.gone.remove(id) }
        guard hasPlace else { throw CancellationError() }
    }

    /// Takes a place if one is free in time.
    ///
    /// - Parameters:
    ///   - seconds: how long it may be waited for.
    ///   - alarm: says when they are over.
    /// - Returns: whether a place is taken, which `leave` then gives back. Whoever waited in vain has left the line.
    /// - Throws: `CancellationError`; then no place is taken.
    func enter(within seconds: Double, by alarm: Alarm) async throws -> Bool {
        try Task.checkCancellation()
        if enterIfFree() { return true }
        return try await alarm.within(seconds) {
            try await self.enter()
            return true
        } ?? false
    }

    /// Nobody is overtaken: while somebody stands in line no place is free.
    private func enterIfFree() -> Bool {
        state.withLock { state in
            guard state.free > 0 else { return false }
            state.free -= 1
            return true
        }
    }

    func leave() {
        let next: CheckedContinuation<Bool, Never>? = state.withLock { state in
            guard !state.line.isEmpty else {
                state.free += 1
                return nil
            }
            return state.line.removeFirst().turn
        }
        next?.resume(returning: true)
    }
}
