import Companies
import Connections
import Foundation
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// A run that meets trouble ends in a state with a name, loses nothing of what it read, and lets its neighbours be.
@Suite struct RunTroubleTests {
    /// A fault that stays, from a page on, and how the run ends after its attempts.
    struct Case: Sendable, CustomTestStringConvertible {
        let fault: Fault
        let cause: RunCause
        /// Whether another attempt is worth while.
        let isTriedAgain: Bool

        var testDescription: String { "\(fault)" }
    }

    private static let cases: [Case] = [
        Case(fault: .status(500), cause: .unreachable, isTriedAgain: true),
        Case(fault: .status(503, retryAfter: "3"), cause: .unreachable, isTriedAgain: true),
        Case(fault: .status(451), cause: .refused, isTriedAgain: false),
        Case(fault: .status(400), cause: .notUnderstood, isTriedAgain: false),
        Case(fault: .status(404), cause: .missing, isTriedAgain: false),
        Case(fault: .reset, cause: .broken, isTriedAgain: true),
        Case(fault: .truncatedGzip, cause: .broken, isTriedAgain: true),
        Case(fault: .wrongLength, cause: .broken, isTriedAgain: true),
        Case(fault: .huge(200), cause: .tooLarge, isTriedAgain: false),
        Case(fault: .endless, cause: .tooLarge, isTriedAgain: false),
        Case(fault: .redirectLoop, cause: .strangePlace, isTriedAgain: false),
        Case(fault: .redirectInside, cause: .strangePlace, isTriedAgain: false),
        Case(fault: .challenge, cause: .refused, isTriedAgain: false),
        Case(fault: .page, cause: .wrongShape, isTriedAgain: false),
    ]

    /// The second window of the first shelf.
    private static let place = "/api/catalog_system/pub/products/search?fq=C%3A%2F9"

