import Catalog
import Companies
import Foundation
import Postgres

/// Writes forecasts and what was looked at.
struct ForecastQueries {
    let transaction: CompanyTransaction

    /// The places of those whose series is not what it was when it was last looked at, ascending.
    func changed(_ looked: [LookedAt]) async throws -> [Int] {
        try await transaction.fetch(
            Query<Single<Int>>(
                """
                SELECT u.place - 1 FROM unnest(\(looked.map(\.candidate.product.owner)), \(looked.map(\.candidate.product.id)),
                    \(looked.map(\.measure.rawValue)), \(looked.map { Blob($0.print) }))
                    WITH ORDINALITY AS u (owner, product, measure, print, place)
                LEFT JOIN forecast_states s ON s.company_id = \(transaction.company) AND s.product_company_id = u.owner
                    AND s.product_id = u.product AND s.measure = u.measure
                WHERE s.digest IS DISTINCT FROM sha256(u.print) ORDER BY u.place
                """)
        ).map(\.value)
    }

    /// Publishes; a backcast of a day that was looked at before is left out.
    /// - Returns: how many were written.
    func publish(_ batch: ForecastBatch, kind: ForecastKind, at moment: Date) async throws -> Int {
        guard batch.count > 0 else { return 0 }
        return try await transaction.fetch(
            Query<Single<Int>>(
                """
                WITH made AS (
                    INSERT INTO forecasts (company_id, forecast_id, product_company_id, product_id, measure, kind, step, origin, made_at,
                        currency, price_kind, listing_id, category, model, last_value, points, low80, high80, low95, high95,
                        backtest_error, naive_error, backtest_origins, observations, reasons, widening80, widening95, digest)
                    SELECT \(transaction.company), id, owner, product, measure, \(kind.rawValue), step, origin, \(moment), currency,
                        price_kind, listing, category, model, last_value, points::float8[], low80::float8[], high80::float8[],
                        low95::float8[], high95::float8[], backtest_error, naive_error, backtest_origins, observations,
                        reasons::jsonb, widening80::float8[], widening95::float8[], sha256(print)
                    FROM unnest(\(batch.ids), \(batch.owners), \(batch.products), \(batch.measures), \(batch.steps), \(batch.origins),
                        \(batch.currencies), \(batch.priceKinds), \(batch.listings), \(batch.categories), \(batch.models),
                        \(batch.lastValues), \(batch.points), \(batch.lows80), \(batch.highs80), \(batch.lows95), \(batch.highs95),
                        \(batch.backtestErrors), \(batch.naiveErrors), \(batch.backtestOrigins), \(batch.observations),
                        \(batch.reasons), \(batch.widenings80), \(batch.widenings95), \(batch.prints))
                        AS u (id, owner, product, measure, step, origin, currency, price_kind, listing, category, model, last_value,
                            points, low80, high80, low95, high95, backtest_error, naive_error, backtest_origins, observations,
                            reasons, widening80, widening95, print)
                    -- Another run may have been quicker.
                    WHERE \(kind.rawValue) = 'backcast' OR NOT EXISTS (
                        SELECT FROM forecast_states s WHERE s.company_id = \(transaction.company) AND s.product_company_id = owner
                            AND s.product_id = product AND s.measure = u.measure AND s.digest = sha256(u.print))
                    ON CONFLICT DO NOTHING
                    RETURNING forecast_id
                ), views AS (
                    INSERT INTO forecast_settlements (company_id, forecast_id, view_days, due_on, predicted, low80, high80, low95,
                        high95, origin_value, direction_predicted)
                    SELECT \(transaction.company), v.forecast, v.view_days, v.due_on, v.predicted, v.low80, v.high80, v.low95, v.high95,
                        v.origin_value, v.direction
                    FROM unnest(\(batch.viewForecasts), \(batch.views), \(batch.dues), \(batch.predicted), \(batch.viewLows80),
                        \(batch.viewHighs80), \(batch.viewLows95), \(batch.viewHighs95), \(batch.originValues), \(batch.directions))
                        AS v (forecast, view_days, due_on, predicted, low80, high80, low95, high95, origin_value, direction)
                    JOIN made ON made.forecast_id = v.forecast
                )
                SELECT count(*) FROM made
                """)
        ).first?.value ?? 0
    }

    /// Notes what was looked at; `forecasts` are those published of it just now, nil where the series is as it was.
    func note(_ looked: [(what: LookedAt, forecast: UUID?, isChanged: Bool)], at moment: Date) async throws {
        let seen = looked.map { ($0.what.candidate.product, $0.what.measure.rawValue, $0.what.candidate.lastSeen) }
        try await transaction.execute(
            """
            UPDATE forecast_states s SET seen_through = u.seen, looked_at = \(moment)
            FROM unnest(\(seen.map(\.0.owner)), \(seen.map(\.0.id)), \(seen.map(\.1)), \(seen.map(\.2)))
                AS u (owner, product, measure, seen)
            WHERE s.company_id = \(transaction.company) AND s.product_company_id = u.owner AND s.product_id = u.product
                AND s.measure = u.measure
            """)
        let changed = looked.filter(\.isChanged)
        guard !changed.isEmpty else { return }
        var forecasts = ArrayBinding<UUID>()
        var refusals = ArrayBinding<String>()
        for one in changed {
            forecasts.append(one.forecast)
            refusals.append(one.what.refusal?.rawValue)
        }
        try await transaction.execute(
            """
            INSERT INTO forecast_states AS s (company_id, product_company_id, product_id, measure, digest, forecast_id, refusal,
                observations, seen_through, looked_at)
            SELECT \(transaction.company), owner, product, measure, sha256(print), forecast, refusal, observations, seen, \(moment)
            FROM unnest(\(changed.map(\.what.candidate.product.owner)), \(changed.map(\.what.candidate.product.id)),
                \(changed.map(\.what.measure.rawValue)), \(changed.map { Blob($0.what.print) }), \(forecasts), \(refusals),
                \(changed.map { $0.what.series?.observations ?? 0 }), \(changed.map(\.what.candidate.lastSeen)))
                AS u (owner, product, measure, print, forecast, refusal, observations, seen)
            ON CONFLICT (company_id, product_company_id, product_id, measure) DO UPDATE SET digest = excluded.digest,
                forecast_id = excluded.forecast_id, refusal = excluded.refusal, observations = excluded.observations,
                seen_through = excluded.seen_through, looked_at = excluded.looked_at
            WHERE s.digest <> excluded.digest
            """)
    }

    /// One writer of a company's forecasts at a time; released at the end of the transaction.
    func lock() async throws {
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('forecasting ' || \(transaction.company.description), 0))")
    }
}
