import Foundation
import Synchronization
import TestSupport
import Testing

@testable import Outbound

/// Names that we look up ourselves: for a proxy.
@Suite struct NameBookTests {
    /// Answers in turn, the last again and again.
    private final class Answers: Sendable {
        private let texts: [[String]]
        private let asked = Mutex(0)

        init(_ texts: [String]...) { self.texts = texts }

        var count: Int { asked.withLock { $0 } }

        func next(_ port: Int) -> [NetworkAddress] {
            let turn = asked.withLock { asked in
                defer { asked += 1 }
                return asked
            }
            return texts[min(turn, texts.count - 1)].compactMap { NetworkAddress($0, port: port) }
        }
    }

    /// A busy machine may take its time over an answer that is there already.
    private static let patience = Duration.seconds(3_600)

    @Test func an_address_is_not_looked_up() async throws {
        let book = NameBook { _, _ in [] }
        for (host, text) in [("1.1.1.1", "1.1.1.1"), ("[2606:4700::1111]", "2606:4700::1111")] {
            let found = try await book.addresses(of: host, port: 443, within: Self.patience)
            #expect(found == [try #require(NetworkAddress(text, port: 443))])
        }
    }

    @Test func an_answer_is_kept_for_a_minute_and_no_longer() async throws {
        let clock = TestClock(Date(timeIntervalSince1970: 0))
        let answers = Answers(["1.1.1.1", "1.0.0.1"], ["10.0.0.7"])
        let book = NameBook(lookUp: { _, port in answers.next(port) }, now: { clock.now })
        func hosts(_ port: Int = 443) async throws -> [String] {
            try await book.addresses(of: "shop.example", port: port, within: Self.patience).map(\.host)
        }
        #expect(try await hosts() == ["1.1.1.1", "1.0.0.1"])
        clock.advance(by: 59)
        #expect(try await hosts() == ["1.1.1.1", "1.0.0.1"] && answers.count == 1)
        clock.advance(by: 1)
        #expect(try await hosts() == ["10.0.0.7"] && answers.count == 2)
        // Another port is another place.
        #expect(try await hosts(8_443) == ["10.0.0.7"] && answers.count == 3)
    }

    @Test func a_name_nobody_knows_is_told_and_asked_for_again() async throws {
        let answers = Answers([], ["1.1.1.1"])
        let book = NameBook { _, port in answers.next(port) }
        await #expect(throws: WebFailure.unknownName) {
            try await book.addresses(of: "shop.example", port: 443, within: Self.patience)
        }
        #expect(try await book.addresses(of: "shop.example", port: 443, within: Self.patience).count == 1)
    }

    @Test(.timeLimit(.minutes(60))) func an_answer_that_does_not_come_is_not_waited_for() async throws {
        let hold = DispatchSemaphore(value: 0)
        let begun = Atomic<Int>(0)
        let book = NameBook { _, _ in
            begun.add(1, ordering: .relaxed)
            hold.wait()
            return []
        }
        await #expect(throws: WebFailure.tooSlow(.connecting)) {
            try await book.addresses(of: "shop.example", port: 443, within: .milliseconds(50))
        }
        let task = Task { try await book.addresses(of: "shop.example", port: 443, within: Self.patience) }
        while begun.load(ordering: .relaxed) < 2 { await Task.yield() }
        task.cancel()
        await #expect(throws: CancellationError.self) { try await task.value }
        // The threads end, whoever waited for them.
        for _ in 0..<2 { hold.signal() }
    }

    @Test func the_machine_is_asked_for_everything_a_name_stands_for() {
        let found = SystemNames.addresses(of: "localhost", port: 443)
        #expect(!found.isEmpty && found.allSatisfy { $0.isLoopback && $0.port == 443 })
        #expect(SystemNames.addresses(of: "nobody.invalid", port: 443).isEmpty)
        // Spellings of addresses are understood, and vetted like any other.
        #expect(SystemNames.addresses(of: "2130706433", port: 1).map(\.description) == ["127.0.0.1:1"])
    }
}
