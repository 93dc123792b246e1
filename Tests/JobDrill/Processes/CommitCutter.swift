import Postgres
import TestSupport

/// Cuts connections whose commit is done and not yet answered, and lets some statements fail as conflicts do.
///
/// A commit that asks for it waits for a standby that does not exist, after it was written; whoever is cut off then can not know
/// whether it happened. Claims, batches of ends and effects ask for it now and then.
struct CommitCutter: Sendable {
    private let test: TestDatabase

    init(in test: TestDatabase) async throws {
        self.test = test
        let owner = try await test.owner()
        try await owner.runScript(
            """
            CREATE FUNCTION drill_trouble() RETURNS trigger LANGUAGE plpgsql AS $$
            BEGIN
                IF random() < TG_ARGV[0]::double precision THEN
                    PERFORM set_config('synchronous_commit', 'on', true);
                END IF;
                IF random() < TG_ARGV[1]::double precision THEN
                    RAISE EXCEPTION 'drilled' USING ERRCODE = (ARRAY['40001', '40P01'])[1 + floor(random() * 2)::int];
                END IF;
                RETURN NULL;
            END $$;
            CREATE TRIGGER drill_trouble AFTER INSERT ON job_leases
                FOR EACH STATEMENT EXECUTE FUNCTION drill_trouble('0.02', '0.01');
            CREATE TRIGGER drill_trouble AFTER INSERT ON job_outcomes
                FOR EACH STATEMENT EXECUTE FUNCTION drill_trouble('0.02', '0.01');
            CREATE TRIGGER drill_trouble AFTER INSERT ON drill_effects
                FOR EACH STATEMENT EXECUTE FUNCTION drill_trouble('0.05', '0.02');
            """)
        await owner.close()
    }

    /// No new trouble; what waits is still cut off.
    func calm() async throws {
        let owner = try await test.owner()
        try await owner.runScript(
            """
            DROP TRIGGER drill_trouble ON job_leases;
            DROP TRIGGER drill_trouble ON job_outcomes;
            DROP TRIGGER drill_trouble ON drill_effects;
            """)
        await owner.close()
    }

    /// Cuts until the task is cancelled, also after the server was away.
    func run() async {
        while !Task.isCancelled {
            if let owner = try? await test.owner() {
                while !Task.isCancelled, (try? await cut(owner)) != nil {
                    try? await Task.sleep(for: .milliseconds(100))
                }
                await owner.close()
            }
            try? await Task.sleep(for: .milliseconds(300))
        }
    }

    private func cut(_ owner: Connection) async throws {
        _ = try await owner.fetch(
            Query<Single<Bool>>(
                """
                SELECT pg_terminate_backend(pid) FROM pg_stat_activity
                WHERE wait_event = 'SyncRep' AND datname = current_database()
                    AND query_start < clock_timestamp() - interval '200 milliseconds'
                """))
    }
}
