import Alerts
import Companies
import Connections
import Foundation
import Postgres
import TestSupport
import Testing
import Vault

/// Makes a company have a row in every private table, and in every text of them a word that names it.
extension WebFixture {
    /// Private tables that are empty for a company after `fillEverything`, each with its reason.
    static let emptyTables: Set<String> = [
        // A new ready job goes into one of the eight; the table above them has it.
        "ready_jobs_0", "ready_jobs_1", "ready_jobs_2", "ready_jobs_3", "ready_jobs_4", "ready_jobs_5", "ready_jobs_6",
        "ready_jobs_7",
        // So it is with the years of receipts.
        "score_receipts_2025", "score_receipts_2026", "score_receipts_2027", "score_receipts_2028",
        "score_receipts_2029",
        "score_receipts_2030", "score_receipts_other",
    ]

    /// Fills what a seeded company does not have yet.
    func fillEverything(_ company: Company, vault: SecretVault) async throws {
        let id = company.id
        let canary = "CANARY-\(company.slug)"
        let people = try await companies.database.read(
            in: id, Query<Single<IdentityID>>("SELECT identity_id FROM members WHERE company_id = \(id) LIMIT 1"))
        let somebody = try #require(people.first?.value)
        let dead = try #require(UUID(uuidString: try await deadJob(of: company)))
        let schedule = try #require(UUID(uuidString: try await schedule("\(canary) schedule", of: company)))
        let source = try #require(SourceCode(rawValue: "libdib"))
        let password = try #require(SecretField(rawValue: "password"))
        let connection = try await companies.database.transaction(in: id) { transaction in
            let queries = ConnectionQueries(transaction: transaction, vault: vault, person: somebody)
            return try await queries.add(
                try NewConnection(
                    source: source, name: "\(canary) connection", settings: ["shop": canary],
                    credentials: [password: SecretBytes(copying: canary)],
                    confirmation: try UseConfirmation(textVersion: 1)),
                at: companies.now)
        }
        let (ready, waiting, running) = (UUID(), UUID(), UUID())
        try await companies.database.transaction(in: id) { transaction in
            for job in [ready, waiting, running] {
                try await transaction.execute(
                    """
                    INSERT INTO jobs (company_id, job_id, kind, queue, delay_seconds, arguments, most_attempts)
                    VALUES (\(id), \(job), 'errand', 'standard', 0, \("{\"shop\": \"\(canary)\"}"), 5)
                    """)
            }
            _ = try await transaction.execute(all: [
                """
                INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
                VALUES (\(id), \(ready), 'standard', 'errand', now(), 0, 0)
                """,
                "INSERT INTO waiting_jobs (company_id, job_id, due_at, reason) VALUES (\(id), \(waiting), now() + interval '1 year', 'scheduled')",
                """
                INSERT INTO job_leases (company_id, job_id, attempt, worker_id, queue, kind, crashes, ready_at)
                VALUES (\(id), \(running), 1, \(UUID()), 'standard', 'errand', 0, now())
                """,
                "INSERT INTO job_keys VALUES (\(id), 'errand', \(canary), \(ready))",
                "INSERT INTO job_dependencies VALUES (\(id), \(waiting), \(ready))",
                "INSERT INTO job_progress (company_id, job_id, done, total, note) VALUES (\(id), \(running), 1, 2, \(canary))",
                "INSERT INTO job_effects (company_id, effect_key, job_id) VALUES (\(id), \(canary), \(dead))",
                "INSERT INTO job_tallies (company_id, minute, kind, result, jobs, milliseconds) VALUES (\(id), date_trunc('minute', now()), 'errand', 'dead', 1, 1)",
                "INSERT INTO job_fuses (company_id, kind, arguments_hash, crashes) VALUES (\(id), 'errand', sha256('x'), 1)",
                "INSERT INTO job_pauses (company_id, scope, paused_by) VALUES (\(id), 'queue:slow', \(somebody))",
                "INSERT INTO job_slots VALUES (\(id), \(schedule), now(), \(ready))",
                "INSERT INTO job_acts (company_id, acted_by, act, subject, jobs) VALUES (\(id), \(somebody), 'cancel', \(canary), 1)",
                """
                INSERT INTO vault_uses (company_id, use_id, connection_id, reason, fields, used_by)
                VALUES (\(id), \(UUID()), \(connection.rawValue), 'test', '{password}', \(somebody))
                """,
            ])
            let run: SQL = "(SELECT run_id FROM scrape_runs WHERE company_id = \(id) LIMIT 1)"
            let listing: SQL = "(SELECT listing_id FROM listings WHERE company_id = \(id) LIMIT 1)"
            _ = try await transaction.execute(all: [
                "INSERT INTO brands VALUES (\(id), \(UUID()), \(canary + " brand"), \(canary.lowercased()))",
                "INSERT INTO scrape_errors VALUES (\(id), \(run), 900, 'name', \(canary))",
                """
                INSERT INTO staged_rows (company_id, run_id, line, item_key, name, price_kind, observed_on)
                VALUES (\(id), \(run), 900, 'x', \(canary), 'retail', current_date)
                """,
                "INSERT INTO inventory_history VALUES (\(id), \(listing), now(), 1, 1, \(run), 900, 0)",
                "INSERT INTO price_revisions VALUES (\(id), \(listing), '2026-01-01', 1, 'EUR', 1, \(run), 900, 0, 1)",
                "INSERT INTO inventory_revisions VALUES (\(id), \(listing), now(), 1, 1, \(run), 900, 0, 1)",
                "INSERT INTO signal_clocks VALUES (\(id), 1) ON CONFLICT DO NOTHING",
                "INSERT INTO score_profiles VALUES (\(id), 900, 'abv-v1', NULL, \(somebody), now())",
                """
                INSERT INTO scorings VALUES (\(id), 900, '2026-01-01', now(), \(canary), 'x', 7, '{1}', '{1}', 0, 0, '[]', false)
                """,
                """
                INSERT INTO score_receipts VALUES (\(id), \(id), \(UUID()), '2026-01-01', 900, 1, 'stable', 0, 1, '{1}', '{}',
                    '{}', '{}', '{}', \([canary]))
                """,
            ])
            let (merge, mark) = (UUID(), UUID())
            let product: SQL = "(SELECT product_id FROM products WHERE company_id = \(id) ORDER BY product_id LIMIT 1)"
            _ = try await transaction.execute(all: [
                """
                INSERT INTO identity_acts (company_id, act_id, kind, actor_kind, actor, reason, made_at, undone_at)
                VALUES (\(id), \(merge), 'merge', 'person', \(somebody), \(canary), now(), now()),
                    (\(id), \(mark), 'different', 'person', \(somebody), \(canary), now(), now())
                """,
                """
                INSERT INTO identity_merges (company_id, act_id, from_product_id, product_company_id, product_id, undone_at)
                VALUES (\(id), \(merge), \(product), \(id), \(product), now())
                """,
                """
                INSERT INTO identity_differences (company_id, act_id, listing_id, product_company_id, product_id, undone_at)
                VALUES (\(id), \(mark), \(listing), \(id), \(product), now())
                """,
            ])
            let review = UUID()
            _ = try await transaction.execute(all: [
                """
                INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                    priority, reasons, state, outcome, created_at)
                VALUES (\(id), \(review), \(listing), \(id), \(product), 'chosen', 'person', 1, ARRAY[\(canary)], 'settled',
                    'same', now()) ON CONFLICT DO NOTHING
                """,
                """
                INSERT INTO review_answers (company_id, answer_id, review_id, reviewer, kind, verdict, answered_at)
                SELECT company_id, \(UUID()), review_id, \(somebody), 'reading', 'same', now() FROM review_pairs
                    WHERE company_id = \(id) LIMIT 1
                """,
                """
                INSERT INTO match_models (company_id, model_id, version, kept, report, learned_at)
                VALUES (\(id), \(UUID()), \(canary), '\\x00', '{}', now())
                """,
                """
                INSERT INTO match_automation (company_id, change_id, rule, reason, since)
                VALUES (\(id), \(UUID()), 'model', \(canary), now())
                """,
            ])
            _ = try await transaction.execute(all: [
                """
                INSERT INTO judge_answers (company_id, listing_id, product_company_id, product_id, model, prompt_version,
                    answered_by, verdict, confidence, reason, evidence, input_tokens, output_tokens, cost_micros, answered_at)
                VALUES (\(id), \(listing), \(id), \(product), \(canary), 'pairs-1', \(canary), 'unsure', 0.5, \(canary),
                    \("{\"listing\": {\"name\": \"\(canary)\"}}"), 1, 1, 1, now())
                """,
                """
                INSERT INTO judge_requests (company_id, request_id, night, asked_for, model, prompt_version, pairs, state,
                    problem, cost_micros, sent_at, settled_at)
                VALUES (\(id), \(UUID()), current_date, \(id), \(canary), 'pairs-1', 1, 'failed', \(canary), 1, now(), now())
                """,
            ])
            let forecast = UUID()
            _ = try await transaction.execute(all: [
                """
                INSERT INTO forecasts (company_id, forecast_id, product_company_id, product_id, measure, kind, step, origin, made_at,
                    category, model, last_value, points, low80, high80, low95, high95, backtest_origins, observations, reasons, digest)
                VALUES (\(id), \(forecast), \(id), \(product), 'score', 'live', 'week', current_date, now(), \(canary), \(canary), 1,
                    '{1}', '{1}', '{1}', '{1}', '{1}', 0, 3, \("[{\"model\": {\"name\": \"\(canary)\", \"origins\": 0}}]")::jsonb,
                    sha256('x'))
                """,
                """
                INSERT INTO forecast_settlements (company_id, forecast_id, view_days, due_on, predicted, low80, high80, low95, high95,
                    origin_value, actual, settled_at, direction_predicted, direction_actual)
                VALUES (\(id), \(forecast), 7, current_date, 1, 0, 2, 0, 2, 1, 1, now(), 0, 0)
                """,
                """
                INSERT INTO forecast_states (company_id, product_company_id, product_id, measure, digest, forecast_id, observations,
                    seen_through, looked_at)
                VALUES (\(id), \(id), \(product), 'score', sha256('x'), \(forecast), 3, current_date, now())
                """,
                """
                INSERT INTO forecast_demotions (company_id, demotion_id, measure, category, model, demoted_at, settled, behind,
                    behind_at_least, ends_at)
                VALUES (\(id), \(UUID()), 'score', \(canary), \(canary), now(), 30, 0.5, 0.1, now() + interval '9 days')
                """,
            ])
            let (bronze, cycle) = (UUID(), UUID())
            _ = try await transaction.execute(all: [
                """
                INSERT INTO scrape_runs (company_id, run_id, source_id, connection_id, book, file_name, state, failure,
                    rows_read, rows_good, rows_rejected, items, started_at, finished_at)
                SELECT \(id), \(bronze), source_id, \(connection.rawValue), 'products', \(canary), 'failed', \(canary), 0, 0, 0,
                    0, now(), now() FROM sources WHERE company_id = \(id) LIMIT 1
                """,
                "INSERT INTO run_progress (company_id, run_id, cursor, updated_at) VALUES (\(id), \(bronze), \(canary), now())",
                "INSERT INTO raw_bodies (company_id, body_hash, body, kept_at) VALUES (\(id), sha256(\(canary)::bytea), \(canary)::bytea, now())",
                """
                INSERT INTO raw_records (company_id, run_id, record, page, fetched_at, method, url, status, fields, body_hash,
                    body_bytes, packed_bytes, milliseconds)
                VALUES (\(id), \(bronze), 1, 1, now(), 'GET', \(canary), 200, '[]', sha256(\(canary)::bytea), 1, 1, 1)
                """,
                """
                INSERT INTO bronze_files VALUES (\(id), \(bronze), \(canary), 1, 1, 1, sha256('x'), now())
                """,
                "INSERT INTO run_fields (company_id, run_id, field, records, filled, distinct_values, commonest) VALUES (\(id), \(bronze), 'name', 1, 1, 1, \(canary))",
                "INSERT INTO run_findings VALUES (\(id), \(bronze), 'rejects', '', 0, 1, \(canary), true)",
                """
                INSERT INTO articles (company_id, article_id, source_id, external_id, url, title, first_seen_at, run_id, line)
                SELECT \(id), \(UUID()), source_id, \(canary), \(canary), \(canary), now(), \(bronze), 1 FROM sources
                WHERE company_id = \(id) LIMIT 1
                """,
                "INSERT INTO staged_articles (company_id, run_id, line, external_id, url, title, tags) VALUES (\(id), \(bronze), 1, \(canary), \(canary), \(canary), '')",
                """
                INSERT INTO posts (company_id, post_id, source_id, external_id, url, channel, title, body, link, published_at,
                    first_seen_at, run_id, line)
                SELECT \(id), \(UUID()), source_id, \(canary), \(canary), \(canary), \(canary), \(canary), \(canary), now(),
                    now(), \(bronze), 1 FROM sources WHERE company_id = \(id) LIMIT 1
                """,
                """
                INSERT INTO staged_posts (company_id, run_id, line, external_id, url, channel, title, published_at, tags)
                VALUES (\(id), \(bronze), 1, \(canary), \(canary), \(canary), \(canary), now(), '')
                """,
                """
                INSERT INTO series_points (company_id, source_id, measure, market, subject, scale, starts_at, ends_at, value,
                    is_partial, first_seen_at, run_id, line)
                SELECT \(id), source_id, 'search_interest', '', \(canary), \(canary), now(), now() + interval '7 days', 1, true,
                    now(), \(bronze), 1 FROM sources WHERE company_id = \(id) LIMIT 1
                """,
                """
                INSERT INTO staged_series VALUES (\(id), \(bronze), 1, 'search_interest', '', \(canary), \(canary), now(),
                    now() + interval '7 days', 1, true)
                """,
                """
                INSERT INTO media_mentions (company_id, product_company_id, product_id, kind, item_company_id, item_id, source_id,
                    published_on, is_brand_only, prominence, snippet, run_id, line, found_at)
                SELECT \(id), \(id), \(product), 'article', \(id), article_id, source_id, current_date, false, 1, \(canary),
                    run_id, line, now() FROM articles WHERE company_id = \(id) LIMIT 1
                """,
                """
                INSERT INTO mention_reads (company_id, kind, item_company_id, item_id, digest, published_on)
                SELECT \(id), 'article', \(id), article_id, 1, current_date FROM articles WHERE company_id = \(id) LIMIT 1
                """,
                "INSERT INTO mention_states VALUES (\(id), 1, now())",
                """
                INSERT INTO search_links (company_id, product_company_id, product_id, source_company_id, source_id, market,
                    subject, why, linked_at)
                SELECT \(id), \(id), \(product), \(id), source_id, '', \(canary), 'brand', now() FROM sources
                WHERE company_id = \(id) LIMIT 1
                """,
                "INSERT INTO source_stops VALUES (\(id), 'breakthru', \(canary), now(), \(somebody))",
                "INSERT INTO cycles (company_id, cycle_id, started_at, due_at) VALUES (\(id), \(cycle), now(), now())",
                "INSERT INTO cycle_steps (company_id, cycle_id, place, step, job_id) VALUES (\(id), \(cycle), 0, 'match', \(ready))",
            ])
            let (monitor, alert, channel, delivery) = (UUID(), UUID(), UUID(), UUID())
            _ = try await transaction.execute(all: [
                """
                INSERT INTO alert_monitors (company_id, monitor_id, metric, threshold, patience_seconds, severity, is_on,
                    is_default, changed_at)
                VALUES (\(id), \(monitor), 'source.age', 24, 0, 'warning', true, true, now())
                """,
                """
                INSERT INTO alerts (company_id, alert_id, monitor_id, metric, subject, subject_name, severity, state,
                    threshold, latest, worst, detail, began_at, opened_at)
                VALUES (\(id), \(alert), \(monitor), 'source.age', \(canary), \(canary), 'warning', 'open', 24, 25, 25,
                    \(canary), now(), now())
                """,
                """
                INSERT INTO alert_events (company_id, alert_id, event_id, happened_at, kind, note)
                VALUES (\(id), \(alert), \(UUID()), now(), 'opened', \(canary))
                """,
                """
                INSERT INTO alert_channels (company_id, channel_id, kind, name, least, host, created_at, created_by)
                VALUES (\(id), \(channel), 'webhook', \(canary), 'notice', \(canary), now(), \(somebody))
                """,
                """
                INSERT INTO alert_deliveries (company_id, delivery_id, channel_id, occasion, last_problem, queued_at)
                VALUES (\(id), \(delivery), \(channel), 'opened', \(canary), now())
                """,
                """
                INSERT INTO alert_tellings (company_id, alert_id, channel_id, occasion, round, delivery_id)
                VALUES (\(id), \(alert), \(channel), 'opened', 0, \(delivery))
                """,
                "INSERT INTO source_turns (company_id, host, next_at) VALUES (\(id), \(canary), now())",
                """
                INSERT INTO process_figures (company_id, process, figure, labels, minute, value)
                VALUES (\(id), \(canary), 'requests.all', \(canary), now(), 1)
                """,
            ])
            let address = try #require(SecretField.channelAddress)
            try await ChannelSecretQueries(transaction: transaction, vault: vault).replace(
                [address: SecretBytes(copying: canary)], of: channel, by: somebody, at: companies.now)
            let token = try NewAPIToken(name: "\(canary) token", scopes: [.jobsRead], days: 9)
            _ = try await APITokenQueries(transaction: transaction, person: somebody).add(token)
            _ = try await transaction.execute(all: [
                """
                INSERT INTO mails (company_id, mail_id, kind, recipient, last_problem)
                VALUES (\(id), \(UUID()), 'invitation', \("\(canary)@example.com".lowercased()), \(canary))
                """,
                """
                INSERT INTO invitations (company_id, invitation_id, email, role, invited_by)
                VALUES (\(id), \(UUID()), \("\(canary)@example.com".lowercased()), 'viewer', \(somebody))
                """,
            ])
            try await transaction.record(
                AuditEvent(
                    .staffLooked, by: .person(somebody), on: AuditSubject("page", canary), facts: ["what": canary]))
        }
    }

    /// Private tables in which a company has no row although it should.
    func missingTables(_ company: Company) async throws -> [String] {
        let owner = try await companies.test.owner()
        let tables = try await owner.fetch(
            Query<Single<String>>(
                """
                SELECT c.relname::text FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
                WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attname = 'company_id'
                """))
        var missing: [String] = []
        for table in tables.map(\.value) where !Self.emptyTables.contains(table) {
            let rows = try await companies.database.read(
                in: company.id,
                Query<Single<Int>>("SELECT count(*) FROM \(unsafe: table) WHERE company_id = \(company.id)"))
            if rows.first?.value == 0 { missing.append(table) }
        }
        return missing
    }
}
