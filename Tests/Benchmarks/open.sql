-- Takes the walls down in the peer's copy: it reads the same rows with the same indexes and no row-level security.
DO $$
DECLARE
    wall record;
BEGIN
    FOR wall IN SELECT c.oid::regclass AS name FROM pg_class c
        WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r' AND c.relrowsecurity
    LOOP
        EXECUTE format('ALTER TABLE %s NO FORCE ROW LEVEL SECURITY', wall.name);
        EXECUTE format('ALTER TABLE %s DISABLE ROW LEVEL SECURITY', wall.name);
    END LOOP;
    FOR wall IN SELECT policyname, format('%I.%I', schemaname, tablename) AS name FROM pg_policies LOOP
        EXECUTE format('DROP POLICY %I ON %s', wall.policyname, wall.name);
    END LOOP;
END $$;
