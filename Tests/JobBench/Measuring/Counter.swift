import Synchronization

/// Counts what many tasks do.
final class Counter: Sendable {
    private let number = Atomic(0)

    var value: Int { number.load(ordering: .relaxed) }

    func add(_ more: Int) { number.add(more, ordering: .relaxed) }

    /// Returns when so much has been counted.
    /// - Throws: `BenchProblem` when nothing was counted for half a minute.
    func reach(_ wanted: Int) async throws {
        var (last, since) = (value, ContinuousClock.now)
        while value < wanted {
            try await Task.sleep(for: .milliseconds(2))
            if value != last { (last, since) = (value, .now) }
            guard .now - since < .seconds(30) else { throw BenchProblem("stuck at \(last) of \(wanted) jobs") }
        }
    }
}
