import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// What the fault drills brought to light (docs/jobs.md), each as small as it can be shown.
@Suite struct JobFaultTests {
    @Test func a_transaction_that_ends_a_job_does_not_wait_for_ever() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<1)
            let worker = try await fixture.worker()
            let job = try #require(try await fixture.claim(worker).first)
            let setting = Query<Single<String>>("SELECT current_setting('idle_in_transaction_session_timeout')")
            try await fixture.companies.database.transaction(in: fixture.harbor.id) { transaction in
                #expect(try await transaction.fetch(setting).map(\.value) == ["0"])
                try await transaction.endJob(job, worker: worker)
                #expect(try await transaction.fetch(setting).map(\.value) == ["20s"])
            }
        }
    }

    /// The database's clock goes back an hour after a worker died: its lease must not last an hour more.
    @Test func a_clock_that_is_put_back_keeps_no_dead_worker_alive() async throws {
        try await JobFixture.with { fixture in
            try await fixture.enqueue(0..<2)
            let worker = try await fixture.worker(lease: .seconds(30))
            _ = try await fixture.claim(worker)
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>(
                    """
                    UPDATE job_workers SET lease_until = lease_until + interval '1 hour',
                        renewed_at = renewed_at + interval '1 hour'
                    """))
            #expect(try await fixture.store.rescue() == 0, "it may be alive, so it has a whole lease to say so")
            let rest = try await fixture.companies.database.asWorker(
                Query<Single<Double>>(
                    "SELECT extract(epoch FROM lease_until - clock_timestamp())::double precision FROM job_workers"))
            #expect((25...30).contains(rest.first?.value ?? 0))
            try await fixture.expire(worker)
            #expect(try await fixture.store.rescue() == 2)
        }
    }

    /// A worker that is stopped hands back what it cannot end; behind a thousand others that would wait for minutes.
    @Test func what_is_handed_back_goes_before_what_waits() async throws {
        try await JobFixture.with { fixture in
            let ids = try await fixture.enqueue(0..<5)
            let worker = try await fixture.worker()
            let job = try #require(try await fixture.claim(worker, most: 1).first)
            #expect(ids.contains(job.id))
            try await fixture.settle(worker, [job], .released)
            #expect(try await fixture.claim(worker, most: 1).map(\.id) == [job.id])
        }
    }
}
