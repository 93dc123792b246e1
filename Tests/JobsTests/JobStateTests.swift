import Testing

@testable import Jobs

@Suite struct JobStateTests {
    @Test func only_the_attempt_that_runs_may_end_a_job() {
        let running = JobState.ready(attempts: 0).after(.claimed(lease: 7))
        #expect(running == .running(attempt: 1, lease: 7))
        #expect(running?.after(.settled(lease: 6, word: "completed")) == nil)
        #expect(running?.after(.settled(lease: 7, word: "completed")) == .completed)
        let again = running?.after(.settled(lease: 7, word: "snoozed"))?.after(.due)?.after(.claimed(lease: 8))
        #expect(again == .running(attempt: 1, lease: 8))
        #expect(again?.after(.settled(lease: 7, word: "snoozed")) == nil)
        #expect(running?.after(.rescued(isLast: false)) == .ready(attempts: 1))
    }
}
