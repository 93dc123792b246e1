-- Why: measured under a snapshot that somebody holds, the queue lost a third of its speed to what walks over rows that are
-- gone: claims, the sum of what was counted, and the looks at all leases. docs/decisions/0011 has the figures.

-- A worker's leases from the newest on. Those that it holds are among them; before the oldest stand all it ever had.
DROP INDEX job_leases_worker;
CREATE INDEX job_leases_worker ON job_leases (worker_id, claimed_at DESC);

-- Pieces that are new: each sum looks at those only.
ALTER TABLE job_tallies ADD COLUMN counted_at timestamptz NOT NULL DEFAULT clock_timestamp();
CREATE INDEX job_tallies_pieces ON job_tallies (counted_at)
    WHERE piece_id <> '00000000-0000-0000-0000-000000000000';

-- Sums up what was counted in pieces since then. What a transaction counted that took longer stays a piece until the next
-- longer look.
CREATE OR REPLACE FUNCTION sum_job_tallies(since interval) RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off AS $$
DECLARE
    sums CONSTANT uuid := '00000000-0000-0000-0000-000000000000';
    summed bigint;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('tidemark.tallies', 0)) THEN RETURN 0; END IF;
    WITH pieces AS (
        DELETE FROM job_tallies t WHERE t.counted_at > clock_timestamp() - since AND t.piece_id <> sums
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

-- As before, but for the order in which companies are found and for the partition that makes way.
CREATE OR REPLACE FUNCTION claim_jobs(
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
    found_before boolean := true;
    moment timestamptz;
    present bigint := pg_sequence_last_value('ready_jobs_slot');
    empty_slot bigint;
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

    -- A partition that has grown makes way for an empty one here already: at full speed it grows much between two rounds of
    -- the housekeeping.
    IF pg_relation_size(format('ready_jobs_%s', present)::regclass) >= 262144 THEN
        SELECT n INTO empty_slot FROM generate_series(0, 7) AS n
        WHERE pg_relation_size(format('ready_jobs_%s', n)::regclass) = 0 ORDER BY (n - present + 8) % 8 LIMIT 1;
        IF FOUND THEN PERFORM setval('ready_jobs_slot', empty_slot); END IF;
    END IF;

    -- Companies with something to start, at most as many as can be served, in a circle. Backwards, as then each is known by
    -- its newest job, which is there, and not by its oldest, before which stand all that were taken and are not gone yet.
    lane := after_company;
    WHILE cardinality(lanes) < most LOOP
        SELECT r.company_id, r.kind INTO lane, lane_kind FROM ready_jobs r
        WHERE r.queue = claimed_queue AND r.company_id < lane
        ORDER BY r.company_id DESC, r.turn_at DESC, r.job_id DESC LIMIT 1;
        IF lane IS NULL THEN
            EXIT WHEN NOT found_before;
            found_before := false;
            lane := 'ffffffff-ffff-ffff-ffff-ffffffffffff';
            CONTINUE;
        END IF;
        EXIT WHEN NOT found_before AND lane < after_company;
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

-- As before, but for how orphans are found.
CREATE OR REPLACE FUNCTION rescue_jobs(blown bigint, orphans_too boolean DEFAULT true) RETURNS bigint
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
    -- Also what a worker left behind whose row is gone already. From one holder to the next, each known by its newest lease:
    -- looking at all of them would be looking at every lease there ever was while a snapshot is held.
    IF orphans_too THEN
        WITH RECURSIVE holders AS (
            SELECT (SELECT l.worker_id FROM job_leases l ORDER BY l.worker_id, l.claimed_at DESC LIMIT 1) AS worker_id
            UNION ALL
            SELECT (SELECT l.worker_id FROM job_leases l WHERE l.worker_id > h.worker_id
                ORDER BY l.worker_id, l.claimed_at DESC LIMIT 1)
            FROM holders h WHERE h.worker_id IS NOT NULL
        )
        SELECT gone || coalesce(array_agg(h.worker_id), '{}') INTO gone FROM holders h
        WHERE h.worker_id IS NOT NULL AND NOT EXISTS (SELECT FROM job_workers w WHERE w.worker_id = h.worker_id);
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

-- As before, but for one partition at a time: answers 1 when there may be another.
CREATE OR REPLACE FUNCTION rotate_ready_jobs() RETURNS bigint
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET lock_timeout = '50ms' AS $$
DECLARE
    present bigint := pg_sequence_last_value('ready_jobs_slot');
    empty_slot bigint;
    used boolean;
BEGIN
    IF NOT pg_try_advisory_xact_lock(hashtextextended('tidemark.rotate', 0)) THEN RETURN 0; END IF;
    IF pg_relation_size(format('ready_jobs_%s', present)::regclass) >= 262144 THEN
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
                -- One in a transaction: nobody can claim until it is over.
                RETURN 1;
            END IF;
        EXCEPTION WHEN lock_not_available THEN NULL;
        END;
    END LOOP;
    RETURN 0;
END
$$;
