import Testing

@testable import Jobs

@Suite struct JobStateTests {
    @Test func only_the_attempt_that_runs_may_end_a_job() {
        let running = JobState.ready(attempts: 0).after(.claimed(worker: 1))
        #expect(running == .running(attempt: 1, worker: 1))
        #expect(running?.after(.settled(attempt: 1, worker: 2, word: "completed")) == nil)
        #expect(running?.after(.settled(attempt: 2, worker: 1, word: "completed")) == nil)
        #expect(running?.after(.settled(attempt: 1, worker: 1, word: "completed")) == .completed)
        #expect(running?.after(.rescued(isLast: false)) == .ready(attempts: 1))
    }
}
