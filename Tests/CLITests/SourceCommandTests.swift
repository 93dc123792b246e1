import Companies
import Connections
import Foundation
import Glibc
import Ingestion
import Jobs
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// Sources read by the program as a person starts it, and killed while it does.
@Suite struct SourceCommandTests {
    private struct Outcome: Decodable {
        let run: String
        let state: String
        let items: Int
        let new: Int
    }

    private struct Fixture: Sendable {
        let companies: TwoCompanies
        let simulator: Simulator
        let program: Program

        var environment: [String: String] {
            let places = Simulator.Source.allCases.map { "\($0.rawValue)=http://127.0.0.1:\(simulator.port(of: $0))/" }
            return ["TIDEMARK_SOURCES": places.joined(separator: ",")]
        }

        func start(_ arguments: String...) throws -> RunningProgram {
            try program.start(["source"] + arguments, environment: environment)
        }

        func count(_ sql: SQL) async throws -> Int {
            let rows = try await companies.database.read(in: .house, Query<Single<Int>>("SELECT count(*) FROM \(sql)"))
            return try #require(rows.first).value
        }
    }

    private func with(groceries: Int = 300, _ body: (Fixture) async throws -> Void) async throws {
        try await TwoCompanies.with { companies in
            let world = SourceWorld(seed: 3, start: Date(), groceries: groceries)
            try await Simulator.with(world) { simulator in
                let giassi = try #require(SourceCode(rawValue: "giassi"))
                let now = companies.now
                _ = try await companies.database.transaction(in: .house) { transaction in
                    try await OpenConnectionQueries.ensure(
                        giassi, name: "Giassi Joinville", settings: ["region": "joinville_bucarein"], everyMinutes: 60,
                        at: now, in: transaction)
                }
                try await body(
                    Fixture(companies: companies, simulator: simulator, program: Program(test: companies.test)))
            }
        }
    }

    @Test func a_source_is_listed_tried_read_shown_switched_off_and_on() async throws {
        try await with { fixture in
            let listed = try await fixture.start("list").ended()
            #expect(listed.status == 0 && listed.output.contains("Giassi Joinville"), "\(listed.errors)")
            let tried = try await fixture.start("run", "--connection", "giassi", "--dry-run", "--limit", "5").ended()
            #expect(tried.status == 0 && tried.output.contains("nothing was kept"), "\(tried.errors)")
            #expect(try await fixture.count("scrape_runs") == 0)

            let read = try await fixture.start("run", "--connection", "giassi joinville", "--json").ended()
            let outcome = try read.json(Outcome.self)
            #expect(read.status == 0 && outcome.state == "applied" && outcome.items == 300 && outcome.new == 300)
            let runs = try await fixture.start("runs").ended()
            #expect(runs.output.contains(outcome.run) && runs.output.contains("applied"))
            let shown = try await fixture.start("show", outcome.run).ended()
            #expect(shown.output.contains("price_minor") && shown.output.contains("all of it"), "\(shown.errors)")

            let off = try await fixture.start("stop", "giassi", "--reason", "they asked us to").ended()
            #expect(off.status == 0 && off.output.contains("every company"))
            let refused = try await fixture.start("run", "--connection", "giassi").ended()
            #expect(refused.status == 1 && refused.errors.contains("switched off"), "\(refused.errors)")
            let on = try await fixture.start("start", "giassi").ended()
            #expect(on.output.contains("on again"))
            let again = try await fixture.start("run", "--connection", "giassi", "--json").ended()
            #expect(try again.json(Outcome.self).new == 0)
        }
    }

    @Test func bad_calls_say_what_is_wrong() async throws {
        try await with { fixture in
            for (arguments, word) in [
                (["run", "--connection", "nobody"], "no connection called nobody"),
                (["run", "--company", "nobody", "--connection", "giassi"], "nobody"),
                (["run", "--connection", "giassi", "--limit", "0"], "--limit"),
                (["run", "--connection", "giassi", "--since", "yesterday"], "yesterday"),
                (["show", "1"], "is not an id"), (["show", UUID().uuidString], "no run"),
                (["publish", UUID().uuidString], "not held"),
                (["stop", "No Such", "--reason", "x"], "no name of a source"),
            ] {
                let answer = try await fixture.program.start(["source"] + arguments, environment: fixture.environment)
                    .ended()
                #expect(answer.status != 0 && answer.errors.contains(word), "\(arguments): \(answer.errors)")
            }
            let far = try await fixture.program.start(
                ["source", "list"], environment: ["TIDEMARK_SOURCES": "giassi=http://10.0.0.1/"]
            ).ended()
            #expect(far.status != 0 && far.errors.contains("TIDEMARK_SOURCES"))
        }
    }

