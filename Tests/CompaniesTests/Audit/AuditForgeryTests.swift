import Companies
import Foundation
import Logging
import Postgres
import TestSupport
import Testing

/// S-092: whatever is done to a record, by somebody who owns the database, is found out (G-AUD-01).
@Suite struct AuditForgeryTests {
    /// What somebody does to a record of nine events, the verifier's words for it, and whether only a note outside shows it.
    private struct Forgery: Sendable {
        let name: String
        let script: String
        let faults: [AuditFault]
        var needsAnchors = false
    }

    private static let forgeries = [
        Forgery(
            name: "edit",
            script: "UPDATE audit_events SET facts = '{\"n\":\"99\"}' WHERE company_id = :c AND sequence = 5",
            faults: [.altered(5)]),
        Forgery(
            name: "edit who",
            script: "UPDATE audit_events SET actor = gen_random_uuid() WHERE company_id = :c AND sequence = 5",
            faults: [.altered(5)]),
        Forgery(
            name: "edit when",
            script:
                "UPDATE audit_events SET happened_at = happened_at - interval '1 microsecond' WHERE company_id = :c AND sequence = 5",
            faults: [.altered(5)]),
        Forgery(
            name: "delete", script: "DELETE FROM audit_events WHERE company_id = :c AND sequence = 5",
            faults: [.missing(5...5), .altered(6)]),
        Forgery(
            name: "delete and close the gap",
            script: """
                DELETE FROM audit_events WHERE company_id = :c AND sequence = 5;
                UPDATE audit_events SET sequence = sequence + 100 WHERE company_id = :c AND sequence > 5;
                UPDATE audit_events SET sequence = sequence - 101 WHERE company_id = :c AND sequence > 5
                """, faults: [.altered(5), .altered(6), .altered(7), .altered(8), .truncated(last: 8, known: 9)]),
        Forgery(
            name: "insert",
            script: """
                UPDATE audit_events SET sequence = sequence + 100 WHERE company_id = :c AND sequence >= 5;
                UPDATE audit_events SET sequence = sequence - 99 WHERE company_id = :c AND sequence >= 105;
                INSERT INTO audit_events (company_id, sequence, happened_at, action, actor_kind, key_id, proof)
                SELECT company_id, 5, happened_at, action, actor_kind, key_id, proof FROM audit_events
                WHERE company_id = :c AND sequence = 4
                """,
            faults: [
                .altered(5), .altered(6), .altered(7), .altered(8), .altered(9), .replaced(9), .altered(10),
            ]),
        Forgery(
            name: "reorder",
            script: """
                UPDATE audit_events SET sequence = 100 WHERE company_id = :c AND sequence = 5;
                UPDATE audit_events SET sequence = 5 WHERE company_id = :c AND sequence = 6;
                UPDATE audit_events SET sequence = 6 WHERE company_id = :c AND sequence = 100
                """, faults: [.altered(5), .altered(6), .altered(7)]),
        Forgery(
            name: "truncate", script: "DELETE FROM audit_events WHERE company_id = :c AND sequence > 6",
            faults: [.truncated(last: 6, known: 9)]),
        Forgery(
            name: "truncate all", script: "DELETE FROM audit_events WHERE company_id = :c",
            faults: [.truncated(last: 0, known: 9)]),
        Forgery(
            name: "truncate with the note of the end",
            script: """
                DELETE FROM audit_events WHERE company_id = :c AND sequence > 6;
                UPDATE audit_heads h SET sequence = e.sequence, proof = e.proof FROM audit_events e
                WHERE h.chain = :c AND e.company_id = :c AND e.sequence = 6
                """, faults: [.truncated(last: 6, known: 9)], needsAnchors: true),
        Forgery(
            name: "write anew with the key",
            script: """
                CREATE TEMP TABLE kept AS SELECT * FROM audit_events WHERE company_id = :c AND sequence > 4;
                DELETE FROM audit_events WHERE company_id = :c AND sequence > 4;
                UPDATE audit_heads h SET sequence = e.sequence, proof = e.proof FROM audit_events e
                WHERE h.chain = :c AND e.company_id = :c AND e.sequence = 4;
                ALTER TABLE audit_events ENABLE TRIGGER chained;
                INSERT INTO audit_events (company_id, action, actor_kind)
                SELECT company_id, 'member.added', 'command' FROM kept
                """, faults: [.replaced(9)], needsAnchors: true),
        Forgery(
            name: "copy the events of another company",
            script: """
                DELETE FROM audit_events WHERE company_id = :c AND sequence = 5;
                INSERT INTO audit_events (company_id, sequence, happened_at, action, actor_kind, facts, key_id, proof)
                SELECT :c, sequence, happened_at, action, actor_kind, facts, key_id, proof FROM audit_events
                WHERE company_id = :d AND sequence = 5
                """, faults: [.altered(5), .altered(6)]),
        Forgery(name: "lose the key", script: "DELETE FROM audit_keys", faults: (1...9).map { .keyMissing($0) }),
    ]

