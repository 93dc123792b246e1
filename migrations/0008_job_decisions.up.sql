-- Why: what people do with jobs. Each takes companies and ids and answers how many it changed; the caller's policies decide
-- whose they may be.

-- Jobs that have not begun are over at once; running ones are asked to stop, and commit nothing from now on.
CREATE FUNCTION cancel_jobs(companies uuid[], wanted uuid[]) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    ended_companies uuid[];
    ended uuid[];
    asked bigint;
BEGIN
    WITH w AS (SELECT * FROM unnest(companies, wanted) AS w (company_id, job_id)),
    was_ready AS (
        DELETE FROM ready_jobs r USING w WHERE r.company_id = w.company_id AND r.job_id = w.job_id
        RETURNING r.company_id, r.job_id, r.attempts
    ), was_waiting AS (
        DELETE FROM waiting_jobs x USING w WHERE x.company_id = w.company_id AND x.job_id = w.job_id
        RETURNING x.company_id, x.job_id, x.attempts
    ), stopped AS (SELECT * FROM was_ready UNION ALL SELECT * FROM was_waiting),
    unneeded AS (
        DELETE FROM job_dependencies d USING stopped s WHERE d.company_id = s.company_id AND d.job_id = s.job_id
    ), outcomes AS (
        INSERT INTO job_outcomes (company_id, job_id, state, attempts)
        SELECT company_id, job_id, 'cancelled', attempts FROM stopped ON CONFLICT DO NOTHING
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event, detail)
        SELECT company_id, job_id, attempts, 'cancelled', 'before it began' FROM stopped
    )
    SELECT coalesce(array_agg(company_id), '{}'), coalesce(array_agg(job_id), '{}') INTO ended_companies, ended FROM stopped;
    WITH asked_for AS (
        UPDATE job_leases l SET cancel_requested = true FROM unnest(companies, wanted) AS w (company_id, job_id)
        WHERE l.company_id = w.company_id AND l.job_id = w.job_id AND NOT l.cancel_requested
        RETURNING l.company_id, l.job_id, l.attempt
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event)
        SELECT company_id, job_id, attempt, 'cancel_requested' FROM asked_for
    )
    SELECT count(*) INTO asked FROM asked_for;
    IF cardinality(ended) > 0 THEN PERFORM release_after(ended_companies, ended); END IF;
    RETURN cardinality(ended) + asked;
END
$$;

-- Dead and cancelled jobs begin anew with all their attempts; waiting ones begin now. A job whose unique key another job
-- has by now stays as it is.
CREATE FUNCTION replay_jobs(companies uuid[], wanted uuid[]) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    again bigint;
    hastened bigint;
BEGIN
    WITH w AS (
        SELECT j.* FROM unnest(companies, wanted) AS w (company_id, job_id) JOIN jobs j USING (company_id, job_id)
    ), ended AS (
        SELECT w.* FROM w JOIN job_outcomes o USING (company_id, job_id) WHERE o.state IN ('dead', 'cancelled')
    ), keyed AS (
        INSERT INTO job_keys (company_id, kind, unique_key, job_id)
        SELECT company_id, kind, unique_key, job_id FROM ended WHERE unique_key IS NOT NULL ON CONFLICT DO NOTHING
        RETURNING job_id
    ), back AS (
        DELETE FROM job_outcomes o USING ended e WHERE o.company_id = e.company_id AND o.job_id = e.job_id
            AND o.state IN ('dead', 'cancelled') AND (e.unique_key IS NULL OR EXISTS (SELECT FROM keyed k WHERE k.job_id = e.job_id))
        RETURNING o.company_id, o.job_id, o.attempts
    ), unfused AS (
        DELETE FROM job_fuses f USING ended e WHERE f.company_id = e.company_id AND f.kind = e.kind
            AND f.arguments_hash = sha256(convert_to(e.arguments, 'UTF8'))
    ), ready AS (
        INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at)
        SELECT e.company_id, e.job_id, e.queue, e.kind, clock_timestamp() FROM ended e JOIN back USING (company_id, job_id)
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event) SELECT company_id, job_id, attempts, 'replayed' FROM back
    )
    SELECT count(*) INTO again FROM back;
    WITH moved AS (
        DELETE FROM waiting_jobs x USING unnest(companies, wanted) AS w (company_id, job_id)
        WHERE x.company_id = w.company_id AND x.job_id = w.job_id AND x.reason <> 'blocked'
        RETURNING x.company_id, x.job_id, x.attempts, x.crashes
    )
    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
    SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp(), m.attempts, m.crashes
    FROM moved m JOIN jobs j USING (company_id, job_id);
    GET DIAGNOSTICS hastened = ROW_COUNT;
    RETURN again + hastened;
END
$$;

-- Dead jobs that nobody wants back.
CREATE FUNCTION discard_jobs(companies uuid[], wanted uuid[]) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE discarded bigint;
BEGIN
    WITH done AS (
        UPDATE job_outcomes o SET state = 'cancelled', finished_at = clock_timestamp()
        FROM unnest(companies, wanted) AS w (company_id, job_id)
        WHERE o.company_id = w.company_id AND o.job_id = w.job_id AND o.state = 'dead'
        RETURNING o.company_id, o.job_id, o.attempts
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event, detail)
        SELECT company_id, job_id, attempts, 'cancelled', 'discarded' FROM done
    )
    SELECT count(*) INTO discarded FROM done;
    RETURN discarded;
END
$$;

REVOKE ALL ON FUNCTION cancel_jobs(uuid[], uuid[]), replay_jobs(uuid[], uuid[]), discard_jobs(uuid[], uuid[]) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cancel_jobs(uuid[], uuid[]), replay_jobs(uuid[], uuid[]), discard_jobs(uuid[], uuid[])
    TO tidemark_app, tidemark_worker;
