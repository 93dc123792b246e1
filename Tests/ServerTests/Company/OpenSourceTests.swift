import Companies
import Connections
import Connectors
import Foundation
import HTTPTypes
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

/// What anybody may read is connected on a page: looked at first, then read from then on.
@Suite struct OpenSourceTests {
    private func with(_ body: @escaping @Sendable (WebFixture, Browser, Simulator) async throws -> Void) async throws {
        let world = SourceWorld(
            seed: 9, start: Date(timeIntervalSince1970: 1_790_856_000), spirits: 20, groceries: 60, stories: 20)
        try await Simulator.with(world) { simulator in
            let clock = simulator.clock
            let access = SourceAccess(visitor: simulator.visitor(), places: try simulator.places, now: { clock.now })
            try await WebFixture.with(jobs: WebFixture.kinds, sources: access) { fixture in
                try await body(fixture, try await fixture.join("adam", .admin, of: fixture.companies.harbor), simulator)
            }
        }
    }

    private func connections(_ company: CompanyID, _ fixture: WebFixture) async throws -> [ConnectionRow] {
        try await fixture.companies.database.transaction(in: company) { try await ConnectionQueries.list(in: $0) }
            .filter { !$0.needsLogin }
    }

    private static let trends = [
        "source": "googletrends", "name": "Searches", "region": "US", "terms": "tequila\nmezcal", "every": "1440",
    ]

