import Testing

@testable import Outbound

@Suite struct CircuitBreakerTests {
    @Test func five_faults_in_a_row_open_it_and_a_good_answer_between_does_not() {
        var breaker = CircuitBreaker()
        for _ in 0..<4 { breaker.fail(at: 0) }
        breaker.succeed()
        for _ in 0..<4 { breaker.fail(at: 0) }
        #expect(breaker.wait(at: 0) == 0)
        breaker.fail(at: 10)
        #expect(breaker.wait(at: 10) == 900 && !breaker.wasRefused)
    }

    @Test func more_than_half_of_the_last_twenty_open_it() {
        var breaker = CircuitBreaker()
        // Three faults and two good ones, again and again: never five in a row.
        for _ in 0..<4 {
            for _ in 0..<3 { breaker.fail(at: 0) }
            #expect(breaker.wait(at: 0) == 0)
            for _ in 0..<2 { breaker.succeed() }
        }
        breaker.fail(at: 0)
        #expect(breaker.wait(at: 0) == 900)
    }

    @Test func the_rest_doubles_up_to_a_day_and_one_good_probe_ends_it() {
        var breaker = CircuitBreaker()
        breaker.fail(at: 0, isRefusal: true)
        var (now, rests) = (0.0, [Double]())
        for _ in 0..<9 {
            let rest = breaker.wait(at: now)
            rests.append(rest)
            now += rest
            #expect(breaker.wait(at: now) == 0)
            // Others wait while the probe is under way.
            #expect(breaker.wait(at: now) == 60)
            breaker.fail(at: now)
        }
        #expect(rests == [900, 1_800, 3_600, 7_200, 14_400, 28_800, 57_600, 86_400, 86_400])
        now += breaker.wait(at: now)
        _ = breaker.wait(at: now)
        breaker.succeed()
        #expect(breaker.wait(at: now) == 0 && !breaker.wasRefused)
    }

    @Test func a_probe_that_was_called_off_is_not_waited_for() {
        var breaker = CircuitBreaker()
        breaker.fail(at: 0, isRefusal: true)
        _ = breaker.wait(at: 900)
        breaker.giveBack(at: 901)
        #expect(breaker.wait(at: 901) == 0)
    }

    @Test func the_pace_doubles_when_asked_and_comes_back_by_tenths() {
        var pace = HostPace()
        pace.begin(at: 0, gap: 2)
        #expect(pace.wait(at: 0) == 2)
        for _ in 0..<10 { pace.slowDown() }
        #expect(pace.factor == 64)
        for _ in 0..<HostPace.recovery { pace.wentWell() }
        #expect(abs(pace.factor - 57.6) < 1e-9)
        for _ in 0..<HostPace.recovery * 50 { pace.wentWell() }
        #expect(pace.factor == 1)
        pace.stayAway(until: 100)
        #expect(pace.wait(at: 40) == 60)
    }

    @Test func tries_are_a_share_of_requests() {
        var budget = RetryBudget(share: 0.1)
        #expect((0..<20).count { _ in budget.take() } == 10)
        for _ in 0..<19 { budget.countRequest() }
        #expect(budget.take() && !budget.take())
    }
}
