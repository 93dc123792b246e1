import JobSimulation
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// When a failed attempt comes again (T-JOB-08).
@Suite struct RetryTableTests {
    private struct Broken: Error {}

    private let backoff = Backoff(base: .seconds(5), cap: .seconds(3_600))

    private func verdict(_ error: any Error, attempt: Int, of most: Int = 20, fraction: Double = 0.5) -> JobVerdict {
        .of(
            error, attempt: attempt, mostAttempts: most, backoff: backoff, wasCancelled: false, isStopping: false,
            fraction: fraction)
    }

    private func wait(_ verdict: JobVerdict) -> Double? {
        guard case .retry(let wait, _) = verdict else { return nil }
        return wait / .seconds(1)
    }

    /// The waits of 10,000 failures are uniform between nothing and their bound: the largest distance between their distribution
    /// and the uniform one stays under that which chance exceeds once in a thousand times (Kolmogorov and Smirnov).
    @Test(arguments: [(1, 5.0), (2, 10.0), (5, 80.0), (10, 2_560.0), (11, 3_600.0), (19, 3_600.0)])
    func waits_are_uniform_between_nothing_and_their_bound(_ attempt: Int, _ bound: Double) throws {
        var random = SeededRandom(seed: UInt64(100 + attempt))
        let count = 10_000
        let waits = try (0..<count).map { _ in
            try #require(wait(verdict(Broken(), attempt: attempt, fraction: random.fraction()))) / bound
        }.sorted()
        #expect(waits.allSatisfy { (0...1).contains($0) })
        let distance = waits.enumerated().map { rank, wait in
            max(wait - Double(rank) / Double(count), Double(rank + 1) / Double(count) - wait)
        }.max()
        #expect(try #require(distance) < 1.95 / Double(count).squareRoot())
    }

    @Test func the_test_would_notice_half_a_jitter() {
        var random = SeededRandom(seed: 7)
        let waits = (0..<10_000).map { _ in 0.5 + random.fraction() / 2 }.sorted()
        let distance = waits.enumerated().map { rank, wait in abs(wait - Double(rank) / 10_000) }.max() ?? 0
        #expect(distance > 1.95 / 100)
    }

    /// Whoever says when to come back is believed to the letter, without jitter.
    @Test func a_handler_may_say_when() {
        let said = JobControl.retry(after: .seconds(97), reason: "429")
        for fraction in [0, 0.3, 1] {
            #expect(verdict(said, attempt: 3, fraction: fraction) == .retry(after: .seconds(97), reason: "429"))
        }
        #expect(verdict(said, attempt: 20) == .dead(reason: "429"))
    }

    @Test(arguments: [1, 2, 3, 20, 100])
    func a_job_has_exactly_its_attempts(_ most: Int) {
        var attempt = 0
        var last = JobVerdict.released
        repeat {
            attempt += 1
            last = verdict(Broken(), attempt: attempt, of: most)
        } while !last.isFinal && attempt < 1_000
        #expect(attempt == most)
        #expect(last == .dead(reason: "Broken()"))
    }
}
