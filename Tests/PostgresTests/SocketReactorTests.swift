import Glibc
import Testing

@testable import Postgres

/// The thread that waits for sockets.
@Suite struct SocketReactorTests {
    private static let readable: UInt32 = 1

    /// A pair of connected sockets, closed afterwards.
    private func withPair<Result>(_ body: (Int32, Int32) async throws -> Result) async throws -> Result {
        var pair: [Int32] = [0, 0]
        try #require(socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0, &pair) == 0)
        defer { pair.forEach { close($0) } }
        return try await body(pair[0], pair[1])
    }

    @Test func a_wait_ends_when_there_is_something_to_read() async throws {
        let reactor = SocketReactor()
        try await withPair { mine, other in
            for _ in 0..<200 {
                async let outcome = reactor.wait(for: mine, events: Self.readable, until: .now + .seconds(20))
                var byte: UInt8 = 1
                #expect(write(other, &byte, 1) == 1)
                #expect(await outcome != .late)
                #expect(read(mine, &byte, 1) == 1)
            }
        }
    }

    @Test func a_deadline_ends_a_wait_also_when_it_is_nearer_than_all_others() async throws {
        let reactor = SocketReactor()
        try await withPair { mine, other in
            async let far = reactor.wait(for: other, events: Self.readable, until: .now + .seconds(30))
            let begun = ContinuousClock.now
            #expect(await reactor.wait(for: mine, events: Self.readable, until: begun + .milliseconds(30)) == .late)
            #expect(ContinuousClock.now - begun >= .milliseconds(30))
            var byte: UInt8 = 1
            #expect(write(mine, &byte, 1) == 1)
            #expect(await far != .late)
        }
    }

    @Test func cancelling_ends_a_wait_that_allows_it() async throws {
        let reactor = SocketReactor()
        try await withPair { mine, _ in
            for _ in 0..<100 {
                let waiting = Task {
                    await reactor.waitUnlessCancelled(for: mine, events: Self.readable, until: .now + .seconds(30))
                }
                waiting.cancel()
                #expect(await waiting.value == .late)
            }
        }
    }

    @Test func a_closed_socket_is_an_answer_not_a_wait_for_ever() async throws {
        let reactor = SocketReactor()
        try await withPair { mine, other in
            async let outcome = reactor.wait(for: mine, events: Self.readable, until: .now + .seconds(30))
            shutdown(other, Int32(SHUT_RDWR))
            #expect(await outcome != .late)
        }
        #expect(await reactor.wait(for: 9_999, events: Self.readable, until: .now + .seconds(30)) != .late)
    }
}
