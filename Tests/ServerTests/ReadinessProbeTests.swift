import API
import Logging
import Synchronization
import Testing

@testable import Server

@Suite struct ReadinessProbeTests {
    private struct Broken: Error {}

    private func probe(
        limit: Duration = .seconds(60), memory: Duration = .zero, _ ask: @escaping @Sendable () async throws -> Bool
    ) -> ReadinessProbe {
        ReadinessProbe(
            limit: limit, memory: memory, logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() },
            hasSchema: ask)
    }

    @Test func it_says_what_failed_and_recovers() async {
        let answers = Mutex<[Result<Bool, Broken>]>([.failure(Broken()), .success(false), .success(true)])
        let probe = probe { try answers.withLock { $0.removeFirst() }.get() }
        #expect(await probe.check() == .failed(.database))
        #expect(await probe.check() == .failed(.schema))
        #expect(await probe.check() == .ready)
    }

    @Test func an_answer_is_remembered_and_then_asked_for_again() async throws {
        let asked = Atomic<Int>(0)
        let ask: @Sendable () -> Bool = {
            asked.wrappingAdd(1, ordering: .relaxed)
            return true
        }
        let remembering = probe(memory: .seconds(3_600), ask)
        for _ in 0..<50 { #expect(await remembering.check() == .ready) }
        #expect(asked.load(ordering: .relaxed) == 1)
        let forgetful = probe(memory: .milliseconds(20), ask)
        while asked.load(ordering: .relaxed) < 4 { #expect(await forgetful.check() == .ready) }
    }

    @Test func a_crowd_shares_one_question() async throws {
        let asked = Atomic<Int>(0)
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let probe = probe(memory: .seconds(60)) {
            asked.wrappingAdd(1, ordering: .relaxed)
            for await _ in gate { break }
            return true
        }
        let answers = await withTaskGroup(of: Readiness.self) { group in
            for _ in 0..<200 { group.addTask { await probe.check() } }
            while asked.load(ordering: .relaxed) == 0 { await Task.yield() }
            opener.yield()
            return await group.reduce(into: []) { $0.append($1) }
        }
        #expect(answers == Array(repeating: .ready, count: 200))
        #expect(asked.load(ordering: .relaxed) == 1)
    }

    /// A server that swallows the question, and a cancellation nobody obeys.
    @Test func a_question_without_an_answer_fails_in_time_and_is_not_asked_twice() async throws {
        let asked = Atomic<Int>(0)
        let (gate, opener) = AsyncStream<Void>.makeStream()
        let probe = probe(limit: .milliseconds(20)) {
            asked.wrappingAdd(1, ordering: .relaxed)
            // Of its own, so that cancelling does not reach it.
            await Task.detached { for await _ in gate { break } }.value
            return true
        }
        for _ in 0..<50 { #expect(await probe.check() == .failed(.database)) }
        #expect(asked.load(ordering: .relaxed) == 1)
        opener.finish()
        // The late answer is none, but now it is asked again.
        while await probe.check() != .ready { await Task.yield() }
        #expect(asked.load(ordering: .relaxed) >= 2)
    }
}
