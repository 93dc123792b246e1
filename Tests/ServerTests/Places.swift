import Catalog
import Companies
import Foundation
import Mail
import Outbound
import Postgres
import TestSupport
import Vault

/// One id of each kind of thing that stands in an address.
struct Places: Sendable {
    private let values: [String: String]

    private init(values: [String: String]) { self.values = values }

    /// Of a company that has everything.
    init(_ fixture: WebFixture, of company: Company) async throws {
        let product = try await fixture.products(of: company).first
        let listings = try await fixture.companies.database.read(
            in: company.id, Query<Single<UUID>>("SELECT listing_id FROM listings LIMIT 1"))
        let (connection, confirmation, token) = (UUID(), UUID(), UUID())
        try await fixture.companies.database.transaction(in: company.id) { transaction in
            let somebody: SQL = "(SELECT identity_id FROM members WHERE company_id = \(company.id) LIMIT 1)"
            try await transaction.execute(
                """
                INSERT INTO connection_confirmations (company_id, confirmation_id, source, confirmed_by, confirmed_at, text_version)
                VALUES (\(company.id), \(confirmation), 'libdib', \(somebody), now(), 1)
                """)
            try await transaction.execute(
                """
                INSERT INTO connections (company_id, connection_id, source, name, settings, confirmation_id, created_at, created_by)
                VALUES (\(company.id), \(connection), 'libdib', \("CANARY-\(company.slug) \(connection)"), '{}', \(confirmation),
                    now(), \(somebody))
                """)
            try await transaction.execute(
                """
                INSERT INTO api_tokens (company_id, token_id, name, token_hash, scopes, created_by, expires_at)
                VALUES (\(company.id), \(token), 'CANARY', \(Blob(randomBytes(32))), ARRAY['jobs:read'], \(somebody),
                    now() + interval '1 day')
                """)
        }
        let ours = try await Self.heldRun(of: connection, in: company.id, fixture)
        let open = UUID()
        _ = try await fixture.companies.database.transaction(in: .house) { transaction in
            try await transaction.execute(
                """
                INSERT INTO connections (company_id, connection_id, source, name, settings, created_at, needs_login)
                VALUES (\(CompanyID.house), \(open), 'vinepair', \("VinePair \(open)"), '{}', now(), false)
                """)
        }
        let platforms = try await Self.heldRun(of: open, in: .house, fixture)
        let (alerts, platformAlerts) = (
            try await Self.alert(in: company.id, fixture), try await Self.alert(in: .house, fixture)
        )
        values = [
            "alert": alerts.alert, "monitor": alerts.monitor, "channel": alerts.channel,
            "staff alert": platformAlerts.alert, "staff monitor": platformAlerts.monitor,
            "staff channel": platformAlerts.channel,
            "review": try await Self.review(in: company.id, fixture),
            "source": "\(connection)".lowercased(), "run": "\(ours)".lowercased(),
            "staff source": "\(open)".lowercased(), "staff run": "\(platforms)".lowercased(),
            "product": "\(product ?? UUID())".lowercased(),
            "listing": "\(listings.first?.value ?? UUID())".lowercased(),
            "job": try await fixture.deadJob(of: company), "connection": "\(connection)".lowercased(),
            "token": "\(token)".lowercased(),
            "member": "\(try await Self.member(of: company, fixture))".lowercased(),
            "mail": "\(try Self.mail(in: fixture.outbox))",
        ]
    }

    /// An alert that is open, its monitor, and a channel.
    private static func alert(
        in company: CompanyID, _ fixture: WebFixture
    ) async throws -> (alert: String, monitor: String, channel: String) {
        let (alert, monitor, channel) = (UUID(), UUID(), UUID())
        try await fixture.companies.database.transaction(in: company) { transaction in
            _ = try await transaction.execute(all: [
                """
                INSERT INTO alert_monitors (company_id, monitor_id, metric, threshold, patience_seconds, severity, is_on,
                    is_default, changed_at)
                VALUES (\(company), \(monitor), 'source.failures', 3, 0, 'warning', true, true, now())
                ON CONFLICT (company_id, metric) DO NOTHING
                """,
                """
                INSERT INTO alerts (company_id, alert_id, monitor_id, metric, subject, subject_name, severity, state,
                    threshold, latest, worst, detail, began_at, opened_at)
                SELECT company_id, \(alert), monitor_id, metric, \("\(alert)"), 'LibDib', 'warning', 'open', 3, 4, 5,
                    'CANARY detail', now(), now() FROM alert_monitors WHERE company_id = \(company)
                    AND metric = 'source.failures'
                """,
                """
                INSERT INTO alert_channels (company_id, channel_id, kind, name, least, created_at, created_by)
                SELECT \(company), \(channel), 'email', 'Admins', 'notice', now(), \(UUID())
                WHERE NOT EXISTS (SELECT FROM alert_channels WHERE company_id = \(company) AND removed_at IS NULL)
                """,
            ])
        }
        let channels = try await fixture.companies.database.read(
            in: company, Query<Single<UUID>>("SELECT channel_id FROM alert_channels WHERE removed_at IS NULL LIMIT 1"))
        return (
            "\(alert)".lowercased(), "source.failures", "\(channels.first?.value ?? channel)".lowercased()
        )
    }

