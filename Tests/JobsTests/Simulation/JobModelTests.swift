import Companies
import Foundation
import JobHistory
import JobSimulation
import Logging
import Postgres
import TestSupport
import Testing

@testable import Jobs

/// The simulator is worth what its model is: the same random operations are done in the model and in the database, and after
/// each of them every job stands in the same place in both, and both answered the same.
@Suite struct JobModelTests {
    private static let kinds = [
        SimulatedKind(name: Limited.kind, settings: Limited.settings),
        SimulatedKind(name: Probe.kind, settings: Probe.settings),
    ]

    @Test(arguments: UInt64(1)...20)
    func the_model_does_what_the_database_does(_ seed: UInt64) async throws {
        try await JobFixture.with { fixture in
            try await fixture.store.declare([Limited.kind: Limited.settings, Probe.kind: Probe.settings])
            var pair = Pair(fixture, SimulatedDatabase(kinds: Self.kinds, companies: 2, blown: 3), seed: seed)
            try await pair.addWorker()
            try await pair.addWorker()
            for step in 0..<70 {
                pair.model.now += 1_000
                let what = try await pair.step()
                let (found, expected) = (try await pair.places(), pair.expectedPlaces())
                #expect(found == expected, "seed \(seed), step \(step): \(what)")
                guard found == expected else { return }
                #expect(pair.model.problems == [])
            }
            #expect(try await pair.events() == pair.expectedEvents(), "seed \(seed)")
            let violations = HistoryChecker.violations(in: pair.model.history, isDrained: false)
            #expect(violations == [], "seed \(seed)")
        }
    }

    /// The database and the model, and who speaks to them.
    private struct Pair {
        let fixture: JobFixture
        let store: JobStore
        let model: SimulatedDatabase
        /// In the order of their ids, as claims see them.
        let companies: [CompanyID]
        private var random: SeededRandom
        private var workers: [UUID] = []
        /// Attempts that were given out, also those that were taken away since: theirs and the model's.
        private var held: [(worker: Int, real: ClaimedJob, model: ClaimedJob)] = []

        init(_ fixture: JobFixture, _ model: SimulatedDatabase, seed: UInt64) {
            self.fixture = fixture
            self.model = model
            store = JobStore(database: fixture.companies.database, recordsAll: true)
            companies = [fixture.harbor.id, fixture.kestrel.id].sorted { $0.description < $1.description }
            random = SeededRandom(seed: seed)
        }

        mutating func addWorker() async throws {
            workers.append(try await fixture.worker())
            try model.register(workers.count - 1, lease: .seconds(3_600))
        }

        /// Does something in both, and holds the answers against each other.
        mutating func step() async throws -> String {
            switch random.below(15) {
            case 0...2: return try await enqueue()
            case 3...5: return try await claim()
            case 6, 7: return try await settle()
            case 8: return try await end()
            case 9: return try await once()
            case 10: return try await rescue()
            case 11: return try await promote()
            case 12: return try await decide()
            case 13: return try await renew()
            default: return try await pause()
            }
        }

        private mutating func enqueue() async throws -> String {
            let (number, company) = (model.jobCount, random.below(2))
            var job = ModelJob(number: number, company: company, kind: random.below(2), arguments: random.below(2))
            if random.chance(0.3) { job.uniqueKey = random.below(2) }
            if random.chance(0.2) { job.dueIn = random.chance(0.5) ? -1 : 3_600 }
            if random.chance(0.2), number > 0 {
                // What nobody knows is no reason to wait.
                job.needs = Set([random.below(number), random.below(number)]).sorted().filter {
                    model.company(of: $0) == company
                }
                if random.chance(0.2) { job.needs.append(100_000) }
            }
            let options = EnqueueOptions(
                at: job.dueIn.map { Date(timeIntervalSinceNow: $0) }, uniqueKey: job.uniqueKey.map { "\($0)" },
                after: job.needs.map { JobID(number: $0) }, deadline: job.dueIn.map { Date(timeIntervalSinceNow: $0) })
            let (isLimited, arguments) = (job.kind == 0, job.arguments)
            let added = try await fixture.companies.database.transaction(in: companies[company]) { transaction in
                let id = JobID(number: number)
                return isLimited
                    ? try await transaction.enqueue(Limited(number: arguments), options, id: id)
                    : try await transaction.enqueue(Probe(number: arguments), options, id: id)
            }
            #expect(try model.enqueue([job]) == (added.map { [$0.number] } ?? []))
            return "enqueue \(job)"
        }

