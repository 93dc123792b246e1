import Postgres

/// Tables of the drill beside the product's: what was promised, what happened, what was noted on the way.
enum LedgerSchema {
    /// No unique key on effects, so that one that happened twice is seen and not swept under the key.
    static let script = """
        CREATE TABLE drill_ledger (
            company_id uuid NOT NULL, key text PRIMARY KEY, job_id uuid NOT NULL, expected bigint NOT NULL,
            enqueued_at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE TABLE drill_effects (
            company_id uuid NOT NULL, key text NOT NULL, job_id uuid NOT NULL, attempt bigint NOT NULL, process text NOT NULL,
            happened_at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE TABLE drill_notes (
            company_id uuid NOT NULL, job_id uuid NOT NULL, key text NOT NULL, attempt bigint NOT NULL, process text NOT NULL,
            what text NOT NULL, noted_at timestamptz NOT NULL DEFAULT clock_timestamp());
        CREATE INDEX ON drill_ledger (job_id);
        CREATE INDEX ON drill_effects (key);
        CREATE INDEX ON drill_effects (job_id);
        CREATE INDEX ON drill_notes (job_id);
        CREATE TABLE drill_workers (
            worker_id uuid PRIMARY KEY, process text NOT NULL, started_at timestamptz NOT NULL DEFAULT clock_timestamp());
        GRANT SELECT, INSERT ON drill_ledger, drill_effects, drill_notes, drill_workers TO tidemark_app, tidemark_worker;
        CREATE FUNCTION drill_remember_worker() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
            INSERT INTO drill_workers (worker_id, process) VALUES (NEW.worker_id, NEW.name);
            RETURN NULL;
        END $$;
        CREATE TRIGGER drill_remember_worker AFTER INSERT ON job_workers
            FOR EACH ROW EXECUTE FUNCTION drill_remember_worker();
        """

    static func create(on owner: Connection) async throws { try await owner.runScript(script) }
}
