-- Why: takes back sealed scopes; the company is a plain setting again.
CREATE OR REPLACE FUNCTION protect_private_table(private_table regclass, reads_house boolean DEFAULT false) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    own text := 'company_id = (SELECT current_setting(''tidemark.company_id'')::uuid)';
    own_and_house text := 'company_id = ANY (ARRAY[(SELECT current_setting(''tidemark.company_id'')::uuid), '
        || '''00000000-0000-4000-8000-000000000001''::uuid])';
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', private_table);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', private_table);
    EXECUTE format('CREATE POLICY company_reads ON %s FOR SELECT TO tidemark_app USING (%s)', private_table,
        CASE WHEN reads_house THEN own_and_house ELSE own END);
    EXECUTE format('CREATE POLICY company_inserts ON %s FOR INSERT TO tidemark_app WITH CHECK (%s)', private_table, own);
    EXECUTE format('CREATE POLICY company_updates ON %s FOR UPDATE TO tidemark_app USING (%s) WITH CHECK (%s)',
        private_table, own, own);
    EXECUTE format('CREATE POLICY company_deletes ON %s FOR DELETE TO tidemark_app USING (%s)', private_table, own);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %s TO tidemark_app', private_table);
END
$$;

-- The tables that are there already.
DO $$
DECLARE
    wall record;
    old_company text := '( SELECT scope_company() AS scope_company)';
    new_company text := '(SELECT current_setting(''tidemark.company_id'')::uuid)';
BEGIN
    FOR wall IN SELECT format('%I.%I', schemaname, tablename)::regclass AS name, policyname, qual, with_check FROM pg_policies
        WHERE schemaname = 'public' AND roles = '{tidemark_app}'
            AND policyname IN ('company_reads', 'company_inserts', 'company_updates', 'company_deletes')
    LOOP
        EXECUTE format('ALTER POLICY %I ON %s', wall.policyname, wall.name)
            || coalesce(' USING (' || replace(wall.qual, old_company, new_company) || ')', '')
            || coalesce(' WITH CHECK (' || replace(wall.with_check, old_company, new_company) || ')', '');
    END LOOP;
END $$;

DROP FUNCTION auth_scope_key();
DROP FUNCTION scope_company();
DROP FUNCTION rotate_scope_key();
DROP TABLE scope_keys;