    @Test(arguments: forgeries.indices)
    func s_092_is_found_out(index: Int) async throws {
        let forgery = Self.forgeries[index]
        try await TwoCompanies.with { fixture in
            for company in [fixture.harbor, fixture.kestrel] {
                for n in 2...9 {
                    try await fixture.database.transaction(in: company.id) {
                        try await $0.record(AuditEvent(.auditExported, by: .command, facts: ["n": "\(n)"]))
                    }
                }
            }
            let owner = try await fixture.test.owner()
            let place = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID())").path
            defer { try? FileManager.default.removeItem(atPath: place) }
            let anchors = AuditAnchors(folder: place)
            let heads = try await fixture.database.asWorker(
                Query<ChainHead>("SELECT * FROM worker_audit_heads()"))
            try anchors.append(heads, at: fixture.now)

            // Somebody who owns the database takes the walls and the triggers away first.
            let script = forgery.script.replacing(":c", with: "'\(fixture.harbor.id)'")
                .replacing(":d", with: "'\(fixture.kestrel.id)'")
            try await owner.runScript(
                """
                ALTER TABLE audit_events NO FORCE ROW LEVEL SECURITY;
                ALTER TABLE audit_events DISABLE TRIGGER chained;
                ALTER TABLE audit_events DISABLE TRIGGER append_only;
                \(script);
                ALTER TABLE audit_events FORCE ROW LEVEL SECURITY;
                """)
            let verifier = try await AuditVerifier(database: fixture.database, owner: owner)
            let notes = try anchors.read(of: try #require(heads.first?.installation))
            #expect(notes.unreadable == 0)
            let outcome = try await verifier.verify(fixture.harbor.id, anchors: notes.heads)
            #expect(outcome.faults == forgery.faults, "\(forgery.name): \(outcome.faults)")
            if forgery.needsAnchors {
                // The negative control: without the notes outside nobody would know.
                #expect(try await verifier.verify(fixture.harbor.id).faults.isEmpty, "\(forgery.name)")
            }
            // Nothing is said of the company whose record nobody touched.
            if forgery.name != "lose the key" {
                #expect(try await verifier.verify(fixture.kestrel.id, anchors: notes.heads).faults.isEmpty)
            }
        }
    }

    @Test func the_owner_cannot_change_a_record_by_mistake() async throws {
        try await TwoCompanies.with { fixture in
            let owner = try await fixture.test.owner()
            for statement in [
                "UPDATE audit_events SET action = 'a.b'", "DELETE FROM audit_events", "TRUNCATE audit_events",
            ] {
                let error = await #expect(throws: DatabaseError.self, "\(statement)") {
                    try await owner.execute(SQL(unsafe: statement))
                }
                #expect(error?.state == .insufficientPrivilege)
            }
        }
    }

    @Test func what_is_noted_outside_is_only_what_moved_and_survives_odd_lines() async throws {
        try await TwoCompanies.with { fixture in
            let place = FileManager.default.temporaryDirectory.appending(path: "audit-\(UUID())").path
            defer { try? FileManager.default.removeItem(atPath: place) }
            let anchors = AuditAnchors(folder: place)
            let anchoring = AuditAnchoring(database: fixture.database, anchors: anchors, logger: .init(label: "test"))
            var noted: [CompanyID: Int] = [:]
            let verifier = try await AuditVerifier(
                database: fixture.database, owner: try await fixture.test.owner())
            let here = try #require(verifier.installation)
            try await anchoring.note(&noted, at: fixture.now)
            #expect(try anchors.read(of: here).heads.count == 2)
            try await fixture.database.transaction(in: fixture.kestrel.id) {
                try await $0.record(AuditEvent(.auditExported, by: .command))
            }
            try await anchoring.note(&noted, at: fixture.now.addingTimeInterval(60))
            let heads = try anchors.read(of: here).heads
            #expect(heads.count == 3 && heads.last?.company == fixture.kestrel.id && heads.last?.sequence == 2)
            #expect(noted == [fixture.harbor.id: 1, fixture.kestrel.id: 2])
            let files = try FileManager.default.contentsOfDirectory(atPath: place)
            #expect(files == ["heads-\(here)-2025-11.txt"])
            let path = place + "/" + files[0]
            let rights = try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int
            #expect(rights == 0o600)
            // A line that was cut off by a crash is told, and hides nothing else.
            let file = try #require(FileHandle(forWritingAtPath: path))
            try file.seekToEnd()
            try file.write(contentsOf: Data("2025-11-21T00:02:00Z \(fixture.harbor.id) 4".utf8))
            try file.close()
            #expect(try anchors.read(of: here).heads.count == 3)
            #expect(try anchors.read(of: here).unreadable == 1)
            // What is noted of another database is not taken for this one's.
            let elsewhere = try anchors.read(of: "0123456789abcdef")
            #expect(elsewhere.heads.isEmpty && elsewhere.unreadable == 0 && elsewhere.others == 1)
        }
    }
}
