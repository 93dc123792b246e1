import Companies
import Connections
import Foundation
import HTTPTypes
import Ingestion
import Postgres
import SourceSimulation
import TestSupport
import Testing

@testable import Server

/// A login is tried before it is stored: the first records are shown, and nothing of it stays.
@Suite struct LoginTrialTests {
    private func with(_ body: @escaping @Sendable (WebFixture, Browser, Simulator) async throws -> Void) async throws {
        let world = SourceWorld(seed: 6, start: Date(timeIntervalSince1970: 1_790_856_000))
        try await Simulator.with(world) { simulator in
            let clock = simulator.clock
            let access = SourceAccess(
                visitor: simulator.visitor(), places: try simulator.places, now: { clock.now })
            try await WebFixture.with(jobs: WebFixture.kinds, sources: access) { fixture in
                try await body(fixture, try await fixture.join("adam", .admin, of: fixture.companies.harbor), simulator)
            }
        }
    }

    private func attempt(_ browser: Browser, _ more: [String: String] = [:]) async throws -> Browser.Answer {
        let form = try await browser.get("/company/connections/new?source=libdib").body
        #expect(form.contains("Try the login first"))
        let fields = [
            "csrf": Browser.token(in: form), "source": "libdib", "name": "Ours", "version": "1", "confirmed": "yes",
            "secret-email": LibDibSite.user, "secret-password": LibDibSite.password,
        ]
        return try await browser.post("/company/connections/try", fields.merging(more) { $1 })
    }

    @Test func a_good_login_shows_the_first_records_and_is_stored_nowhere() async throws {
        try await with { fixture, admin, simulator in
            let answer = try await attempt(admin)
            #expect(answer.status == .ok && answer.body.contains("The login works"))
            for spirit in simulator.world.spirits.prefix(10) { #expect(answer.body.contains(spirit.name)) }
            #expect(!answer.body.contains(simulator.world.spirits[10].name))
            #expect(!answer.body.contains(LibDibSite.user) && answer.headers[.cacheControl] == "no-store")
            let company = fixture.companies.harbor.id
            for table: SQL in ["connections", "connection_secrets", "raw_records", "vault_uses"] {
                let rows = try await fixture.companies.database.read(
                    in: company, Query<Single<Int>>("SELECT count(*) FROM \(table)"))
                #expect(rows.first?.value == 0)
            }
        }
    }

    @Test func a_wrong_login_is_told_once_and_without_confirmation_none_is_used() async throws {
        try await with { _, admin, simulator in
            let wrong = try await attempt(admin, ["secret-password": "guess"])
            #expect(wrong.status == .ok && wrong.body.contains("does not know this login"))
            let posts = simulator.asked(of: .libdib).count { $0.method == "POST" }
            #expect(posts == 1)
            let unconfirmed = try await attempt(admin, ["confirmed": ""])
            #expect(unconfirmed.status == .unprocessableContent)
            #expect(simulator.asked(of: .libdib).count { $0.method == "POST" } == posts)
            let odd = try await attempt(admin, ["source": "nobody"])
            #expect(odd.status == .notFound)
        }
    }
}
