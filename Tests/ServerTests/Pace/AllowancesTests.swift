import Companies
import Foundation
import Testing

@testable import Server

@Suite struct AllowancesTests {
    private let start = Date(timeIntervalSince1970: 1_763_683_200)

    private func taken(_ granted: Int, remaining: Int, reset: Double = 60) -> TakenRequests {
        TakenRequests(granted: granted, remaining: remaining, resetSeconds: reset)
    }

    @Test func what_was_taken_is_used_up_before_anybody_is_asked_again() {
        var allowances = Allowances()
        #expect(allowances.use("a", at: start) == .ask(isFirst: true))
        #expect(allowances.settle(taken(3, remaining: 7), for: "a", at: start) == .pass)
        allowances.ended("a")
        #expect(allowances.use("a", at: start + 1) == .pass)
        #expect(allowances.use("a", at: start + 2) == .pass)
        #expect(allowances.use("a", at: start + 3) == .ask(isFirst: true))
        // Another bucket has nothing of it.
        #expect(allowances.use("b", at: start) == .ask(isFirst: true))
    }

    @Test func of_many_at_once_one_takes_a_block() {
        var allowances = Allowances()
        #expect(allowances.use("a", at: start) == .ask(isFirst: true))
        #expect(allowances.use("a", at: start) == .ask(isFirst: false))
        #expect(allowances.settle(taken(1, remaining: 5), for: "a", at: start) == .pass)
        #expect(allowances.use("a", at: start) == .ask(isFirst: false))
        // What came meanwhile is added, not lost.
        #expect(allowances.settle(taken(3, remaining: 2), for: "a", at: start) == .pass)
        #expect(allowances.settle(taken(1, remaining: 1), for: "a", at: start) == .pass)
        for _ in 0..<2 { #expect(allowances.use("a", at: start) == .pass) }
        #expect(allowances.use("a", at: start) == .ask(isFirst: false))
        allowances.ended("a")
        #expect(allowances.use("a", at: start) == .ask(isFirst: true))
    }

    @Test func a_bucket_that_is_used_up_refuses_until_its_window_ends() {
        var allowances = Allowances()
        #expect(allowances.settle(taken(1, remaining: 0, reset: 20), for: "a", at: start) == .pass)
        #expect(allowances.use("a", at: start + 5) == .refuse(seconds: 15))
        #expect(allowances.use("a", at: start + 20) == .ask(isFirst: true))
        #expect(allowances.settle(taken(0, remaining: 0, reset: 9), for: "a", at: start + 20) == .refuse(seconds: 9))
        // A clock that was set back makes nobody wait for hours.
        #expect(allowances.use("a", at: start - 3_600) == .ask(isFirst: false))
    }

    @Test func what_is_left_ends_with_its_window() {
        var allowances = Allowances()
        _ = allowances.settle(taken(30, remaining: 570, reset: 60), for: "a", at: start)
        #expect(allowances.use("a", at: start + 59) == .pass)
        #expect(allowances.use("a", at: start + 60) == .ask(isFirst: true))
    }
}
