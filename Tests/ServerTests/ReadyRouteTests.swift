import Companies
import Foundation
import HTTPTypes
import Hummingbird
import HummingbirdTesting
import Logging
import Postgres
import Server
import TestSupport
import Testing

@Suite struct ReadyRouteTests {
    private func parsed(_ answer: Browser.Answer) throws -> [String: Any] {
        try #require(try JSONSerialization.jsonObject(with: Data(answer.body.utf8)) as? [String: Any])
    }

    /// Asks until the answer has the status, at most thirty seconds: answers are remembered for one.
    private func wait(for status: HTTPResponse.Status, _ browser: Browser) async throws -> Browser.Answer {
        let deadline = ContinuousClock.now + .seconds(600)
        var answer = try await browser.get("/ready")
        while answer.status != status, ContinuousClock.now < deadline {
            try await Task.sleep(for: .milliseconds(50))
            answer = try await browser.get("/ready")
        }
        return answer
    }

    @Test func it_follows_the_schema() async throws {
        try await WebFixture.with { fixture in
            let browser = Browser(client: fixture.client)
            let ready = try await browser.get("/ready")
            #expect(ready.status == .ok && ready.body.contains("\"status\":\"ready\""))
            #expect(ready.headers[.cacheControl] == "no-store")
            let owner = try await fixture.companies.test.owner()
            try await owner.execute("ALTER TABLE company_summaries RENAME TO gone")
            let failed = try await wait(for: .serviceUnavailable, browser)
            #expect(failed.status == .serviceUnavailable && failed.headers[.cacheControl] == "no-store")
            #expect(failed.body.contains("\"check\":\"schema\"") && failed.headers[.retryAfter] != nil)
            #expect(try await browser.get("/health").status == .ok)
            try await owner.execute("ALTER TABLE gone RENAME TO company_summaries")
            #expect(try await wait(for: .ok, browser).status == .ok)
        }
    }

    @Test func it_says_no_without_a_database_and_yes_when_it_comes() async throws {
        try await TestDatabase.with { test in
            // A server that is not there yet: the socket's folder is a link that is made later.
            let real = try #require(test.addresses.app.firstMatch(of: /host=([^&]+)/)?.output.1)
            let path = try #require(String(real).removingPercentEncoding)
            let link = FileManager.default.temporaryDirectory.appending(path: "tm-\(UUID().uuidString.prefix(8))").path
            defer { try? FileManager.default.removeItem(atPath: link) }
            func elsewhere(_ uri: String) -> String { uri.replacing("host=\(real)", with: "host=\(link)") }
            let logger = Logger(label: "test") { _ in SwiftLogNoOpLogHandler() }
            let database = CompanyDatabase(
                .init(
                    app: elsewhere(test.addresses.app), auth: elsewhere(test.addresses.auth),
                    worker: elsewhere(test.addresses.worker), review: elsewhere(test.addresses.review)), connections: 2,
                statementTimeout: .seconds(5),
                applicationName: "tidemark-test", logger: logger)
            let server = try WebServer(
                settings: ServerSettings(
                    host: "127.0.0.1", port: 0, isProduction: true, root: TestCluster.root, version: "test"),
                database: database, hashing: WebFixture.hashing, vault: try TestKeys().vault(),
                logger: logger)
            try await server.application().test(.live) { client in
                let browser = Browser(client: client)
                let started = ContinuousClock.now
                let failed = try await browser.get("/ready")
                #expect(ContinuousClock.now - started < .seconds(5))
                #expect(failed.status == .serviceUnavailable)
                let error = try #require(try parsed(failed)["error"] as? [String: Any])
                #expect((error["details"] as? [String: Any])?["check"] as? String == "database")
                #expect(
                    !failed.body.contains("08001") && !failed.body.contains(link) && !failed.body.contains("socket"))
                #expect(try await browser.get("/health").status == .ok)
                try FileManager.default.createSymbolicLink(atPath: link, withDestinationPath: path)
                #expect(try await wait(for: .ok, browser).status == .ok)
            }
        }
    }
}
