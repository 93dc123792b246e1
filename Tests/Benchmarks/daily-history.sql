-- Fills in the days between a source's first and newest list, as daily lists would have: a run for every day, a price where it
-- changes, and for one source a stock count on a third of the days. Run as the runtime role, so that the wall between companies
-- holds here too; by psql, one transaction a day.
-- Variables: scope (the company, sealed), company, first_day, days, stock_source.
\set ON_ERROR_STOP on
SELECT set_config('tidemark.scope', :'scope', false), set_config('bench.company', :'company', false), set_config('bench.first_day', :'first_day', false),
    set_config('bench.days', :'days', false), set_config('bench.stock_source', :'stock_source', false);

DO $$
DECLARE
    company uuid := current_setting('bench.company');
    source record;
    day date;
    run uuid;
BEGIN
    FOR place IN 1 .. current_setting('bench.days')::integer - 2 LOOP
        day := current_setting('bench.first_day')::date + place;
        FOR source IN SELECT s.source_id, s.slug, r.book, r.mapping_hash, r.items FROM sources s
            JOIN LATERAL (SELECT * FROM scrape_runs r WHERE r.company_id = s.company_id AND r.source_id = s.source_id
                ORDER BY r.listed_on LIMIT 1) AS r ON true
            WHERE s.company_id = company
        LOOP
            run := gen_random_uuid();
            INSERT INTO scrape_runs (company_id, run_id, source_id, book, file_name, file_hash, mapping_hash, listed_on,
                state, rows_read, rows_good, rows_rejected, items, started_at, finished_at, tick)
            VALUES (company, run, source.source_id, source.book, source.slug || '-' || day || '.csv',
                sha256(convert_to(source.slug || day, 'UTF8')), source.mapping_hash, day, 'applied', source.items,
                source.items, 0, source.items, day + interval '6 hours', day + interval '6 hours', 0);
            -- Each listing has a weekday on which its price may change: it holds for nine weeks, and one week in ten it is cut.
            INSERT INTO price_history (company_id, listing_id, observed_on, price_minor, currency, regular_price_minor,
                run_id, line, tick)
            SELECT company, listing_id, day, now_price, currency, NULL, run, line, 0
            FROM (
                SELECT listing_id, currency, line,
                    greatest(1, price_minor * (85 + abs(hashtext(item_key || week / 9)) % 31)
                        * (CASE WHEN abs(hashtext(item_key || 'cut' || week)) % 10 = 0 THEN 88 ELSE 100 END) / 10000)
                        AS now_price,
                    greatest(1, price_minor * (85 + abs(hashtext(item_key || (week - 1) / 9)) % 31)
                        * (CASE WHEN abs(hashtext(item_key || 'cut' || (week - 1))) % 10 = 0 THEN 88 ELSE 100 END) / 10000)
                        AS last_price
                FROM (SELECT *, (place + abs(hashtext(item_key)) % 63) / 7 AS week FROM listings
                    WHERE company_id = company AND source_id = source.source_id AND first_seen <= day
                        AND price_minor IS NOT NULL AND (place + abs(hashtext(item_key)) % 63) % 7 = 0) AS due
            ) AS change WHERE now_price <> last_price;
            CONTINUE WHEN source.slug <> current_setting('bench.stock_source');
            INSERT INTO inventory_history (company_id, listing_id, observed_at, stock_units, store_count, run_id, line, tick)
            SELECT company, listing_id, day::timestamp AT TIME ZONE 'UTC',
                abs(hashtext(item_key)) % 60 + abs(hashtext(item_key || place)) % 24, store_count, run, line, 0
            FROM listings WHERE company_id = company AND source_id = source.source_id AND first_seen <= day
                AND abs(hashtext(item_key || place)) % 3 = 0;
        END LOOP;
        COMMIT;
    END LOOP;
END $$;
