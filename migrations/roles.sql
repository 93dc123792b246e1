-- Roles and an empty database; run by psql as a superuser (or, on a managed server, as a role that may create roles and
-- databases) before the first migration, and again whenever you like: what is there already stays.
--
-- Environment: TIDEMARK_OWNER_PASSWORD, TIDEMARK_APP_PASSWORD, TIDEMARK_AUTH_PASSWORD, TIDEMARK_WORKER_PASSWORD,
-- TIDEMARK_REVIEW_PASSWORD (a role
-- whose variable is absent keeps its password) and TIDEMARK_DATABASE (default: tidemark). By the environment and not by
-- -v, because arguments of a command are for everybody on the machine to read. Runs on PostgreSQL 16 and later.

\set ON_ERROR_STOP on
\set database tidemark
\getenv database TIDEMARK_DATABASE
\getenv owner_password TIDEMARK_OWNER_PASSWORD
\getenv app_password TIDEMARK_APP_PASSWORD
\getenv auth_password TIDEMARK_AUTH_PASSWORD
\getenv worker_password TIDEMARK_WORKER_PASSWORD
\getenv review_password TIDEMARK_REVIEW_PASSWORD
SET client_min_messages = warning;

-- tidemark_owner     owns the database and everything migrations make. Only `tidemark migrate` and tests sign in as it.
--                    CREATEDB: a test's database is a copy of a template.
-- tidemark_app       is who serves people. It owns nothing, so row-level security always holds for it, and it can
--                    neither create nor keep temporary objects, so a broken statement has nowhere to hide data.
-- tidemark_auth      looks up who is signing in before a company is known. It can call what migrations let it call.
-- tidemark_worker    claims jobs before a company is known, likewise.
-- tidemark_review    is who staff decide about pairs as: it can call the functions of the review queue, and sees no table.
-- tidemark_resolver  cannot sign in. It owns the few SECURITY DEFINER functions through which auth, worker and review
--                    look across companies, and can read what those functions read and nothing else. Not the owner's
--                    functions, because the owner could do anything.
CREATE TEMPORARY TABLE wanted (name text PRIMARY KEY, signs_in boolean NOT NULL, creates_databases boolean NOT NULL);
INSERT INTO wanted VALUES
    ('tidemark_owner', true, true),
    ('tidemark_app', true, false),
    ('tidemark_auth', true, false),
    ('tidemark_worker', true, false),
    ('tidemark_review', true, false),
    ('tidemark_resolver', false, false);

SELECT format('CREATE ROLE %I %s %s', name,
              CASE WHEN signs_in THEN 'LOGIN' ELSE 'NOLOGIN' END,
              CASE WHEN creates_databases THEN 'CREATEDB' ELSE 'NOCREATEDB' END)
  FROM wanted
 WHERE NOT EXISTS (SELECT FROM pg_roles WHERE rolname = name)
 ORDER BY name \gexec

-- Somebody may have widened a role. Statements that would change nothing are left out: a managed server refuses even to
-- repeat NOSUPERUSER.
SELECT format('ALTER ROLE %I %s', name, change)
  FROM wanted
  JOIN pg_roles ON rolname = name
 CROSS JOIN LATERAL (VALUES
    (CASE WHEN rolsuper THEN 'NOSUPERUSER' END),
    (CASE WHEN rolbypassrls THEN 'NOBYPASSRLS' END),
    (CASE WHEN rolcreaterole THEN 'NOCREATEROLE' END),
    (CASE WHEN rolreplication THEN 'NOREPLICATION' END),
    (CASE WHEN rolcreatedb AND NOT creates_databases THEN 'NOCREATEDB' END),
    (CASE WHEN creates_databases AND NOT rolcreatedb THEN 'CREATEDB' END),
    (CASE WHEN rolcanlogin AND NOT signs_in THEN 'NOLOGIN' END),
    (CASE WHEN signs_in AND NOT rolcanlogin THEN 'LOGIN' END)) AS difference (change)
 WHERE change IS NOT NULL
 ORDER BY name \gexec