    /// A run that waits for a decision.
    private static func heldRun(of connection: UUID, in company: CompanyID, _ fixture: WebFixture) async throws -> UUID
    {
        let run = UUID()
        try await fixture.companies.database.transaction(in: company) { transaction in
            let source = try await SourceQueries.findOrCreate(
                slug: "held", title: "Held", id: UUID(), at: Date(), in: transaction)
            _ = try await transaction.execute(all: [
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, connection_id, book, file_name, state, hold_reason,
                    rows_read, rows_good, rows_rejected, items, started_at, finished_at)
                VALUES (\(company), \(run), \(source.rawValue), \(connection), 'articles', 'held', 'held',
                    'there are 3 items, usually 9', 3, 3, 0, 3, now(), now())
                """,
                "INSERT INTO run_progress (company_id, run_id, updated_at) VALUES (\(company), \(run), now())",
            ])
        }
        return run
    }

    /// A decided pair that every reviewer is asked now and then.
    private static func review(in company: CompanyID, _ fixture: WebFixture) async throws -> String {
        let rows = try await fixture.companies.database.transaction(in: company) { transaction in
            try await transaction.fetch(
                Query<Single<UUID>>(
                    """
                    INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                        priority, state, outcome, gold, created_at)
                    SELECT l.company_id, \(UUID()), l.listing_id, l.product_company_id, l.product_id, 'chosen', 'person', 1,
                        'settled', 'same', 'same', now()
                    FROM listings l WHERE l.company_id = \(company) AND l.product_id IS NOT NULL
                    ORDER BY l.listing_id LIMIT 1
                    ON CONFLICT (company_id, listing_id, product_id) DO UPDATE SET gold = 'same', state = 'settled',
                        outcome = 'same'
                    RETURNING review_id
                    """))
        }
        return "\(rows.first?.value ?? UUID())".lowercased()
    }

    private static func member(of company: Company, _ fixture: WebFixture) async throws -> UUID {
        try await fixture.companies.database.read(
            in: company.id, Query<Single<UUID>>("SELECT identity_id FROM members LIMIT 1")
        ).first?.value ?? UUID()
    }

    private static func mail(in folder: OutboxFolder) throws -> MailID {
        let id = MailID()
        guard let address = MailAddress("ada@example.com") else { return id }
        let message = MailMessage(
            id: id, from: Mailbox(name: "", address: address), to: address, subject: "x", text: "x", date: Date())
        try folder.write(try message.bytes(), id: id)
        return id
    }

    /// Of nothing.
    static func random() -> Places {
        let names = [
            "product", "listing", "job", "connection", "token", "member", "mail", "source", "run", "staff source",
            "staff run", "alert", "monitor", "channel", "staff alert", "staff monitor", "staff channel",
        ]
        return Places(values: Dictionary(uniqueKeysWithValues: names.map { ($0, UUID().uuidString.lowercased()) }))
    }

    var all: [String] { Array(values.values) }

    /// As `path`, with what a page cannot be without.
    func whole(_ pattern: String) -> String {
        switch pattern {
        case "/company/connections/new": pattern + "?source=libdib"
        case "/sources/connect", "/staff/sources/connect": pattern + "?source=vinepair"
        case "/jobs/confirm", "/staff/jobs/confirm": pattern + "?act=replay"
        default: path(pattern)
        }
    }

    /// A pattern with the ids in their places; what has no id of ours gets something that does not exist.
    func path(_ pattern: String) -> String {
        pattern.split(separator: "/", omittingEmptySubsequences: false).map { part in
            guard part.hasPrefix("{"), part.hasSuffix("}") else { return String(part) }
            let name = String(part.dropFirst().dropLast())
            // Operators look after the platform's own.
            return (pattern.hasPrefix("/staff/") ? values["staff \(name)"] : nil) ?? values[name] ?? "none"
        }.joined(separator: "/")
    }
}