    /// The job is the company's it stands in, whatever its arguments say.
    @Test func a_job_with_anothers_connection_reads_nothing() async throws {
        try await with(groceries: 30) { fixture in
            let companies = fixture.companies
            let giassi = try #require(SourceCode(rawValue: "giassi"))
            let (ours, now) = (companies.harbor.id, companies.now)
            let connection = try await companies.database.transaction(in: ours) { transaction in
                try await OpenConnectionQueries.ensure(
                    giassi, name: "Ours", settings: ["region": "joinville_bucarein"], everyMinutes: 60, at: now,
                    in: transaction)
            }
            func ends(of company: Company) async throws -> [Pair<String, String>] {
                try await companies.database.read(
                    in: company.id,
                    Query<Pair<String, String>>(
                        """
                        SELECT o.state, coalesce((SELECT e.detail FROM job_events e WHERE e.company_id = o.company_id
                            AND e.job_id = o.job_id AND e.event = o.state LIMIT 1), '')
                        FROM job_outcomes o JOIN jobs j ON j.company_id = o.company_id AND j.job_id = o.job_id
                        WHERE j.kind = 'source.read'
                        """))
            }
            for company in [companies.kestrel, companies.harbor] {
                _ = try await companies.database.transaction(in: company.id) {
                    try await $0.enqueue(ReadSource(connection: connection))
                }
            }
            let worker = try fixture.program.start(["work", "--slots", "2"], environment: fixture.environment)
            let deadline = ContinuousClock.now + .seconds(600)
            while ContinuousClock.now < deadline {
                if try await !ends(of: companies.kestrel).isEmpty, try await !ends(of: companies.harbor).isEmpty {
                    break
                }
                await Task.yield()
            }
            worker.signal(SIGTERM)
            let answer = try await worker.ended()
            let (theirs, own) = (try await ends(of: companies.kestrel), try await ends(of: companies.harbor))
            #expect(theirs.map(\.first) == ["cancelled"] && own.map(\.first) == ["completed"], "\(answer.errors)")
            #expect(theirs.first?.second.contains("no such connection") == true, "\(theirs)")
            for (company, runs) in [(companies.kestrel, 0), (companies.harbor, 1)] {
                let found = try await companies.database.read(
                    in: company.id,
                    Query<Single<Int>>("SELECT count(*) FROM scrape_runs WHERE company_id = \(company.id)"))
                #expect(found.first?.value == runs)
            }
        }
    }

    /// How often the program is killed in all: TIDEMARK_KILLS, 100 for the figure in docs/sources.md.
    private static let kills = SimulationSeeds.kills.map { Int($0) } ?? 8

    @Test func killed_at_any_point_nothing_kept_is_lost_and_nothing_is_doubled() async throws {
        try await with(groceries: 260) { fixture in
            let seed = UInt64.random(in: 1...999_999)
            print("seed \(seed), \(Self.kills) kills")
            var random = SeededRandom(seed: seed)
            var (killed, runs) = (0, 0)
            while killed < Self.kills {
                let before = try await fixture.count("raw_records")
                let goal = before + 1 + random.below(8)
                let program = try fixture.start("run", "--connection", "giassi", "--json")
                let finished = try await fixture.count("scrape_runs WHERE state = 'applied'")
                // Until it has kept so many answers, or is done.
                while try await fixture.count("raw_records") < goal,
                    try await fixture.count("scrape_runs WHERE state = 'applied'") == finished
                { await Task.yield() }
                let kept = try await fixture.count("raw_records")
                program.signal(SIGKILL)
                _ = try? await program.ended()
                killed += 1
                #expect(try await fixture.count("raw_records") >= kept, "an answer that was kept is gone")
                #expect(try await fixture.count("scrape_runs WHERE state = 'running'") <= 1)
                runs = try await fixture.count("scrape_runs WHERE state = 'applied'")
            }
            let last = try await fixture.start("run", "--connection", "giassi", "--json").ended()
            #expect(try last.json(Outcome.self).state == "applied", "\(last.errors)")
            runs = try await fixture.count("scrape_runs WHERE state = 'applied'")
            print("\(killed) kills, \(runs) runs, \(try await fixture.count("raw_records")) answers")
            #expect(try await fixture.count("scrape_runs WHERE state NOT IN ('applied')") == 0)
            // Each run has each page of the source once, with all that is on it.
            let pages = try await fixture.count(
                """
                (SELECT run_id, url FROM raw_records WHERE NOT is_spare AND url LIKE '%products/search%'
                    GROUP BY run_id, url HAVING count(*) > 1) AS doubled
                """)
            #expect(pages == 0)
            let incomplete = try await fixture.count(
                "scrape_runs WHERE items <> 260 OR rows_good <> 260 OR NOT is_complete")
            #expect(incomplete == 0)
            #expect(try await fixture.count("listings") == 260)
            #expect(try await fixture.count("staged_rows") == 0)
            let doubled = try await fixture.count(
                "(SELECT listing_id, observed_on FROM price_history GROUP BY 1, 2 HAVING count(*) > 1) AS doubled")
            #expect(doubled == 0)
            // What was asked for was asked for once per run, and once more for each kill at most.
            let asked = Dictionary(
                grouping: fixture.simulator.asked(of: .giassi).map(\.path).filter { $0.contains("products/search") },
                by: { $0 })
            #expect(asked.values.allSatisfy { $0.count <= runs + killed })
        }
    }
}
