-- Why: how jobs move. Each step is one function of the worker role and one transaction, so a worker that is killed anywhere leaves
-- every job in exactly one place. They run with the caller's rights: policies decide what they reach.

-- Ends jobs: frees their keys, and lets those go on that waited for them. Called by the statements that write outcomes.
CREATE FUNCTION release_after(companies uuid[], ended uuid[]) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    DELETE FROM job_keys k USING unnest(companies, ended) AS e (company_id, job_id), jobs j
    WHERE j.company_id = e.company_id AND j.job_id = e.job_id AND j.unique_key IS NOT NULL
        AND k.company_id = j.company_id AND k.kind = j.kind AND k.unique_key = j.unique_key AND k.job_id = j.job_id;
    WITH met AS (
        DELETE FROM job_dependencies d USING unnest(companies, ended) AS e (company_id, job_id)
        WHERE d.company_id = e.company_id AND d.needs_job_id = e.job_id
        RETURNING d.company_id, d.job_id, d.needs_job_id
    ), free AS (
        DELETE FROM waiting_jobs w USING (SELECT company_id, job_id, count(*) AS needs FROM met GROUP BY company_id, job_id) AS m
        -- Those that were just met are counted still.
        WHERE w.company_id = m.company_id AND w.job_id = m.job_id AND w.reason = 'blocked' AND m.needs = (
            SELECT count(*) FROM job_dependencies d WHERE d.company_id = m.company_id AND d.job_id = m.job_id)
        RETURNING w.company_id, w.job_id, w.attempts, w.crashes
    )
    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
    SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp() + make_interval(secs => j.delay_seconds), f.attempts,
        f.crashes
    FROM free f JOIN jobs j USING (company_id, job_id);
END
$$;

-- Makes jobs ready whose time has come.
CREATE FUNCTION promote_jobs(most bigint) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE moved bigint;
BEGIN
    WITH due AS (
        DELETE FROM waiting_jobs w USING (
            SELECT company_id, job_id FROM waiting_jobs WHERE due_at <= clock_timestamp() ORDER BY due_at LIMIT most
            FOR UPDATE SKIP LOCKED) AS d
        WHERE w.company_id = d.company_id AND w.job_id = d.job_id
        RETURNING w.company_id, w.job_id, w.attempts, w.crashes
    ), unblocked AS (
        DELETE FROM job_dependencies d USING due WHERE d.company_id = due.company_id AND d.job_id = due.job_id
    )
    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
    SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp() + make_interval(secs => j.delay_seconds), due.attempts,
        due.crashes
    FROM due JOIN jobs j USING (company_id, job_id);
    GET DIAGNOSTICS moved = ROW_COUNT;
    RETURN moved;
END
$$;

-- How many jobs of a kind with a rate may start at a moment; null without one. A clock that was set back says nothing about how
-- long it is since the last count: it is taken for a minute, so that the kind does not stand still until the clock caught up.
CREATE FUNCTION startable_now(of_kind job_limits, moment timestamptz) RETURNS double precision
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
    SELECT least(of_kind.per_minute::double precision, of_kind.tokens + of_kind.per_minute / 60.0
        * CASE WHEN of_kind.counted_at > moment + interval '1 minute' THEN 60
            ELSE extract(epoch FROM moment - of_kind.counted_at) END)
$$;

-- Claims up to `most` ready jobs of a queue for a worker: companies in turn, starting after the one served last, each in
-- the order of its own turns and up to `most_each` less what this worker runs of it already (`busy_…`), so that there is
-- room for another's one job; within the limits of their kinds; nothing that is paused. One claim at a time per queue, so
-- limits are exact and nobody waits for a row.
CREATE FUNCTION claim_jobs(
    claiming_worker uuid, claimed_queue text, known_kinds text[], most bigint, after_company uuid, most_each bigint,
    busy_companies uuid[], busy_counts bigint[], records_all boolean)
