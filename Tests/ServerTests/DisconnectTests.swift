import Companies
import HTTPTypes
import HummingbirdTesting
import Postgres
import TestSupport
import Testing

@Suite struct DisconnectTests {
    /// A page that waits for the database stops waiting, on the database server too, when its reader goes away (G-PG-05).
    @Test func a_reader_who_goes_away_takes_the_statement_along() async throws {
        try await WebFixture.with { fixture in
            let ada = try await fixture.browser("ada")
            let session = try #require(ada.cookie("tidemark-session"))
            let owner = try await fixture.companies.test.owner()
            let watcher = try await fixture.companies.test.owner()
            try await owner.execute("BEGIN")
            try await owner.execute("LOCK TABLE trend_scores IN ACCESS EXCLUSIVE MODE")
            let port = try #require(fixture.client.port)
            let client = try #require(RawClient(port: port))
            client.send("GET /trends HTTP/1.1\r\nHost: localhost\r\nCookie: tidemark-session=\(session)\r\n\r\n")
            let waiting = try await becomes(1, watcher)
            #expect(waiting, "the page should wait for the locked table")
            client.hangUp()
            // The lock would hold it for a minute.
            let gone = try await becomes(0, watcher)
            #expect(gone, "the statement should have been cancelled")
            try await owner.execute("ROLLBACK")
            let page = try await ada.get("/trends")
            #expect(page.status == .ok, "the connection serves the next reader")
        }
    }

    private func becomes(_ wanted: Int, _ watcher: Connection) async throws -> Bool {
        let deadline = ContinuousClock.now + .seconds(600)
        while ContinuousClock.now < deadline {
            let rows = try await watcher.fetch(
                Query<Single<Int>>(
                    """
                    SELECT count(*) FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                    WHERE a.datname = current_database() AND a.usename = 'tidemark_app' AND NOT l.granted
                    """))
            if rows.first?.value == wanted { return true }
            await Task.yield()
        }
        return false
    }
}
