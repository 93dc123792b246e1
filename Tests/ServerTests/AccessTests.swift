import Companies
import Foundation
import HTTPTypes
import Hummingbird
import Postgres
import TestSupport
import Testing

@testable import Server

/// S-037: every route for everybody there is. What is expected is written here a second time, from the product's words.
@Suite struct AccessTests {
    private enum Person: String, CaseIterable {
        case nobody, removed, viewer, analyst, admin, owner, reviewer, `operator`
    }

    /// What a request comes to, as a person would tell it.
    private enum Fate: Equatable {
        /// The handler ran (and, for a change without the form's token, refused the form).
        case `in`
        /// Sent to sign in (a page) or told to, or to send a token (the API).
        case signIn
        /// Sent to choose a company.
        case choose
        /// Told that their role may not.
        case forbidden
        /// Nothing there.
        case nothing
        /// Sent to give the password again.
        case confirm
    }

    private static func expected(_ access: Access, _ person: Person, isConfirmed: Bool) -> Fate {
        switch access {
        case .everybody: return .in
        case .signedIn: return person == .nobody ? .signIn : .in
        case .program: return person == .removed ? .choose : .signIn
        case .api(_, let role):
            return expected(role < .admin ? .member(role) : .confirmed(role), person, isConfirmed: isConfirmed)
        case .member(let role), .confirmed(let role):
            if person == .nobody { return .signIn }
            if person == .removed { return .choose }
            let order: [Person] = [.viewer, .analyst, .admin, .owner]
            let own = order.firstIndex(of: person) ?? 0
            if own < (order.firstIndex { $0.rawValue == role.rawValue } ?? 99) { return .forbidden }
            if case .confirmed = access, !isConfirmed { return .confirm }
            return .in
        case .reviewer: return person == .reviewer ? .in : .nothing
        case .staff(let role):
            guard person.rawValue == role.rawValue else { return .nothing }
            return isConfirmed ? .in : .confirm
        }
    }

    private static func fate(of answer: Browser.Answer, isChange: Bool) -> Fate? {
        let place = answer.headers[.location] ?? ""
        let code = answer.body.firstMatch(of: /"code" ?: ?"([a-z_]+)"/).map { String($0.1) }
        switch (answer.status.code, code) {
        case (303, _) where place.hasPrefix("/sign-in"), (401, "sign_in_needed"), (401, "token_invalid"): return .signIn
        case (303, _) where place.hasPrefix("/account/companies"), (403, "company_needed"): return .choose
        case (303, _) where place.hasPrefix("/account/confirm"), (403, "confirmation_needed"): return .confirm
        // Whoever asks for the next pair is led to it.
        case (303, _) where place.hasPrefix("/staff/review/pairs"): return .in
        case (403, _): return .forbidden
        case (404, _): return .nothing
        case (200, _): return isChange ? nil : .in
        // A form without its token.
        case (400, _): return isChange ? .in : nil
        default: return nil
        }
    }

    @Test func s_037_every_route_has_its_row_and_every_row_its_route() async throws {
        try await WebFixture.with { fixture in
            let routes = Set(fixture.server.routes.map { "\($0.method) \($0.pattern)" })
            let rows = Set(AccessPolicy.rules.map { "\($0.method) \($0.pattern)" })
            #expect(routes == rows, "\(routes.symmetricDifference(rows).sorted())")
            #expect(rows.count == AccessPolicy.rules.count)
            for rule in AccessPolicy.rules where rule.method != .get {
                #expect(
                    rule.records.isEmpty == (rule.silence != nil), "\(rule.pattern) records something or says why not")
            }
        }
    }

    @Test(arguments: [true, false]) func s_037_roles_and_routes(isConfirmed: Bool) async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let harbor = fixture.companies.harbor
            let owner = try await fixture.companies.test.owner()
            let ids = try await Places(fixture, of: harbor)
            var browsers: [Person: Browser] = [.nobody: Browser(client: fixture.client)]
            for person in Person.allCases where person != .nobody {
                let role = Role(rawValue: person.rawValue) ?? .viewer
                browsers[person] = try await fixture.join(
                    person.rawValue, role, of: harbor, staff: StaffRole(rawValue: person.rawValue))
            }
            try await fixture.companies.database.transaction(in: harbor.id) {
                _ = try await $0.execute(
                    """
                    DELETE FROM members WHERE company_id = \(harbor.id) AND identity_id = \(
                        try await fixture.identity("removed"))
                    """)
            }
            if !isConfirmed {
                try await owner.execute("UPDATE sessions SET confirmed_at = now() - interval '15 minutes 1 second'")
            }
            var cells = 0
            for rule in AccessPolicy.rules {
                for (person, browser) in browsers {
                    let isChange = rule.method != .get
                    let path = isChange ? ids.path(rule.pattern) : ids.whole(rule.pattern)
                    let answer =
                        isChange ? try await browser.post(path, ["nothing": "x"]) : try await browser.get(path)
                    let fate = Self.fate(of: answer, isChange: isChange)
                    let expected = Self.expected(rule.access, person, isConfirmed: isConfirmed)
                    #expect(
                        fate == expected || Self.isExcused(rule, person, answer),
                        "\(person) \(rule.method) \(path): \(answer.status), wanted \(expected)")
                    cells += 1
                }
            }
            #expect(cells == AccessPolicy.rules.count * Person.allCases.count)
        }
    }

    /// What has a door of its own: signing in while signed in leads on.
    private static func isExcused(_ rule: AccessRule, _ person: Person, _ answer: Browser.Answer) -> Bool {
        rule.access == .everybody && answer.status.code < 500
    }

    /// S-038: somebody of another company, with every right there, gets for each id of this one what they get for one that does
    /// not exist, to the byte.
    @Test func s_038_another_companys_ids_are_no_ids() async throws {
        try await WebFixture.with(jobs: WebFixture.kinds) { fixture in
            let ids = try await Places(fixture, of: fixture.companies.harbor)
            let stranger = try await fixture.join("strange", .owner, of: fixture.companies.kestrel)
            let token = Browser.token(in: try await stranger.get("/").body)
            var checked = 0
            for rule in AccessPolicy.rules where rule.pattern.contains("{") && rule.access != .everybody {
                // A figure is called the same for everybody; the limit behind it is one's own (AlertPagesTests).
                if rule.pattern.hasSuffix("/{monitor}") { continue }
                func answer(_ ids: Places) async throws -> (status: Int, body: String) {
                    let path = ids.path(rule.pattern)
                    let answer =
                        rule.method == .get
                        ? try await stranger.get(path)
                        : try await stranger.post(
                            path, ["csrf": token, "act": "replay", "password": WebFixture.password])
                    return (answer.status.code, Self.masked(answer.body, ids, answer.headers))
                }
                let theirs = try await answer(ids)
                let none = try await answer(.random())
                #expect(theirs.status == 404 && none.status == 404, "\(rule.pattern): \(theirs.status), \(none.status)")
                #expect(theirs.body == none.body, "\(rule.pattern)")
                checked += 1
            }
            #expect(checked >= 8)
        }
    }

    private static func masked(_ body: String, _ ids: Places, _ headers: HTTPFields) -> String {
        let request = HTTPField.Name("x-request-id").flatMap { headers[$0] } ?? "-"
        return ids.all.reduce(body) { $0.replacing($1, with: "ID") }.replacing(request, with: "REQUEST")
    }
}