RETURNS TABLE (
    company_id uuid, job_id uuid, kind text, attempt bigint, most_attempts bigint, arguments text, trace text,
    ready_at timestamptz, claimed_at timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET plan_cache_mode = force_generic_plan AS $$
#variable_conflict use_column
DECLARE
    open_kinds text[];
    -- Those of them that may start at least one job now.
    startable text[];
    limited job_limits;
    room bigint;
    taken bigint;
    place bigint;
    allowed double precision;
    lane uuid;
    lane_kind text;
    lanes uuid[] := '{}';
    rooms bigint[] := '{}';
    lane_room bigint;
    found_after boolean := true;
    moment timestamptz;
BEGIN
    PERFORM pg_advisory_xact_lock(hashtextextended('tidemark.claim.' || claimed_queue, 0));
    -- Only now: whoever waited for the lock would come with a moment before that of the claim it waited for.
    moment := clock_timestamp();
    -- A worker that was given up may claim no more.
    IF NOT EXISTS (SELECT FROM job_workers w WHERE w.worker_id = claiming_worker AND w.lease_until > moment) THEN
        RETURN;
    END IF;
    IF EXISTS (SELECT FROM job_pauses p WHERE p.company_id = '00000000-0000-4000-8000-000000000001'
        AND p.scope = 'queue:' || claimed_queue) THEN RETURN; END IF;
    SELECT coalesce(array_agg(k), '{}') INTO open_kinds FROM unnest(known_kinds) AS k
    WHERE NOT EXISTS (SELECT FROM job_pauses p WHERE p.company_id = '00000000-0000-4000-8000-000000000001'
        AND p.scope = 'kind:' || k);

    SELECT coalesce(array_agg(k), '{}') INTO startable FROM unnest(open_kinds) AS k
    WHERE NOT EXISTS (SELECT FROM job_limits l WHERE l.kind = k AND (
        l.most_running <= (SELECT count(*) FROM job_leases x WHERE x.kind = k)
        OR startable_now(l, moment) < 1));

    -- Companies with something to start, at most as many as can be served, in a circle.
    lane := after_company;
    WHILE cardinality(lanes) < most LOOP
        SELECT r.company_id, r.kind INTO lane, lane_kind FROM ready_jobs r
        WHERE r.queue = claimed_queue AND r.company_id > lane ORDER BY r.company_id LIMIT 1;
        IF lane IS NULL THEN
            EXIT WHEN NOT found_after;
            found_after := false;
            lane := '00000000-0000-0000-0000-000000000000';
            CONTINUE;
        END IF;
        EXIT WHEN NOT found_after AND lane > after_company;
        lane_room := most_each - coalesce(busy_counts[array_position(busy_companies, lane)], 0);
        IF lane_room > 0 AND NOT EXISTS (
            SELECT FROM job_pauses p WHERE p.company_id = lane AND p.scope = 'queue:' || claimed_queue)
            -- What was found first may do; only then are the others looked at.
            AND (lane_kind = ANY (startable) AND NOT EXISTS (
                    SELECT FROM job_pauses p WHERE p.company_id = lane AND p.scope = 'kind:' || lane_kind)
                OR EXISTS (SELECT FROM ready_jobs r WHERE r.queue = claimed_queue AND r.company_id = lane
                    AND r.kind = ANY (startable) AND NOT EXISTS (
                        SELECT FROM job_pauses p WHERE p.company_id = lane AND p.scope = 'kind:' || r.kind))) THEN
            lanes := lanes || lane;
            rooms := rooms || lane_room;
        END IF;
    END LOOP;
    IF cardinality(lanes) = 0 THEN RETURN; END IF;

    -- Kinds with a limit first and one by one; what they may not start is out of the way of the others.
    FOR limited IN SELECT l.* FROM job_limits l WHERE l.kind = ANY (open_kinds)
        AND (l.most_running IS NOT NULL OR l.per_minute IS NOT NULL) ORDER BY l.kind FOR UPDATE
    LOOP
        open_kinds := array_remove(open_kinds, limited.kind);
        room := most;
        IF limited.most_running IS NOT NULL THEN
            room := least(room, limited.most_running - (SELECT count(*) FROM job_leases l WHERE l.kind = limited.kind));
        END IF;
        IF limited.per_minute IS NOT NULL THEN
            allowed := startable_now(limited, moment);
            room := least(room, floor(allowed)::bigint);
        END IF;
        taken := 0;
        IF room > 0 THEN
            FOR company_id, job_id, kind, attempt, most_attempts, arguments, trace, ready_at, claimed_at IN
                SELECT * FROM take_jobs(
                    claiming_worker, claimed_queue, ARRAY[limited.kind], room, lanes, rooms, records_all)
            LOOP
                RETURN NEXT;
                taken := taken + 1;
                -- What a company got here it cannot get again of the kinds without a limit.
                place := array_position(lanes, company_id);
                rooms[place] := rooms[place] - 1;
            END LOOP;
            most := most - taken;
        END IF;
        -- Nothing started is nothing to write: what is left grows by the clock alone.
        IF limited.per_minute IS NOT NULL AND taken > 0 THEN
            UPDATE job_limits l SET tokens = allowed - taken, counted_at = moment WHERE l.kind = limited.kind;
        END IF;
    END LOOP;
    IF most > 0 AND cardinality(open_kinds) > 0 THEN
        RETURN QUERY SELECT * FROM take_jobs(claiming_worker, claimed_queue, open_kinds, most, lanes, rooms, records_all);
    END IF;
END
$$;

-- The part of a claim that moves rows.
CREATE FUNCTION take_jobs(
    claiming_worker uuid, claimed_queue text, kinds text[], most bigint, lanes uuid[], rooms bigint[], records_all boolean)
RETURNS TABLE (
    company_id uuid, job_id uuid, kind text, attempt bigint, most_attempts bigint, arguments text, trace text,
    ready_at timestamptz, claimed_at timestamptz)
-- Few rows are joined with many by their keys. A plan made while tables were small, or of statistics that a held snapshot
-- has outdated, must not read all of them.
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
BEGIN
    RETURN QUERY
    WITH picked AS (
        SELECT p.company_id, p.slot, p.place, row_number() OVER (PARTITION BY p.company_id ORDER BY p.turn_at, p.job_id) AS turn,
            l.ordinality
        FROM unnest(lanes, rooms) WITH ORDINALITY AS l (company_id, room, ordinality)
        CROSS JOIN LATERAL (
            SELECT r.company_id, r.job_id, r.slot, r.ctid AS place, r.turn_at FROM ready_jobs r
            WHERE r.queue = claimed_queue AND r.company_id = l.company_id AND r.kind = ANY (kinds)
                AND NOT EXISTS (SELECT FROM job_pauses p WHERE p.company_id = l.company_id AND p.scope = 'kind:' || r.kind)
            ORDER BY r.turn_at, r.job_id LIMIT least(most, l.room)) AS p
    ), chosen AS (
        SELECT p.slot, p.place FROM picked p ORDER BY p.turn, p.ordinality LIMIT most
    ), moved AS (
        -- By its place: no index has to be chosen, and none leads over dead rows. A row that somebody else moved meanwhile
        -- is not there any more.
        DELETE FROM ready_jobs r USING chosen c WHERE r.slot = c.slot AND r.ctid = c.place
        RETURNING r.company_id, r.job_id, r.queue, r.kind, r.attempts, r.crashes, r.ready_at
    ), leased AS (
        INSERT INTO job_leases (company_id, job_id, attempt, worker_id, queue, kind, crashes, ready_at)
        SELECT m.company_id, m.job_id, m.attempts + 1, claiming_worker, m.queue, m.kind, m.crashes, m.ready_at FROM moved m
        RETURNING company_id, job_id, attempt, kind, ready_at, claimed_at
    ), recorded AS (
        INSERT INTO job_events (company_id, job_id, attempt, event, worker_id)
        SELECT l.company_id, l.job_id, l.attempt, 'claimed', claiming_worker FROM leased l WHERE records_all
    )
    SELECT l.company_id, l.job_id, l.kind, l.attempt, j.most_attempts, j.arguments, j.trace, l.ready_at, l.claimed_at
    FROM leased l JOIN jobs j ON j.company_id = l.company_id AND j.job_id = l.job_id;
END
$$;

-- Takes what workers say about finished attempts. Only an attempt whose lease is still there counts; the answer names the
-- jobs that counted. A lease is known by the moment of its claim, too: the number of an attempt comes again after a snooze, a
-- hand-back or a replay, and a word said twice must not end the next one. `results`: completed, cancelled, dead, retry, snoozed, released (handed back unstarted or unfinished:
-- the attempt does not count).
CREATE FUNCTION settle_jobs(
    settling_worker uuid, companies uuid[], settled uuid[], attempts bigint[], claims timestamptz[], results text[],
    due timestamptz[], milliseconds bigint[], details text[], records_all boolean)
RETURNS TABLE (job_id uuid)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off
SET enable_hashjoin = off SET enable_mergejoin = off AS $$
#variable_conflict use_column
DECLARE
    ended_companies uuid[];
    ended uuid[];
    accepted uuid[];
BEGIN
    WITH said AS (
        SELECT * FROM unnest(companies, settled, attempts, claims, results, due, milliseconds, details)
            AS s (company_id, job_id, attempt, claimed_at, result, due_at, milliseconds, detail)
    ), freed AS (
        DELETE FROM job_leases l USING said s
        -- Found by its key and not by its worker, whose index leads over every lease it ever had while a snapshot is held.
        WHERE l.company_id = s.company_id AND l.job_id = s.job_id AND l.attempt = s.attempt
            AND (l.worker_id = settling_worker) IS TRUE AND l.claimed_at = s.claimed_at
        RETURNING l.company_id, l.job_id, l.attempt, l.kind, l.queue, l.crashes, s.due_at, s.milliseconds, s.detail,
            -- A cancel that came while the last line was written still counts, unless the work was done.
            CASE WHEN l.cancel_requested AND s.result IN ('retry', 'snoozed', 'released') THEN 'cancelled' ELSE s.result END
                AS result
    ), outcomes AS (
        INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds)
        SELECT f.company_id, f.job_id, f.result, f.attempt, f.milliseconds FROM freed f
        WHERE f.result IN ('completed', 'cancelled', 'dead')
        ON CONFLICT (company_id, job_id) DO NOTHING
    ), again AS (
        INSERT INTO waiting_jobs (company_id, job_id, due_at, reason, attempts, crashes)
        SELECT f.company_id, f.job_id, f.due_at, f.result, CASE WHEN f.result = 'snoozed' THEN f.attempt - 1 ELSE f.attempt END,
            f.crashes
        FROM freed f WHERE f.result IN ('retry', 'snoozed')
        ON CONFLICT (company_id, job_id) DO NOTHING
    ), back AS (
        INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
        -- Its turn had come already, so it does not stand in line again.
        SELECT f.company_id, f.job_id, f.queue, f.kind, clock_timestamp() - interval '1 hour', f.attempt - 1, f.crashes FROM freed f
        WHERE f.result = 'released'
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event, worker_id, detail)
        SELECT f.company_id, f.job_id, f.attempt, CASE WHEN f.result = 'retry' THEN 'failed' ELSE f.result END, settling_worker,
            f.detail
        FROM freed f WHERE records_all OR f.result <> 'completed'
    ), tallied AS (
        INSERT INTO job_tallies (company_id, minute, kind, result, jobs, milliseconds)
        SELECT f.company_id, date_trunc('minute', clock_timestamp()), f.kind,
            CASE WHEN f.result = 'retry' THEN 'failed' ELSE f.result END, count(*), coalesce(sum(f.milliseconds), 0)::bigint
        FROM freed f GROUP BY f.company_id, f.kind, f.result
    ), unfused AS (
        DELETE FROM job_fuses u USING freed f, jobs j
        WHERE f.result = 'completed' AND f.crashes > 0 AND j.company_id = f.company_id AND j.job_id = f.job_id
            AND u.company_id = j.company_id AND u.kind = j.kind AND u.arguments_hash = sha256(convert_to(j.arguments, 'UTF8'))
    )
    SELECT coalesce(array_agg(f.job_id), '{}'),
        coalesce(array_agg(f.company_id) FILTER (WHERE f.result IN ('completed', 'cancelled', 'dead')), '{}'),
        coalesce(array_agg(f.job_id) FILTER (WHERE f.result IN ('completed', 'cancelled', 'dead')), '{}')
    INTO accepted, ended_companies, ended FROM freed f;
    IF cardinality(ended) > 0 THEN PERFORM release_after(ended_companies, ended); END IF;
    IF cardinality(accepted) < cardinality(settled) THEN
        INSERT INTO job_events (company_id, job_id, attempt, event, worker_id)
        SELECT s.company_id, s.job_id, s.attempt, 'fenced', settling_worker
        FROM unnest(companies, settled, attempts) AS s (company_id, job_id, attempt)
        JOIN jobs j ON j.company_id = s.company_id AND j.job_id = s.job_id
        WHERE NOT s.job_id = ANY (accepted);
    END IF;
    RETURN QUERY SELECT unnest(accepted);
