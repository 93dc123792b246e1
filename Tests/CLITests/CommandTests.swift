import Companies
import Foundation
import TestSupport
import Testing

@Suite("Commands")
struct CommandTests {
    private struct Person: Decodable {
        let email: String
        let role: String
    }

    @Test("Staff are granted, listed and taken back")
    func staff() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            let unknown = try await program.run("staff", "grant", "ada@example.com", "--role", "operator")
            #expect(unknown.status == 1)
            #expect(unknown.errors == "tidemark: Nobody with the address ada@example.com is known.\n")
            func join(_ password: String) async throws -> Program.Answer {
                try await program.run(
                    "company", "add-member", "harbor", "--email", "ada@example.com", "--name", "Ada", "--role", "admin",
                    input: password)
            }
            for weak in ["", "short\n", "a long password\n", "harborharbor1\n"] {
                let refused = try await join(weak)
                #expect(refused.status == 64 && refused.errors.contains("password"), "\(weak) \(refused.errors)")
            }
            let member = try await join("wandering quartz fjord\n")
            #expect(member.status == 0, "\(member.errors)")
            #expect(try await program.run("staff", "grant", "ada@example.com", "--role", "operator").status == 0)
            let staff = try await program.run("staff", "list", "--json").json([Person].self)
            #expect(staff.map(\.email) == ["ada@example.com"])
            #expect(staff.map(\.role) == ["operator"])
            #expect(try await program.run("staff", "revoke", "ada@example.com").status == 0)
            #expect(try await program.run("staff", "list", "--json").json([Person].self).isEmpty)
        }
    }

    @Test("Jobs are added, found, cancelled and replayed; another company's are not there")
    func jobs() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            let added = try await program.run("jobs", "add", "trends.score", "--company", "harbor")
            let id = added.output.trimmingCharacters(in: .whitespacesAndNewlines)
            #expect(UUID(uuidString: id) != nil)
            let foreign = try await program.run("jobs", "cancel", id, "--company", "kestrel")
            #expect(foreign.status == 1)
            #expect(foreign.errors.hasPrefix("tidemark: "))
            #expect(try await program.run("jobs", "cancel", id, "--company", "harbor").output == "Done.\n")
            #expect(try await program.run("jobs", "replay", "--all", "--company", "kestrel").output.hasPrefix("0 jobs"))
            #expect(try await program.run("jobs", "replay", "--all", "--company", "harbor").output.hasPrefix("1 "))
            #expect(try await program.run("jobs", "show", id, "--all-companies").output.contains("trends.score"))
        }
    }

    @Test(
        "A wrong call says what would be right",
        arguments: [
            (["jobs", "add", "no.kind", "--company", "harbor"], "catalog.match"),
            (["jobs", "list"], "--company SLUG or --all-companies"),
            (["jobs", "list", "--all-companies", "--state", "odd"], "ready, waiting"),
            (["jobs", "list", "--company", "nobody"], "nobody"),
            (["work", "--slots", "0"], "1 to 64"),
            (["work", "--queue", "No Queue"], "lower-case"),
            (["run", "--slots", "65"], "0 to 64"),
            (["staff", "grant", "ada@example.com", "--role", "king"], "reviewer or operator"),
        ])
    func wrongCalls(arguments: [String], sentence: String) async throws {
        try await TwoCompanies.with { companies in
            let answer = try await Program(test: companies.test).start(arguments).ended()
            #expect(answer.status != 0)
            #expect(answer.output.isEmpty)
            #expect(answer.errors.contains(sentence), "\(answer.errors)")
        }
    }
}
