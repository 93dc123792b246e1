/// Lets a limited number of tasks through at once, in order.
package actor Gate {
    /// At most this many test databases at once.
    package static let databases = Gate(limit: 8)

    private var free: Int
    private var waiting: [CheckedContinuation<Void, Never>] = []

    package init(limit: Int) { free = limit }

    package nonisolated func pass<Result: Sendable>(_ body: () async throws -> Result) async throws -> Result {
        await enter()
        do {
            let result = try await body()
            await leave()
            return result
        } catch {
            await leave()
            throw error
        }
    }

    private func enter() async {
        if free > 0 {
            free -= 1
            return
        }
        await withCheckedContinuation { waiting.append($0) }
    }

    private func leave() {
        if waiting.isEmpty { free += 1 } else { waiting.removeFirst().resume() }
    }
}
