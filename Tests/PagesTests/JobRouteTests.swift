import Routes
import Testing

@Suite struct JobRouteTests {
    @Test func both_areas_have_the_same_addresses_under_their_own_roots() {
        #expect(JobRoute.index(.company, JobsQuery()).path == "/jobs")
        #expect(JobRoute.index(.platform, JobsQuery(status: .dead)).path == "/staff/jobs?status=dead")
        #expect(JobRoute.job(.platform, "a b").path == "/staff/jobs/a%20b")
        let note = JobOutcomeNote(deed: .replay, count: 2)
        #expect(JobRoute.job(.company, "x", note).path == "/jobs/x?did=replay&count=2")
        #expect(
            JobRoute.confirm(.company, .discard, JobsQuery(status: .dead, kind: "k")).path
                == "/jobs/confirm?status=dead&kind=k&act=discard")
        for pattern in JobRoute.Pattern.allCases {
            #expect(JobRoute.Pattern(rawValue: pattern.rawValue) == pattern)
        }
    }

    @Test func reading_is_the_inverse_of_writing() {
        let query = JobsQuery(
            status: .waiting, kind: "price.check_2", queue: "slow", company: "harbor-lane", id: "0b1c", cursor: "-5~a",
            pageSize: 20)
        let reading = JobsQuery.read(queryText: query.suffix.dropFirst())
        #expect(reading.query == query && reading.ignored.isEmpty && reading.note == nil)
        #expect(JobsQuery.read(queryText: "did=cancel&count=3").note == JobOutcomeNote(deed: .cancel, count: 3))
    }

    @Test(arguments: [
        "status=gone", "kind=<b>", "queue=%ZZ", "limit=0", "colour=red", "status=dead&status=ready", "id=a%00b",
    ])
    func what_cannot_be_used_is_reported(_ text: String) {
        #expect(JobsQuery.read(queryText: text).ignored.count == 1)
    }

    @Test(arguments: ["did=explode&count=1", "did=cancel&count=-1", "did=cancel", "count=1", "did=cancel&count=x"])
    func a_note_is_a_known_word_and_a_number(_ text: String) {
        #expect(JobsQuery.read(queryText: text).note == nil)
    }
}
