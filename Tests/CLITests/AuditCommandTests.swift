import Companies
import Foundation
import Glibc
import Postgres
import TestSupport
import Testing

@Suite("The record from the command line")
struct AuditCommandTests {
    private struct Line: Decodable {
        let company: String
        let events: Int
        let faults: [String]
    }

    @Test("A whole record is proved; one that was changed or cut off is told and ends with 1")
    func verify() async throws {
        try await TwoCompanies.with { companies in
            let program = Program(test: companies.test)
            defer { try? FileManager.default.removeItem(atPath: program.auditFolder) }
            for n in 0..<3 {
                try await companies.database.transaction(in: companies.harbor.id) {
                    try await $0.record(AuditEvent(.auditExported, by: .command, facts: ["n": "\(n)"]))
                }
            }
            let alone = try await program.run("audit", "verify")
            #expect(
                alone.status == 0 && alone.output.contains("ok   harbor: 4 events"), "\(alone.output)\(alone.errors)")
            #expect(alone.errors.contains("There are no notes outside of the database"))

            // A worker notes where the records end.
            let worker = try program.start(["work", "--slots", "1"])
            let deadline = ContinuousClock.now + .seconds(600)
            while (try? FileManager.default.contentsOfDirectory(atPath: program.auditFolder))?.isEmpty != false {
                #expect(ContinuousClock.now < deadline)
                if ContinuousClock.now > deadline { break }
                await Task.yield()
            }
            worker.signal(SIGTERM)
            _ = try await worker.ended()
            let noted = try await program.run("audit", "verify", "--company", "harbor", "--json")
            #expect(noted.status == 0 && noted.errors.isEmpty, "\(noted.errors)")
            #expect(try noted.json([Line].self).map(\.events) == [4])

            let owner = try await companies.test.owner()
            try await owner.runScript(
                """
                ALTER TABLE audit_events NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE audit_events DISABLE TRIGGER append_only;
                UPDATE audit_events SET facts = '{}' WHERE company_id = '\(companies.harbor.id)' AND sequence = 3;
                ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
                """)
            let changed = try await program.run("audit", "verify")
            #expect(changed.status == 1 && changed.output.contains("FAIL harbor"), "\(changed.output)")
            #expect(
                changed.output.contains("event 3 is not what was written") && changed.output.contains("ok   kestrel"))

            // The first key taken away: the notes are another database's now, and that is told.
            try await owner.runScript("UPDATE audit_keys SET secret = sha256('x')")
            let strange = try await program.run("audit", "verify", "--company", "kestrel")
            #expect(strange.status == 1 && strange.errors.contains("none of this one"), "\(strange.errors)")
        }
    }
}