    @Test(arguments: cases)
    func a_fault_that_stays_ends_the_run_with_a_name_and_keeps_what_was_read(_ one: Case) async throws {
        try await CollectionFixture.with(seed: 8) { fixture in
            let connection = try await fixture.connectGiassi()
            let neighbour = try await fixture.connect(.vinepair)
            fixture.clock.advance(by: 86_400)
            fixture.simulator.faults(of: .giassi).turnOn(one.fault, for: Self.place)
            let access = try fixture.access()
            let reading = try fixture.reading(.house, access: access, who: .command)
            if one.isTriedAgain {
                let trouble = await #expect(throws: RunTrouble.self) { try await reading.run(connection) }
                #expect(trouble?.cause == one.cause && trouble?.course == .again)
                #expect(try await fixture.count("scrape_runs WHERE state = 'running'", in: .house) == 1)
                fixture.clock.advance(by: 3_600)
            }
            let report = try await reading.run(connection, isLastAttempt: true)
            // What goes wrong again and again is left alone, and called that.
            let cause = try #require(report.cause)
            #expect(
                report.state == .partial && (cause == one.cause || one.isTriedAgain && cause == .unreachable),
                "\(report)")
            #expect(report.sentence?.isEmpty == false && !report.isComplete)
            // What was read before it is there.
            let listed = try await fixture.count("listings", in: .house)
            #expect(listed > 0 && listed == report.items)
            let told: String = try await fixture.one(
                "SELECT reason FROM scrape_errors WHERE run_id = \(report.run) AND line = 0", in: .house)
            #expect(told.hasPrefix(cause.rawValue) && told.contains("on page"), "\(told)")
            // A neighbour is read as if nothing had been.
            let other = try await fixture.reading(.house, access: access, who: .command).run(neighbour)
            #expect(other.state == .applied)
            // And once it is over, so is this one, all of it.
            fixture.simulator.faults(of: .giassi).clear()
            fixture.clock.advance(by: 86_400)
            let after = try await reading.run(connection)
            #expect(after.state == .applied && after.isComplete, "\(after)")
            #expect(try await fixture.count("listings", in: .house) == 400)
        }
    }

    @Test func a_wait_that_is_asked_for_is_waited_and_the_run_goes_on_where_it_was() async throws {
        try await CollectionFixture.with(seed: 9) { fixture in
            let connection = try await fixture.connectGiassi()
            fixture.simulator.faults(of: .giassi).turnOn(
                .status(429, retryAfter: "7200"), for: Self.place, times: 1)
            let reading = try fixture.reading(.house, who: .command)
            let trouble = await #expect(throws: RunTrouble.self) { try await reading.run(connection) }
            guard case .later(let seconds)? = trouble?.course else {
                Issue.record("no wait: \(String(describing: trouble))")
                return
            }
            #expect(seconds > 7_000 && trouble?.cause == .notNow)
            let before = fixture.simulator.asked(of: .giassi).count
            fixture.clock.advance(by: seconds + 1)
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.state == .applied && report.items == 400)
            let pages: Int = try await fixture.one(
                "SELECT pages FROM run_progress WHERE run_id = \(report.run)", in: .house)
            // Beside robots.txt, only what had not been read was asked for: not the region, the tree or the pages before.
            #expect(fixture.simulator.asked(of: .giassi).count - before < pages)
        }
    }

    @Test func a_session_that_ends_on_the_way_is_begun_again_and_nothing_is_missing() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor)
            _ = try await fixture.reading(fixture.harbor).run(connection)
            fixture.simulator.libDib.signEverybodyOut()
            let report = try await fixture.reading(fixture.harbor).run(connection)
            #expect(report.state == .applied && report.items == 240)
            let signIns: Int = try await fixture.one(
                "SELECT signed_in FROM run_progress WHERE run_id = \(report.run)", in: fixture.harbor)
            #expect(signIns == 1)
            // The answer that said no is kept, and not read.
            #expect(try await fixture.count("raw_records WHERE is_spare AND status = 401", in: fixture.harbor) == 1)
        }
    }

    @Test func a_site_that_never_keeps_a_session_is_not_asked_for_one_for_ever() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor)
            fixture.simulator.faults(of: .libdib).turnOn(.status(401), for: "/api/")
            let report = try await fixture.reading(fixture.harbor).run(connection, isLastAttempt: true)
            #expect(report.state == .failed && report.cause == .signedOut)
            let posts = fixture.simulator.asked(of: .libdib).filter { $0.path == "/login" && $0.method == "POST" }
            #expect((1...3).contains(posts.count), "an account may be locked after a few")
            let health: String = try await fixture.one("SELECT health FROM connections", in: fixture.harbor)
            #expect(health == "refused")
        }
    }

    @Test func a_wrong_password_is_tried_once_and_told() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectLibDib(fixture.harbor, password: "guess")
            let report = try await fixture.reading(fixture.harbor).run(connection)
            #expect(report.state == .failed && report.cause == .wrongLogin)
            let posts = fixture.simulator.asked(of: .libdib).filter { $0.path == "/login" && $0.method == "POST" }
            #expect(posts.count == 1)
            let note: String = try await fixture.one("SELECT health_note FROM connections", in: fixture.harbor)
            #expect(note.contains("does not know this login"))
        }
    }

    @Test func a_disk_that_is_full_loses_nothing_and_doubles_nothing() async throws {
        try await CollectionFixture.with(seed: 10) { fixture in
            let connection = try await fixture.connectGiassi()
            let owner = try await fixture.companies.test.owner()
            // In turn where answers are kept, where rows are staged, and where listings are written.
            for (number, table) in ["raw_records", "staged_rows", "listings"].enumerated() {
                _ = try await owner.runScript(
                    """
                    CREATE SEQUENCE written_\(number);
                    GRANT USAGE ON SEQUENCE written_\(number) TO tidemark_app;
                    CREATE FUNCTION fill_\(number)() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN
                        IF nextval('written_\(number)') > 3 THEN
                            RAISE EXCEPTION 'could not extend file: No space left on device' USING ERRCODE = '53100';
                        END IF;
                        RETURN NULL;
                    END $$;
                    CREATE TRIGGER full_\(number) AFTER INSERT ON \(table) FOR EACH \(table == "listings" ? "ROW" : "STATEMENT")
                        EXECUTE FUNCTION fill_\(number)();
                    """)
                let kept = try await fixture.count("raw_records", in: .house)
                let reading = try fixture.reading(.house, who: .command)
                await #expect(throws: (any Error).self) { try await reading.run(connection) }
                #expect(try await fixture.count("raw_records", in: .house) >= kept)
                _ = try await owner.runScript("DROP TRIGGER full_\(number) ON \(table); DROP FUNCTION fill_\(number)()")
            }
            await owner.close()
            #expect(try await fixture.count("listings", in: .house) == 0)
            let report = try await fixture.reading(.house, who: .command).run(connection)
            #expect(report.state == .applied && report.items == 400 && report.new == 400)
            // One run, each of its pages asked for once.
            #expect(try await fixture.count("scrape_runs", in: .house) == 1)
            let asked = fixture.simulator.asked(of: .giassi).map(\.path).filter { $0.contains("products/search") }
            // Only the answer that found no room was asked for again.
            #expect(asked.count <= Set(asked).count + 1)
        }
    }

    @Test func a_source_that_is_switched_off_is_left_alone_by_everybody_at_once() async throws {
        try await CollectionFixture.with { fixture in
            let ours = try await fixture.connectLibDib(fixture.harbor)
            let theirs = try await fixture.connectLibDib(fixture.kestrel)
            let libdib = try #require(SourceCode(rawValue: "libdib"))
            let now = fixture.clock.now
            // A company's own switch is its own.
            try await fixture.database.transaction(in: fixture.harbor) { transaction in
                try await SourceSwitchQueries(transaction: transaction).stop(
                    libdib, reason: "not now", by: .person(fixture.person), at: now)
            }
            await #expect(throws: RunTrouble.self) { try await fixture.reading(fixture.harbor).run(ours) }
            let other = try await fixture.reading(fixture.kestrel).run(theirs)
            #expect(other.state == .applied)
            // The platform's is everybody's, also in the middle of a run.
            let asked = fixture.simulator.asked(of: .libdib).count
            try await fixture.database.transaction(in: .house) { transaction in
                try await SourceSwitchQueries(transaction: transaction).stop(
                    libdib, reason: "they asked us to", by: .command, at: now)
            }
            let trouble = await #expect(throws: RunTrouble.self) {
                try await fixture.reading(fixture.kestrel).run(theirs)
            }
            #expect(trouble?.cause == .stopped)
            #expect(fixture.simulator.asked(of: .libdib).count == asked)
            // Nobody but the platform switches it on for all.
            try await fixture.database.transaction(in: fixture.kestrel) { transaction in
                let wasOff = try await SourceSwitchQueries(transaction: transaction).start(libdib, by: .command)
                #expect(!wasOff)
            }
        }
    }

    @Test func switched_off_in_the_middle_it_ends_with_what_it_has_and_asks_no_more() async throws {
        try await CollectionFixture.with { fixture in
            let connection = try await fixture.connectGiassi()
            fixture.simulator.faults(of: .giassi).turnOn(.status(500), for: Self.place)
            let reading = try fixture.reading(.house, who: .command)
            await #expect(throws: RunTrouble.self) { try await reading.run(connection) }
            let asked = fixture.simulator.asked(of: .giassi).count
            let giassi = try #require(SourceCode(rawValue: "giassi"))
            let now = fixture.clock.now
            try await fixture.database.transaction(in: .house) { transaction in
                try await SourceSwitchQueries(transaction: transaction).stop(
                    giassi, reason: "they asked us to", by: .command, at: now)
            }
            let report = try await reading.run(connection)
            #expect(report.state == .partial && report.cause == .stopped && report.pages > 0, "\(report)")
            #expect(fixture.simulator.asked(of: .giassi).count == asked)
        }
    }

    @Test func two_processes_that_read_one_connection_do_not_double_it() async throws {
        try await CollectionFixture.with(connections: 8) { fixture in
            let connection = try await fixture.connectGiassi()
            let outcomes = try await withThrowingTaskGroup(of: RunReport?.self) { group in
                for _ in 0..<3 {
                    group.addTask {
                        do {
                            return try await fixture.reading(.house, who: .command).run(connection)
                        } catch is RunTaken {
                            return nil
                        } catch is RunTrouble {
                            return nil
                        }
                    }
                }
                return try await group.reduce(into: [RunReport]()) { all, one in if let one { all.append(one) } }
            }
            let last = try await fixture.reading(.house, who: .command).run(connection)
            #expect(last.state == .applied && last.items == 400)
            #expect(outcomes.allSatisfy { $0.state == .applied && $0.items == 400 })
            #expect(try await fixture.count("listings", in: .house) == 400)
            #expect(try await fixture.count("scrape_runs WHERE items <> 400", in: .house) == 0)
        }
    }

    @Test func a_run_goes_on_as_what_it_was_whoever_goes_on_with_it() async throws {
        try await CollectionFixture.with(seed: 12) { fixture in
            let connection = try await fixture.connectGiassi()
            // A command that wants one department, and meets a fault in it.
            fixture.simulator.faults(of: .giassi).turnOn(.status(500), for: "/api/catalog_system/pub/products")
            let part = RunLimits(category: "7")
            let command = try fixture.reading(.house, who: .command, limits: part)
            await #expect(throws: RunTrouble.self) { try await command.run(connection) }
            fixture.simulator.faults(of: .giassi).clear()
            fixture.clock.advance(by: 3_600)
            // Another part of it is refused, a job goes on with the one that was begun.
            let other = try fixture.reading(.house, who: .command, limits: RunLimits(category: "8"))
            let refused = await #expect(throws: RunTrouble.self) { try await other.run(connection) }
            #expect(refused?.cause == .stopped)
            let report = try await fixture.reading(.house).run(connection)
            #expect(report.state == .applied && !report.isComplete && report.items < 400)
            let drinks = fixture.simulator.world.groceries.count { $0.shelf.department == 7 }
            #expect(report.items == drinks)
            // The whole list after it is no growth of that part.
            let whole = try await fixture.reading(.house).run(connection)
            #expect(whole.state == .applied && whole.isComplete && whole.items == 400, "\(whole)")
        }
    }

    @Test func a_run_nobody_went_on_with_for_a_day_is_ended_with_what_it_has() async throws {
        try await CollectionFixture.with(seed: 13) { fixture in
            let connection = try await fixture.connectGiassi()
            fixture.simulator.faults(of: .giassi).turnOn(.status(500), for: Self.place)
            let reading = try fixture.reading(.house, who: .command)
            await #expect(throws: RunTrouble.self) { try await reading.run(connection) }
            let read: Int = try await fixture.one("SELECT records FROM run_progress", in: .house)
            fixture.clock.advance(by: 90_000)
            let giassi = try #require(SourceCode(rawValue: "giassi"))
            let now = fixture.clock.now
            try await fixture.database.transaction(in: .house) { transaction in
                try await SourceSwitchQueries(transaction: transaction).stop(giassi, reason: "x", by: .command, at: now)
            }
            // Also where nothing may be read any more.
            let trouble = await #expect(throws: RunTrouble.self) { try await reading.run(connection) }
            #expect(trouble?.cause == .stopped)
            let ended = try await fixture.count(
                "scrape_runs WHERE state = 'partial' AND cause = 'abandoned'", in: .house)
            #expect(ended == 1)
            #expect(try await fixture.count("listings", in: .house) == read)
        }
    }

    @Test func a_part_of_a_source_does_not_settle_what_somebody_has_to_decide() async throws {
        try await CollectionFixture.with(seed: 14) { fixture in
            let connection = try await fixture.connectGiassi()
            _ = try await fixture.reading(.house, who: .command).run(connection)
            fixture.clock.advance(by: 86_400)
            fixture.simulator.drift(of: .giassi).turnOn(.suppliersGone)
            let held = try await fixture.reading(.house, who: .command).run(connection)
            #expect(held.state == .held)
            let part = try await fixture.reading(
                .house, who: .command, limits: RunLimits(records: 10)
            ).run(connection)
            #expect(part.state == .partial && part.cause == .limited)
            #expect(try await fixture.count("scrape_runs WHERE state = 'held'", in: .house) == 1)
            // A person takes it over: that is the new usual, and what was gone stays where it was last seen.
            let now = fixture.clock.now
            try await fixture.database.transaction(in: .house) { transaction in
                try await RunDecisionQueries(transaction: transaction).publish(held.run, by: .command, at: now)
            }
            fixture.clock.advance(by: 86_400)
            let next = try await fixture.reading(.house, who: .command).run(connection)
            #expect(next.state == .applied && next.verdict == nil, "\(next)")
        }
    }
}