END
$$;

-- Renews a worker's lease by the database's clock. No row when the worker was given up: it must stop what it runs.
-- Answers the jobs of this worker that somebody wants cancelled.
CREATE FUNCTION renew_worker(renewing_worker uuid, lease interval, stopping boolean)
RETURNS TABLE (cancelled_jobs uuid[])
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
BEGIN
    UPDATE job_workers w SET lease_until = clock_timestamp() + lease, renewed_at = clock_timestamp(), is_stopping = stopping
    WHERE w.worker_id = renewing_worker AND w.lease_until > clock_timestamp();
    IF NOT FOUND THEN RETURN; END IF;
    RETURN QUERY SELECT coalesce(array_agg(l.job_id), '{}') FROM job_leases l
    WHERE l.worker_id = renewing_worker AND l.cancel_requested;
END
$$;

-- Gives up workers whose lease ran out and makes their jobs ready again, at once and in front. A job that took its worker
-- down `blown` times, or whose kind and arguments did, is dead. A lease that is locked is about to be ended or to be let go; it
-- is left for the next time, because a process that stands still in its transaction must not keep everybody's jobs.
CREATE FUNCTION rescue_jobs(blown bigint, orphans_too boolean DEFAULT true) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    gone uuid[];
    rescued bigint;
    ended_companies uuid[];
    ended uuid[];
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('tidemark.rescue', 0)) THEN RETURN 0; END IF;
    -- After the clock was put back a lease that nobody renews would last that much longer: it counts anew from now.
    UPDATE job_workers w SET lease_until = clock_timestamp() + (w.lease_until - w.renewed_at), renewed_at = clock_timestamp()
    WHERE w.renewed_at > clock_timestamp() + interval '1 second';
    WITH lost AS (
        DELETE FROM job_workers w WHERE w.lease_until <= clock_timestamp() RETURNING w.worker_id
    )
    SELECT coalesce(array_agg(worker_id), '{}') INTO gone FROM lost;
    -- Also what a worker left behind whose row is gone already. This looks at all leases, of dead rows too.
    IF orphans_too THEN
        SELECT gone || coalesce(array_agg(DISTINCT l.worker_id), '{}') INTO gone FROM job_leases l
        WHERE NOT EXISTS (SELECT FROM job_workers w WHERE w.worker_id = l.worker_id);
    END IF;
    IF cardinality(gone) = 0 THEN RETURN 0; END IF;
    WITH orphans AS (
        DELETE FROM job_leases l USING (
            SELECT company_id, job_id FROM job_leases WHERE worker_id = ANY (gone) FOR UPDATE SKIP LOCKED) AS free
        WHERE l.company_id = free.company_id AND l.job_id = free.job_id
        RETURNING l.company_id, l.job_id, l.attempt, l.kind, l.queue, l.worker_id, l.cancel_requested, l.crashes + 1 AS crashes
    ), fused AS (
        INSERT INTO job_fuses AS u (company_id, kind, arguments_hash, crashes)
        SELECT j.company_id, j.kind, sha256(convert_to(j.arguments, 'UTF8')), count(*)
        FROM orphans o JOIN jobs j ON j.company_id = o.company_id AND j.job_id = o.job_id
        GROUP BY j.company_id, j.kind, sha256(convert_to(j.arguments, 'UTF8'))
        ON CONFLICT (company_id, kind, arguments_hash) DO UPDATE
            SET crashes = u.crashes + excluded.crashes, crashed_at = clock_timestamp()
        RETURNING u.company_id, u.kind, u.arguments_hash, u.crashes
    ), judged AS (
        SELECT o.*, CASE WHEN o.cancel_requested THEN 'cancelled'
                WHEN o.crashes >= blown OR f.crashes >= 2 * blown OR o.attempt >= j.most_attempts THEN 'dead' ELSE 'ready' END AS result
        FROM orphans o JOIN jobs j ON j.company_id = o.company_id AND j.job_id = o.job_id
        LEFT JOIN fused f ON f.company_id = j.company_id AND f.kind = j.kind
            AND f.arguments_hash = sha256(convert_to(j.arguments, 'UTF8'))
    ), outcomes AS (
        INSERT INTO job_outcomes (company_id, job_id, state, attempts)
        SELECT company_id, job_id, result, attempt FROM judged WHERE result <> 'ready'
        ON CONFLICT (company_id, job_id) DO NOTHING
    ), back AS (
        INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
        SELECT company_id, job_id, queue, kind, clock_timestamp() - interval '1 hour', attempt, crashes
        FROM judged WHERE result = 'ready'
    ), events AS (
        INSERT INTO job_events (company_id, job_id, attempt, event, worker_id, detail)
        SELECT company_id, job_id, attempt, CASE WHEN result = 'ready' THEN 'rescued' ELSE result END, worker_id,
            CASE result WHEN 'ready' THEN 'its worker did not answer any more'
                WHEN 'dead' THEN 'its worker did not answer any more, for the last time' END
        FROM judged
    )
    SELECT count(*), coalesce(array_agg(company_id) FILTER (WHERE result <> 'ready'), '{}'),
        coalesce(array_agg(job_id) FILTER (WHERE result <> 'ready'), '{}')
    INTO rescued, ended_companies, ended FROM judged;
    IF cardinality(ended) > 0 THEN PERFORM release_after(ended_companies, ended); END IF;
    RETURN rescued;
