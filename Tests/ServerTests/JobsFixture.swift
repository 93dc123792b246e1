import Companies
import Foundation
import Jobs
import Postgres
import Routes
import TestSupport
import Testing

/// A kind that holds a secret, and that admins may add.
struct Errand: JobArguments {
    static let kind = "errand"
    static let settings = JobSettings(redacted: ["pin"], byHand: true)
    var shop: String
    var pin: String?
}

/// A kind that only operators may add.
struct Chore: JobArguments {
    static let kind = "chore"
    var number: Int
}

extension WebFixture {
    static var kinds: JobRegistry {
        var registry = JobRegistry()
        registry.register(Errand.self) { _, _ in }
        registry.register(Chore.self) { _, _ in }
        return registry
    }

    /// A dead job whose arguments and error name its company, try to be markup, and hold secrets.
    func deadJob(of company: Company, kind: String = "errand") async throws -> String {
        let id = UUID()
        let arguments = """
            {"shop": "CANARY-\(company.slug) <script>alert(1)</script>", "pin": "PIN-CANARY",
             "inner": {"api_token": "TOKEN-CANARY"}}
            """
        _ = try await companies.database.transaction(in: company.id) { transaction in
            try await transaction.execute(
                """
                INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts)
                VALUES (\(company.id), \(id), \(kind), 'standard', 0, \(arguments), 5)
                """)
            try await transaction.execute(
                """
                INSERT INTO job_outcomes (company_id, job_id, state, attempts) VALUES (\(company.id), \(id), 'dead', 5)
                """)
            try await transaction.execute(
                """
                INSERT INTO job_events (company_id, job_id, attempt, event, detail) VALUES (\(company.id), \(id), 5, 'dead',
                    '<img src=x onerror=alert(1)> refused TOKEN-CANARY')
                """)
        }
        return id.uuidString.lowercased()
    }

    func schedule(_ name: String, of company: Company) async throws -> String {
        let id = UUID()
        try await companies.database.transaction(in: company.id) {
            try await $0.schedule(
                name, Chore(number: 1), cron: "0 6 * * *", timeZone: "UTC", id: id, now: companies.now)
        }
        return id.uuidString.lowercased()
    }

    func count(_ table: String, _ condition: String = "true", of company: Company) async throws -> Int {
        let rows = try await companies.database.read(
            in: company.id, Query<Single<Int>>(SQL(unsafe: "SELECT count(*) FROM \(table) WHERE \(condition)")))
        return rows.first?.value ?? -1
    }
}