    @Test func an_admin_looks_at_the_first_records_and_then_has_them_read() async throws {
        try await with { fixture, admin, simulator in
            let harbor = fixture.companies.harbor.id
            let catalog = try await admin.get("/sources").body
            #expect(catalog.contains("/sources/connect?source=googletrends"))
            let form = try await admin.get("/sources/connect?source=googletrends")
            #expect(form.status == .ok && form.body.contains("Google Trends") && form.body.contains("United States"))
            let fields = Self.trends.merging(["csrf": Browser.token(in: form.body)]) { $1 }

            let tried = try await admin.post("/sources/connect/try", fields)
            #expect(tried.status == .ok && tried.body.contains("nothing is stored yet"))
            #expect(tried.body.contains("of 100") && tried.body.contains("mezcal</textarea>"))
            #expect(try await connections(harbor, fixture).isEmpty)

            let done = try await admin.post("/sources/connect", fields)
            let row = try #require(try await connections(harbor, fixture).first)
            #expect(done.headers[.location] == "/sources/connections/\(row.id)?did=connected")
            #expect(row.name == "Searches" && row.everyMinutes == 1_440)
            #expect(row.settings == ["region": "US", "terms": "tequila\nmezcal"])
            #expect(
                try await admin.get("/sources/connections/\(row.id)?did=connected").body.contains("It is connected"))
            // Once more is the same one.
            _ = try await admin.post("/sources/connect", fields)
            #expect(try await connections(harbor, fixture).count == 1)
            // Nobody else has it.
            #expect(try await connections(fixture.companies.kestrel.id, fixture).isEmpty)
            #expect(try await connections(.house, fixture).isEmpty)
            let record: [Single<String>] = try await fixture.companies.database.read(
                in: harbor,
                Query<Single<String>>(
                    "SELECT action FROM audit_events WHERE action LIKE 'connection.%' ORDER BY sequence"))
            #expect(record.map(\.value) == ["connection.tested", "connection.added"])
        }
    }

    private struct Slip: Sendable, CustomTestStringConvertible {
        let field: String
        let value: String
        let sentence: String

        var testDescription: String { "\(field): \(value.prefix(20))" }
    }

    private static let slips: [Slip] = [
        Slip(field: "name", value: " ", sentence: "a name of up to 200"),
        Slip(field: "name", value: String(repeating: "x", count: 201), sentence: "a name of up to 200"),
        Slip(field: "every", value: "5", sentence: "15 to 10,080"),
        Slip(field: "every", value: "soon", sentence: "15 to 10,080"),
        Slip(field: "region", value: "XX", sentence: "Choose a part"),
        Slip(field: "region", value: "", sentence: "Choose a part"),
        Slip(field: "terms", value: "", sentence: "There is no term"),
        Slip(field: "terms", value: "a,b", sentence: "has a comma"),
        Slip(field: "terms", value: String(repeating: "y", count: 101), sentence: "is longer than 100"),
        Slip(field: "terms", value: (0..<41).map { "term \($0)" }.joined(separator: "\n"), sentence: "There are 41"),
    ]

    @Test(arguments: slips)
    private func what_makes_no_sense_comes_back_with_a_reason(slip: Slip) async throws {
        try await with { fixture, admin, simulator in
            let form = try await admin.get("/sources/connect?source=googletrends").body
            let changes = ["csrf": Browser.token(in: form), slip.field: slip.value]
            let fields = Self.trends.merging(changes) { $1 }
            for place in ["/sources/connect", "/sources/connect/try"] {
                let answer = try await admin.post(place, fields)
                #expect(answer.status == .unprocessableContent && answer.body.contains(slip.sentence), "\(place)")
            }
            #expect(try await connections(fixture.companies.harbor.id, fixture).isEmpty)
            #expect(simulator.asked(of: .googletrends).isEmpty)
        }
    }

    @Test func a_source_that_needs_a_login_is_switched_off_or_is_none_is_not_connected_here() async throws {
        try await with { fixture, admin, simulator in
            for source in ["libdib", "nothing", ""] {
                #expect(try await admin.get("/sources/connect?source=\(source)").status == .notFound)
            }
            let form = try await admin.get("/sources/connect?source=hackernews").body
            let token = ["csrf": Browser.token(in: form)]
            let fields = ["source": "hackernews", "name": "Talk", "every": "60"].merging(token) { $1 }
            #expect(
                try await admin.post("/sources/connect", fields.merging(["source": "libdib"]) { $1 }).status
                    == .notFound)
            _ = try await admin.post(
                "/sources/switch", ["source": "hackernews", "act": "stop", "reason": "Not now"].merging(token) { $1 })
            for place in ["/sources/connect", "/sources/connect/try"] {
                let answer = try await admin.post(place, fields)
                #expect(answer.status == .unprocessableContent && answer.body.contains("switched off"))
            }
            #expect(simulator.asked(of: .hackernews).isEmpty)
        }
    }

    @Test func operators_connect_what_everybody_reads_and_nobody_else_does() async throws {
        try await with { fixture, admin, _ in
            let harbor = fixture.companies.harbor
            let olga = try await fixture.join("olga", .viewer, of: harbor, staff: .operator)
            #expect(try await admin.get("/staff/sources/connect?source=hackernews").status == .notFound)
            #expect(try await olga.get("/sources/connect?source=hackernews").status == .forbidden)
            let form = try await olga.get("/staff/sources/connect?source=hackernews").body
            let fields = [
                "source": "hackernews", "name": "Talk", "every": "60", "csrf": Browser.token(in: form),
            ]
            #expect(try await olga.post("/sources/connect", fields).status == .forbidden)
            #expect(try await admin.post("/staff/sources/connect", fields).status != .seeOther)
            let done = try await olga.post("/staff/sources/connect", fields)
            let row = try #require(try await connections(.house, fixture).first)
            #expect(done.headers[.location] == "/staff/sources/connections/\(row.id)?did=connected")
            #expect(try await connections(harbor.id, fixture).isEmpty)
        }
    }

    @Test func a_source_that_does_not_answer_is_said() async throws {
        try await with { fixture, admin, simulator in
            simulator.faults(of: .hackernews).turnOn(.status(503), for: "/api/")
            let form = try await admin.get("/sources/connect?source=hackernews").body
            let answer = try await admin.post(
                "/sources/connect/try",
                ["source": "hackernews", "name": "Talk", "every": "60", "csrf": Browser.token(in: form)])
            #expect(answer.status == .ok && answer.body.contains("503") && answer.body.contains("role=\"alert\""))
        }
    }
}