-- And none of them may be a member of another, whatever was granted by hand; the one exception follows.
SELECT format('REVOKE %I FROM %I GRANTED BY %s', granted.rolname, member.rolname, grantor::regrole)
  FROM pg_auth_members
  JOIN pg_roles AS granted ON granted.oid = roleid
  JOIN pg_roles AS member ON member.oid = pg_auth_members.member
 WHERE member.rolname IN (SELECT name FROM wanted)
   AND (granted.rolname, member.rolname) <> ('tidemark_resolver', 'tidemark_owner') \gexec

DROP TABLE wanted;

\if :{?owner_password}
ALTER ROLE tidemark_owner PASSWORD :'owner_password';
\endif
\if :{?app_password}
ALTER ROLE tidemark_app PASSWORD :'app_password';
\endif
\if :{?auth_password}
ALTER ROLE tidemark_auth PASSWORD :'auth_password';
\endif
\if :{?worker_password}
ALTER ROLE tidemark_worker PASSWORD :'worker_password';
\endif
\if :{?review_password}
ALTER ROLE tidemark_review PASSWORD :'review_password';
\endif

-- SET without INHERIT: the owner cannot use the resolver's rights in passing, but a migration can hand a function over
-- with ALTER FUNCTION … OWNER TO tidemark_resolver. PostgreSQL demands that the new owner may create in the schema, so
-- the migration grants that first and takes it back in the same transaction:
--     GRANT CREATE ON SCHEMA public TO tidemark_resolver;
--     ALTER FUNCTION … OWNER TO tidemark_resolver;
--     REVOKE CREATE ON SCHEMA public FROM tidemark_resolver;
-- Privileges on the function are granted before it is handed over, or after SET LOCAL ROLE tidemark_resolver.
GRANT tidemark_resolver TO tidemark_owner WITH ADMIN FALSE, INHERIT FALSE, SET TRUE;

-- A role that is no superuser can make a database for the owner only as its member.
SELECT 'GRANT tidemark_owner, tidemark_resolver TO CURRENT_USER'
  FROM pg_roles WHERE rolname = current_user AND NOT rolsuper \gexec

-- From template0, as others may have put things into template1.
SELECT format('CREATE DATABASE %I OWNER tidemark_owner ENCODING ''UTF8'' TEMPLATE template0', :'database')
 WHERE NOT EXISTS (SELECT FROM pg_database WHERE datname = :'database') \gexec

-- PUBLIC is everybody, roles of other products on the same server included. By default it may connect and make
-- temporary tables. A copy of a database starts with those defaults again: whoever copies revokes.
REVOKE ALL ON DATABASE :"database" FROM PUBLIC;
GRANT CONNECT ON DATABASE :"database" TO tidemark_owner, tidemark_app, tidemark_auth, tidemark_worker,
    tidemark_review;

\connect -reuse-previous=on :"database"
SET client_min_messages = warning;

ALTER SCHEMA public OWNER TO tidemark_owner;
REVOKE ALL ON SCHEMA public FROM PUBLIC;
GRANT USAGE ON SCHEMA public TO tidemark_app, tidemark_auth, tidemark_worker, tidemark_review,
    tidemark_resolver;

-- A new function can be called by nobody until a migration says by whom; PostgreSQL's default is everybody.
ALTER DEFAULT PRIVILEGES FOR ROLE tidemark_owner REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;
ALTER DEFAULT PRIVILEGES FOR ROLE tidemark_resolver REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- With no company set, a statement on a private table must fail, also on an empty one. A policy's setting is read when
-- an index on company_id is searched, but a sequential scan of an empty table reads nothing and would answer "no rows".
-- Every private table has such an index (a test holds that), and no query of the runtime role wants the rows of every
-- company.
ALTER ROLE tidemark_app SET enable_seqscan = off;
