import Companies
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

@Suite struct SecondFactorTests {
    private func isOpened(_ outcome: SignInOutcome) -> Bool { if case .opened = outcome { true } else { false } }
    private func isWrong(_ outcome: SignInOutcome) -> Bool { if case .wrong = outcome { true } else { false } }
    private func wait(_ outcome: SignInOutcome) -> Int? {
        if case .throttled(let seconds) = outcome { seconds } else { nil }
    }

    @Test func after_the_password_there_is_only_half_a_session_until_the_code() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, _) = try await fixture.enrol()
            let half = try await fixture.half()
            #expect(try await fixture.factor.isAwaited(half))
            // It is no session, for nothing.
            #expect(try await fixture.signIn.session(of: half) == nil)
            #expect(try await PersonalAccount(database: fixture.companies.database).person(of: half) == nil)
            #expect(isWrong(try await fixture.complete(half, try fixture.wrongCode(seed))))
            guard case .opened(let session, _) = try await fixture.complete(half, try fixture.code(seed)) else {
                Issue.record("not opened")
                return
            }
            #expect(try await fixture.signIn.session(of: session)?.identity == fixture.ada)
            #expect(try await !fixture.factor.isAwaited(half))
            // Another person is not concerned.
            #expect(isOpened(try await fixture.signIn.open(fixture.attempt("bob"))))
        }
    }

    @Test func half_a_session_ends_after_ten_minutes_and_with_the_person() async throws {
        for change in [
            "UPDATE half_sessions SET created_at = now() - interval '10 minutes 1 second'",
            "UPDATE identities SET disabled_at = now()",
        ] {
            try await FactorFixture.with { fixture in
                let (_, seed, _) = try await fixture.enrol()
                let half = try await fixture.half()
                try await fixture.run(change)
                #expect(try await !fixture.factor.isAwaited(half))
                #expect(isWrong(try await fixture.complete(half, try fixture.code(seed))))
            }
        }
    }

    @Test func s_030_a_code_is_good_once_and_older_ones_are_not_good_after_it() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, _) = try await fixture.enrol()
            let (first, second, third) = (
                try await fixture.half(), try await fixture.half(), try await fixture.half()
            )
            #expect(isOpened(try await fixture.complete(first, try fixture.code(seed))))
            #expect(isWrong(try await fixture.complete(second, try fixture.code(seed))))
            #expect(isWrong(try await fixture.complete(second, try fixture.code(seed, steps: -1))))
            // One ahead, as of a clock that is fast, is later than the last.
            #expect(isOpened(try await fixture.complete(second, try fixture.code(seed, steps: 1))))
            #expect(isWrong(try await fixture.complete(third, try fixture.code(seed))))
            #expect(isWrong(try await fixture.complete(third, try fixture.code(seed, steps: 2))))
        }
    }

    @Test func s_030_of_fifty_uses_at_once_exactly_one_succeeds() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, _) = try await fixture.enrol()
            // As many tries as there may be at once: what is shown is that the code is taken once.
            let halves = try await fixture.halves(25)
            let code = try fixture.code(seed)
            let known = SecretToken()
            try await fixture.run("DELETE FROM sign_in_lanes")
            let opened = try await withThrowingTaskGroup(of: (Bool, Bool).self) { group in
                for n in 0..<50 {
                    group.addTask {
                        let outcome = try await fixture.complete(halves[n % 25], code, device: known)
                        return (isOpened(outcome), wait(outcome) != nil)
                    }
                }
                var (count, stopped) = (0, 0)
                for try await (isOpened, isStopped) in group {
                    if isOpened { count += 1 }
                    if isStopped { stopped += 1 }
                }
                #expect(stopped >= 40)
                return count
            }
            #expect(opened == 1)
        }
    }

    /// The same without the limit of tries standing before: straight at the function that takes codes.
    @Test func s_030_of_fifty_spendings_at_once_exactly_one_succeeds() async throws {
        try await FactorFixture.with { fixture in
            _ = try await fixture.enrol()
            let halves = try await fixture.halves(50)
            let step = TimeStep(at: fixture.clock.now).number
            let connections = try await withThrowingTaskGroup(of: Connection.self) { group in
                for _ in 0..<10 { group.addTask { try await fixture.companies.test.auth() } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            let opened = try await withThrowingTaskGroup(of: Int.self) { group in
                for (index, connection) in connections.enumerated() {
                    group.addTask {
                        var count = 0
                        for half in halves[(index * 5)..<(index * 5 + 5)] {
                            let isOpen = try await connection.fetch(
                                Query<Single<Bool>>(
                                    """
                                    SELECT auth_complete_code(\(Blob(half.hash.bytes)), \(step), \(nil as Blob?),
                                        \(Blob(randomBytes(32))), \(Blob(randomBytes(32))), 'Test')
                                    """))
                            if isOpen.first?.value == true { count += 1 }
                        }
                        return count
                    }
                }
                return try await group.reduce(0, +)
            }
            for connection in connections { await connection.close() }
            #expect(opened == 1)
        }
    }

    @Test func s_031_tries_are_counted_for_the_person_and_signing_in_anew_does_not_reset_them() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, codes) = try await fixture.enrol()
            try await fixture.run("DELETE FROM sign_in_lanes")
            for _ in 0..<8 {
                let half = try await fixture.half()
                #expect(isWrong(try await fixture.complete(half, try fixture.wrongCode(seed))))
            }
            // A new half session, and the right code: nothing is checked.
            let half = try await fixture.half()
            let seconds = try #require(wait(try await fixture.complete(half, try fixture.code(seed))))
            #expect((3_000...3_600).contains(seconds))
            // A recovery code cannot be guessed and lets its person in.
            #expect(isOpened(try await fixture.complete(half, .recovery(codes[0]))))
            // An hour later there is one more try.
            try await fixture.run("UPDATE sign_in_lanes SET counted_at = counted_at - interval '1 hour 1 second'")
            let later = try await fixture.half()
            #expect(isWrong(try await fixture.complete(later, try fixture.wrongCode(seed))))
            #expect(wait(try await fixture.complete(later, try fixture.code(seed))) != nil)
        }
    }

    @Test func s_031_a_browser_that_is_known_counts_by_itself_and_a_right_code_gives_the_try_back() async throws {
        try await FactorFixture.with { fixture in
            let (_, seed, _) = try await fixture.enrol()
            guard
                case .opened(_, let device) = try await fixture.complete(
                    try await fixture.half(), try fixture.code(seed))
            else {
                Issue.record("not opened")
                return
            }
            for _ in 0..<8 {
                _ = try await fixture.complete(try await fixture.half(), try fixture.wrongCode(seed))
            }
            let half = try await fixture.half()
            fixture.clock.advance(by: 60)
            #expect(wait(try await fixture.complete(half, try fixture.code(seed))) != nil)
            for _ in 0..<20 {
                fixture.clock.advance(by: 60)
                let half = try await fixture.half(device: device)
                #expect(isOpened(try await fixture.complete(half, try fixture.code(seed), device: device)))
            }
        }
    }

    @Test func s_033_a_recovery_code_is_good_once_and_a_new_set_ends_the_old_one() async throws {
        try await FactorFixture.with { fixture in
            let (session, _, codes) = try await fixture.enrol()
            #expect(codes.count == 10)
            #expect(isOpened(try await fixture.complete(try await fixture.half(), .recovery(codes[0]))))
            let half = try await fixture.half()
            #expect(isWrong(try await fixture.complete(half, .recovery(codes[0]))))
            #expect(isWrong(try await fixture.complete(half, .recovery(RecoveryCode()))))
            guard case .on(_, let left) = try await fixture.factor.state(session, of: fixture.ada) else {
                Issue.record("not on")
                return
            }
            #expect(left == 9)
            let renewed = try #require(try await fixture.factor.renewCodes(session))
            for code in codes { #expect(isWrong(try await fixture.complete(half, .recovery(code)))) }
            #expect(isOpened(try await fixture.complete(half, .recovery(renewed[3]))))
            // Another person's codes are nothing here.
            let (_, _, others) = try await fixture.enrol("bob")
            #expect(isWrong(try await fixture.complete(try await fixture.half(), .recovery(others[0]))))
            #expect(isOpened(try await fixture.complete(try await fixture.half("bob"), .recovery(others[0]))))
        }
    }

    @Test func s_033_two_uses_of_recovery_codes_at_once_in_one_half_session_spend_one() async throws {
        try await FactorFixture.with { fixture in
            let (session, _, codes) = try await fixture.enrol()
            let half = try await fixture.half()
            let opened = try await withThrowingTaskGroup(of: Bool.self) { group in
                for code in codes { group.addTask { isOpened(try await fixture.complete(half, .recovery(code))) } }
                return try await group.reduce(0) { $0 + ($1 ? 1 : 0) }
            }
            #expect(opened == 1)
            guard case .on(_, let left) = try await fixture.factor.state(session, of: fixture.ada) else {
                Issue.record("not on")
                return
            }
            #expect(left == 9)
        }
    }

    @Test func only_the_session_that_began_sees_the_seed_and_turns_it_on_within_ten_minutes() async throws {
        try await FactorFixture.with { fixture in
            let (mine, elsewhere, bobs) = (
                try await fixture.session(), try await fixture.session(), try await fixture.session("bob")
            )
            #expect(try await fixture.factor.start(mine, of: fixture.ada))
            guard case .starting(let seed) = try await fixture.factor.state(mine, of: fixture.ada) else {
                Issue.record("not begun")
                return
            }
            for token in [elsewhere, bobs] {
                guard case .off = try await fixture.factor.state(token, of: fixture.ada) else {
                    Issue.record("somebody else sees it")
                    return
                }
                guard
                    case .ended = try await fixture.factor.turnOn(
                        token, of: fixture.ada, code: try fixture.code(seed))
                else {
                    Issue.record("somebody else turned it on")
                    return
                }
            }
            guard
                case .wrong = try await fixture.factor.turnOn(
                    mine, of: fixture.ada, code: try fixture.wrongCode(seed))
            else {
                Issue.record("a wrong code was taken")
                return
            }
            try await fixture.run("UPDATE second_factors SET started_at = now() - interval '10 minutes 1 second'")
            guard case .ended = try await fixture.factor.turnOn(mine, of: fixture.ada, code: try fixture.code(seed))
            else {
                Issue.record("turned on too late")
                return
            }
            // Nothing of it counts for signing in.
            #expect(isOpened(try await fixture.signIn.open(fixture.attempt())))
        }
    }

    @Test func without_a_confirmation_of_late_nothing_about_it_changes() async throws {
        try await FactorFixture.with { fixture in
            let (session, _, codes) = try await fixture.enrol()
            let other = try await fixture.session("bob")
            try await fixture.run("UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'")
            #expect(try await fixture.factor.renewCodes(session) == nil)
            #expect(try await !fixture.factor.start(other, of: fixture.bob))
            // One that is on is not begun anew.
            try await fixture.run("UPDATE sessions SET confirmed_at = now()")
            #expect(try await !fixture.factor.start(session, of: fixture.ada))
            #expect(isOpened(try await fixture.complete(try await fixture.half(), .recovery(codes[0]))))
        }
    }

    @Test func turning_it_on_and_off_ends_every_other_session() async throws {
        try await FactorFixture.with { fixture in
            let before = try await fixture.session()
            let (session, seed, _) = try await fixture.enrol()
            #expect(try await fixture.signIn.session(of: before) == nil)
            #expect(try await fixture.signIn.session(of: session) != nil)
            guard
                case .opened(let other, _) = try await fixture.complete(
                    try await fixture.half(), try fixture.code(seed))
            else {
                Issue.record("not opened")
                return
            }
            let awaited = try await fixture.half()
            fixture.clock.advance(by: 60)
            let wrong = SignInAttempt(email: "ada@example.com", password: "wrong", device: nil, network: nil)
            for (attempt, code) in [
                (wrong, try fixture.code(seed)), (fixture.attempt(), try fixture.wrongCode(seed)),
                (fixture.attempt(), .recovery(RecoveryCode())),
            ] {
                guard case .wrong = try await fixture.factor.turnOff(session, attempt, code: code) else {
                    Issue.record("turned off")
                    return
                }
            }
            guard case .wrong = try await fixture.factor.turnOff(session, fixture.attempt(), code: nil) else {
                Issue.record("turned off without a code")
                return
            }
            #expect(try await fixture.signIn.session(of: other) != nil)
            guard
                case .confirmed(let next) = try await fixture.factor.turnOff(
                    session, fixture.attempt(), code: try fixture.code(seed))
            else {
                Issue.record("not turned off")
                return
            }
            for token in [other, session] { #expect(try await fixture.signIn.session(of: token) == nil) }
            #expect(try await fixture.signIn.session(of: next) != nil)
            #expect(try await !fixture.factor.isAwaited(awaited))
            #expect(isOpened(try await fixture.signIn.open(fixture.attempt())))
        }
    }

    @Test func confirming_takes_a_code_too_once_there_is_a_second_factor() async throws {
        try await FactorFixture.with { fixture in
            let bobs = try await fixture.session("bob")
            guard case .confirmed = try await fixture.factor.confirm(bobs, fixture.attempt("bob"), code: nil) else {
                Issue.record("bob has no second factor")
                return
            }
            let (session, seed, codes) = try await fixture.enrol()
            for code in [nil, try fixture.wrongCode(seed), TypedCode.recovery(RecoveryCode())] {
                guard case .wrong = try await fixture.factor.confirm(session, fixture.attempt(), code: code) else {
                    Issue.record("confirmed")
                    return
                }
            }
            guard
                case .confirmed(let next) = try await fixture.factor.confirm(
                    session, fixture.attempt(), code: try fixture.code(seed))
            else {
                Issue.record("not confirmed")
                return
            }
            // The code is spent.
            guard case .wrong = try await fixture.factor.confirm(next, fixture.attempt(), code: try fixture.code(seed))
            else {
                Issue.record("confirmed with a used code")
                return
            }
            guard
                case .confirmed = try await fixture.factor.confirm(
                    next, fixture.attempt(), code: .recovery(codes[1]))
            else {
                Issue.record("not confirmed")
                return
            }
        }
    }

    @Test func whoever_looks_after_the_installation_can_remove_one() async throws {
        try await FactorFixture.with { fixture in
            let (session, _, _) = try await fixture.enrol()
            let removed = try await fixture.companies.test.owner().fetch(
                Query<Single<Bool>>("SELECT remove_second_factor('Ada@example.com')"))
            #expect(removed.first?.value == true)
            #expect(try await fixture.signIn.session(of: session) == nil)
            #expect(isOpened(try await fixture.signIn.open(fixture.attempt())))
        }
    }
}