END
$$;

-- Lets blocked jobs go on whose needs ended while they were being enqueued, or are gone.
CREATE FUNCTION unblock_jobs() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    companies uuid[];
    needed uuid[];
    freed bigint;
BEGIN
    SELECT coalesce(array_agg(d.company_id), '{}'), coalesce(array_agg(d.needs_job_id), '{}') INTO companies, needed
    FROM waiting_jobs w JOIN job_dependencies d ON d.company_id = w.company_id AND d.job_id = w.job_id
    WHERE w.reason = 'blocked' AND (
        EXISTS (SELECT FROM job_outcomes o WHERE o.company_id = d.company_id AND o.job_id = d.needs_job_id)
        OR NOT EXISTS (SELECT FROM jobs j WHERE j.company_id = d.company_id AND j.job_id = d.needs_job_id));
    IF cardinality(needed) > 0 THEN PERFORM release_after(companies, needed); END IF;
    -- Needs that ended at the same moment did not see each other: the last one is gone and nobody let the job go on.
    WITH free AS (
        DELETE FROM waiting_jobs w WHERE w.reason = 'blocked' AND NOT EXISTS (
            SELECT FROM job_dependencies d WHERE d.company_id = w.company_id AND d.job_id = w.job_id)
        RETURNING w.company_id, w.job_id, w.attempts, w.crashes
    )
    INSERT INTO ready_jobs (company_id, job_id, queue, kind, turn_at, attempts, crashes)
    SELECT j.company_id, j.job_id, j.queue, j.kind, clock_timestamp() + make_interval(secs => j.delay_seconds), f.attempts,
        f.crashes
    FROM free f JOIN jobs j USING (company_id, job_id);
    GET DIAGNOSTICS freed = ROW_COUNT;
    RETURN cardinality(needed) + freed;