        private mutating func claim() async throws -> String {
            let (worker, most, mostEach) = (random.below(workers.count), 1 + random.below(4), 1 + random.below(4))
            let after: Int? = random.chance(0.5) ? random.below(2) : nil
            let busy = [random.below(2): random.below(2)]
            let real = try await store.claim(
                workers[worker], queue: .standard, kinds: [Probe.kind, Limited.kind], most: most,
                after: after.map { companies[$0] }, mostEach: mostEach,
                busy: Dictionary(uniqueKeysWithValues: busy.map { (companies[$0.key], $0.value) }))
            let expected = model.claim(
                .init(worker: worker, queue: .standard, most: most, after: after, mostEach: mostEach, busy: busy))
            let name = { (jobs: [ClaimedJob]) in jobs.map { "\($0.id.number) \($0.attempt) \($0.kind)" }.sorted() }
            #expect(name(real) == name(expected))
            for job in real {
                if let same = expected.first(where: { $0.id == job.id }) { held.append((worker, job, same)) }
            }
            return "claim \(most), \(mostEach) each, after \(after ?? -1)"
        }

        private mutating func settle() async throws -> String {
            guard !held.isEmpty else { return "nothing" }
            let (worker, real, same) = held[random.below(held.count)]
            let verdicts: [JobVerdict] = [
                .completed, .dead(reason: "x"), .retry(after: .zero, reason: "x"), .retry(after: .zero, reason: "x"),
                .snoozed(.zero), .released,
            ]
            let verdict = verdicts[random.below(verdicts.count)]
            let accepted = try await store.settle(
                workers[worker], [Settlement(job: real, verdict: verdict, spent: .zero)])
            let expected = try model.settle(worker, [Settlement(job: same, verdict: verdict, spent: .zero)])
            #expect(accepted == expected)
            return "settle \(real.id.number) attempt \(real.attempt) \(verdict.word)"
        }

        private func context(_ worker: Int, _ job: ClaimedJob) -> JobContext {
            JobContext(
                job: job, database: fixture.companies.database,
                logger: Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }, worker: workers[worker])
        }

        private mutating func end() async throws -> String {
            guard !held.isEmpty else { return "nothing" }
            let (worker, real, same) = held[random.below(held.count)]
            let (context, key) = (context(worker, real), "whole \(random.below(3))")
            let happened = try await fenced {
                try await context.complete { transaction in try await context.once(key, in: transaction) {} != nil }
            }
            let expected = try modelled {
                let transaction = try model.beginEnd(worker, same.lease)
                let isNew = try model.write("\(real.company) \(key)", in: transaction)
                try model.commit(transaction)
                return isNew
            }
            #expect(happened == expected)
            return "end \(real.id.number) attempt \(real.attempt)"
        }

        private mutating func once() async throws -> String {
            guard !held.isEmpty else { return "nothing" }
            let (worker, real, same) = held[random.below(held.count)]
            let (context, key) = (context(worker, real), "half \(random.below(3))")
            let happened = try await fenced {
                try await context.database.transaction(in: real.company) { transaction in
                    try await context.once(key, in: transaction) {} != nil
                }
            }
            let expected = try modelled {
                let transaction = try model.beginOnce(worker, same.lease, key: "\(real.company) \(key)")
                defer { try? model.commit(transaction) }
                return model.isNew(transaction)
            }
            #expect(happened == expected)
            return "once \(real.id.number) attempt \(real.attempt)"
        }

        private func fenced(_ work: () async throws -> Bool) async throws -> String {
            do { return try await work() ? "new" : "seen" } catch is JobFenced { return "fenced" }
        }

        private func modelled(_ work: () throws -> Bool) throws -> String {
            do { return try work() ? "new" : "seen" } catch ModelRefusal.fenced { return "fenced" }
        }

        private mutating func rescue() async throws -> String {
            let worker = random.below(workers.count)
            try await fixture.expire(workers[worker])
            model.expire(worker)
            let (real, expected) = (try await store.rescue(crashes: 3), try model.rescue())
            #expect(real >= expected)
            // A worker that comes back is another one.
            try await addWorker()
            return "rescue \(worker)"
        }

