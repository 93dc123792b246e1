import Postgres
import TestSupport

/// A clock of one database that can be put forward and back: the server's own function has another name there, and the one
/// the product calls adds what it is told. Moments that columns take by default stay real, so histories stay in order.
struct StepClock: Sendable {
    private let arena: Arena

    init(in arena: Arena) async throws {
        self.arena = arena
        try await arena.cluster.asSuperuser(
            """
            SET allow_system_table_mods = on;
            CREATE TABLE public.drill_clock (ahead interval NOT NULL);
            INSERT INTO public.drill_clock VALUES ('0');
            GRANT SELECT ON public.drill_clock TO PUBLIC;
            GRANT UPDATE ON public.drill_clock TO tidemark_owner;
            ALTER FUNCTION pg_catalog.clock_timestamp() RENAME TO drill_real_clock;
            CREATE FUNCTION pg_catalog.clock_timestamp() RETURNS timestamptz LANGUAGE sql VOLATILE AS
                'SELECT pg_catalog.drill_real_clock() + (SELECT ahead FROM public.drill_clock)';
            """, in: arena.test.name)
    }

    /// Sets how far it is ahead of the real one.
    func step(to hours: Int) async throws {
        let owner = try await arena.test.owner()
        try await owner.execute("UPDATE drill_clock SET ahead = \(hours) * interval '1 hour'")
        await owner.close()
    }
}