END
$$;

-- Keeps the rows that claims walk over few, however long somebody holds a snapshot: a partition of ready jobs that was
-- worked off is truncated, and one that has grown makes way for an empty one. Waits for locks only for moments.
CREATE FUNCTION rotate_ready_jobs() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET lock_timeout = '50ms' AS $$
DECLARE
    present bigint := pg_sequence_last_value('ready_jobs_slot');
    empty_slot bigint;
    used boolean;
    emptied bigint := 0;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('tidemark.rotate', 0)) THEN RETURN 0; END IF;
    IF pg_relation_size(format('ready_jobs_%s', present)::regclass) >= 1048576 THEN
        SELECT n INTO empty_slot FROM generate_series(0, 7) AS n
        WHERE pg_relation_size(format('ready_jobs_%s', n)::regclass) = 0 ORDER BY (n - present + 8) % 8 LIMIT 1;
        IF FOUND THEN PERFORM setval('ready_jobs_slot', empty_slot); END IF;
    END IF;
    FOR slot IN 0..7 LOOP
        CONTINUE WHEN slot IN (present, empty_slot) OR pg_relation_size(format('ready_jobs_%s', slot)::regclass) = 0;
        EXECUTE format('SELECT EXISTS (SELECT FROM ready_jobs_%s)', slot) INTO used;
        CONTINUE WHEN used;
        BEGIN
            -- Whoever is still writing there holds it; whoever comes later finds it empty.
            EXECUTE format('LOCK TABLE ready_jobs_%s IN ACCESS EXCLUSIVE MODE', slot);
            EXECUTE format('SELECT EXISTS (SELECT FROM ready_jobs_%s)', slot) INTO used;
            IF NOT used THEN
                EXECUTE format('TRUNCATE ready_jobs_%s', slot);
                emptied := emptied + 1;
            END IF;
        EXCEPTION WHEN lock_not_available THEN NULL;
        END;
    END LOOP;
    RETURN emptied;