        private func promote() async throws -> String {
            #expect(try await store.promote() == model.promote())
            return "promote"
        }

        private mutating func decide() async throws -> String {
            guard model.jobCount > 0 else { return "nothing" }
            let number = random.below(model.jobCount)
            let action: JobAction = random.chance(0.5) ? .cancel : .replay
            for company in companies {
                _ = try await fixture.companies.database.transaction(in: company) { transaction in
                    try await transaction.perform(action, on: [JobID(number: number)])
                }
            }
            if action == .cancel { try model.cancel([number]) } else { model.replay([number]) }
            return "\(action) \(number)"
        }

        private mutating func renew() async throws -> String {
            let worker = random.below(workers.count)
            let real = try await store.renew(workers[worker], lease: .seconds(3_600), isStopping: false)
            let expected = model.renew(worker, lease: .seconds(3_600), isStopping: false)
            #expect(real.map(Set.init) == expected.map(Set.init))
            let name = { (held: [HeldLease]) in
                held.map { "\($0.lease.id.number) \($0.lease.attempt) \($0.isCancelRequested)" }.sorted()
            }
            #expect(name(try await store.leases(of: workers[worker])) == name(model.held(worker)))
            return "renew \(worker)"
        }

        private mutating func pause() async throws -> String {
            let (kind, company, isPaused) = (random.below(2), random.below(2), random.chance(0.4))
            let scope = "kind:\(JobModelTests.kinds[kind].name)"
            _ = try await fixture.companies.database.asWorker(
                Query<Ignored>("DELETE FROM job_pauses WHERE company_id = \(companies[company]) AND scope = \(scope)"))
            if isPaused {
                _ = try await fixture.companies.database.asWorker(
                    Query<Ignored>(
                        "INSERT INTO job_pauses (company_id, scope) VALUES (\(companies[company]), \(scope))"))
            }
            model.pause(.kind(kind, company: company), isPaused)
            return "pause \(scope) \(isPaused)"
        }

        // MARK: Holding both against each other

        private struct Row: RowDecodable {
            let job: UUID
            let place: String
            let turnAt: Double?

            init(row: inout RowReader) throws {
                job = try row.next()
                place = try row.next()
                turnAt = try row.nextOptional()
            }
        }

        func places() async throws -> [Int: String] {
            let rows = try await fixture.companies.database.asWorker(
                Query<Row>(
                    """
                    SELECT job_id, 'ready ' || attempts, extract(epoch FROM turn_at)::double precision FROM ready_jobs
                    UNION ALL SELECT job_id, 'waiting ' || attempts, NULL FROM waiting_jobs
                    UNION ALL SELECT job_id, 'running ' || attempt, NULL FROM job_leases
                    UNION ALL SELECT job_id, state, NULL FROM job_outcomes
                    """))
            for row in rows {
                if let turnAt = row.turnAt { model.setTurn(of: row.job.number, to: Int(turnAt * 1_000_000)) }
            }
            return Dictionary(rows.map { ($0.job.number, $0.place) }) { "\($0) and \($1)" }
        }

        func expectedPlaces() -> [Int: String] {
            let all = (0..<model.jobCount).map { ($0, model.place($0)) }
            return Dictionary(uniqueKeysWithValues: all.filter { !$0.1.isEmpty })
        }

        /// How often what happened to which job; an end with effects leaves no event of its own.
        func events() async throws -> [String: Int] {
            struct Event: RowDecodable {
                let job: UUID
                let event: String
                init(row: inout RowReader) throws {
                    job = try row.next()
                    event = try row.next()
                }
            }
            let rows = try await fixture.companies.database.asWorker(
                Query<Event>("SELECT job_id, event FROM job_events WHERE event <> 'completed'"))
            return Dictionary(rows.map { ("\($0.job.number) \($0.event)", 1) }, uniquingKeysWith: +)
        }

        func expectedEvents() -> [String: Int] {
            let told = model.history.filter { ![.enqueued, .effect, .completed].contains($0.what) }
            let names = told.map { event in
                "\(event.job) \(event.what == .cancelRequested ? "cancel_requested" : event.what.rawValue)"
            }
            return Dictionary(names.map { ($0, 1) }, uniquingKeysWith: +)
        }
    }
}