END
$$;

-- Ends a job that was done, in the transaction of its effects. False when this attempt is not the worker's (any more) or
-- the job is to be cancelled.
CREATE FUNCTION end_job(ending_worker uuid, owner uuid, ended uuid, ended_attempt bigint, claim timestamptz)
RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    ended_kind text;
    spent bigint;
    failures bigint;
BEGIN
    DELETE FROM job_leases l WHERE l.company_id = owner AND l.job_id = ended AND l.attempt = ended_attempt
        AND (l.worker_id = ending_worker) IS TRUE AND l.claimed_at = claim AND NOT l.cancel_requested
    RETURNING l.kind, l.crashes, (extract(epoch FROM clock_timestamp() - l.claimed_at) * 1000)::bigint
    INTO ended_kind, failures, spent;
    IF NOT FOUND THEN RETURN false; END IF;
    INSERT INTO job_outcomes (company_id, job_id, state, attempts, milliseconds)
    VALUES (owner, ended, 'completed', ended_attempt, spent);
    INSERT INTO job_tallies (company_id, minute, kind, result, jobs, milliseconds)
    VALUES (owner, date_trunc('minute', clock_timestamp()), ended_kind, 'completed', 1, spent);
    IF failures > 0 THEN
        DELETE FROM job_fuses u USING jobs j
        WHERE j.company_id = owner AND j.job_id = ended AND u.company_id = j.company_id AND u.kind = j.kind
            AND u.arguments_hash = sha256(convert_to(j.arguments, 'UTF8'));
    END IF;
    IF EXISTS (SELECT FROM jobs j WHERE j.company_id = owner AND j.job_id = ended AND j.unique_key IS NOT NULL)
        OR EXISTS (SELECT FROM job_dependencies d WHERE d.company_id = owner AND d.needs_job_id = ended) THEN
        PERFORM release_after(ARRAY[owner], ARRAY[ended]);
    END IF;
    RETURN true;
END
$$;

-- Sums up what was counted in pieces in the minutes since then.
CREATE FUNCTION sum_job_tallies(since interval) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    sums CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    summed bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('tidemark.tallies', 0)) THEN RETURN 0; END IF;
    WITH pieces AS (
        DELETE FROM job_tallies t WHERE t.minute > clock_timestamp() - since AND t.piece_id <> sums
        RETURNING t.company_id, t.minute, t.kind, t.result, t.jobs, t.milliseconds
    )
    INSERT INTO job_tallies AS t (company_id, minute, kind, result, piece_id, jobs, milliseconds)
    SELECT p.company_id, p.minute, p.kind, p.result, sums, sum(p.jobs)::bigint, sum(p.milliseconds)::bigint FROM pieces p
    GROUP BY p.company_id, p.minute, p.kind, p.result
    ON CONFLICT (company_id, minute, kind, result, piece_id) DO UPDATE
        SET jobs = t.jobs + excluded.jobs, milliseconds = t.milliseconds + excluded.milliseconds;
    GET DIAGNOSTICS summed = ROW_COUNT;
    RETURN summed;
END
$$;

DO $$
DECLARE f regprocedure;
BEGIN
    FOR f IN SELECT p.oid::regprocedure FROM pg_proc p WHERE p.pronamespace = 'public'::regnamespace
        AND p.proname IN ('release_after', 'promote_jobs', 'startable_now', 'claim_jobs', 'take_jobs', 'settle_jobs', 'renew_worker',
            'rescue_jobs', 'rotate_ready_jobs', 'unblock_jobs', 'sum_job_tallies')
    LOOP
        EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', f);
        EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO tidemark_worker', f);
    END LOOP;
    -- A company's own transaction that finishes a job lets go on what waited for it.
    REVOKE ALL ON FUNCTION end_job(uuid, uuid, uuid, bigint, timestamptz) FROM PUBLIC;
    GRANT EXECUTE ON FUNCTION end_job(uuid, uuid, uuid, bigint, timestamptz), release_after(uuid[], uuid[]) TO tidemark_app;
END $$;
