import Catalog
import Companies
import Foundation
import Postgres

/// Writes scores and what the dashboard counts.
struct ScoreQueries {
    let transaction: CompanyTransaction

    /// One scoring run per company at a time; released at the end of the transaction.
    func lock() async throws {
        try await transaction.execute(
            "SELECT pg_advisory_xact_lock(hashtextextended('scoring ' || \(transaction.company.description), 0))")
    }

    func write(_ batch: ScoreBatch, asOf: CalendarDay, profile: String) async throws {
        _ = try await transaction.fetch(
            Query<Ignored>(
                """
                INSERT INTO trend_scores AS t (company_id, product_company_id, product_id, profile, as_of, score, tier,
                    previous_tier, momentum, completeness, retail, price, inventory, media, search, component_values, component_weights,
                    applied_weights, component_reasons, weekly_scores,
                    product_name, sort_name, brand_name, category, volume_ml, sources, source_slugs, best_price_minor,
                    best_currency, best_price_kind, best_listing_id, price_change, price_before_minor, stock_units,
                    first_seen, last_seen)
                SELECT \(transaction.company), owner, product, \(profile), \(asOf), score, tier, previous_tier,
                    momentum, completeness, retail, price, inventory, media, search, component_values::double precision[],
                    component_weights::double precision[], applied_weights::double precision[],
                    string_to_array(component_reasons, E'\\n'), weekly::double precision[], name,
                    sort_name, brand, category, volume, sources, source_slugs::text[], best_price, currency,
                    price_kind, best_listing, price_change, price_before, stock, first_seen, last_seen
                FROM unnest(\(batch.owners), \(batch.products), \(batch.scores), \(batch.tiers),
                    \(batch.previousTiers), \(batch.momenta), \(batch.completeness), \(batch.retail), \(batch.price),
                    \(batch.inventory), \(batch.media), \(batch.search), \(batch.componentValues), \(batch.componentWeights),
                    \(batch.appliedWeights), \(batch.componentReasons), \(batch.weekly), \(batch.names), \(batch.sortNames),
                    \(batch.brands), \(batch.categories), \(batch.volumes), \(batch.sources), \(batch.sourceSlugs),
                    \(batch.prices), \(batch.currencies), \(batch.priceKinds), \(batch.bestListings),
                    \(batch.priceChanges), \(batch.pricesBefore), \(batch.stocks), \(batch.firstSeen), \(batch.lastSeen))
                    AS u (owner, product, score, tier, previous_tier, momentum, completeness, retail, price, inventory, media, search,
                        component_values, component_weights, applied_weights, component_reasons, weekly, name, sort_name, brand, category, volume, sources, source_slugs, best_price,
                        currency, price_kind, best_listing, price_change, price_before, stock, first_seen, last_seen)
                ON CONFLICT (company_id, product_company_id, product_id) DO UPDATE SET profile = excluded.profile,
                    as_of = excluded.as_of, score = excluded.score, tier = excluded.tier,
                    previous_tier = excluded.previous_tier, momentum = excluded.momentum,
                    completeness = excluded.completeness, retail = excluded.retail, price = excluded.price,
                    inventory = excluded.inventory, media = excluded.media, search = excluded.search, component_values = excluded.component_values,
                    component_weights = excluded.component_weights, applied_weights = excluded.applied_weights,
                    component_reasons = excluded.component_reasons,
                    weekly_scores = excluded.weekly_scores, product_name = excluded.product_name,
                    sort_name = excluded.sort_name, brand_name = excluded.brand_name, category = excluded.category,
                    volume_ml = excluded.volume_ml, sources = excluded.sources,
                    source_slugs = excluded.source_slugs, best_price_minor = excluded.best_price_minor,
                    best_currency = excluded.best_currency, best_price_kind = excluded.best_price_kind,
                    best_listing_id = excluded.best_listing_id,
                    price_change = excluded.price_change, price_before_minor = excluded.price_before_minor,
                    stock_units = excluded.stock_units,
                    first_seen = excluded.first_seen, last_seen = excluded.last_seen
                WHERE t IS DISTINCT FROM excluded
                """),
            Query<Ignored>(
                """
                INSERT INTO trend_scores_history AS h (company_id, product_company_id, product_id, as_of, profile,
                    score, retail, price, inventory, media, search)
                SELECT \(transaction.company), owner, product, as_of, \(profile), score, retail, price, inventory, media,
                    search
                FROM unnest(\(batch.historyOwners), \(batch.historyProducts), \(batch.historyDays),
                    \(batch.historyScores), \(batch.historyRetail), \(batch.historyPrice), \(batch.historyInventory),
                    \(batch.historyMedia), \(batch.historySearch))
                    AS u (owner, product, as_of, score, retail, price, inventory, media, search)
                ON CONFLICT (company_id, product_company_id, product_id, as_of) DO UPDATE SET
                    profile = excluded.profile, score = excluded.score, retail = excluded.retail,
                    price = excluded.price, inventory = excluded.inventory, media = excluded.media, search = excluded.search
                WHERE (h.score, h.retail, h.price, h.inventory, h.media, h.search, h.profile) IS DISTINCT FROM
                    (excluded.score, excluded.retail, excluded.price, excluded.inventory, excluded.media,
                        excluded.search, excluded.profile)
                """))
    }

    /// Products that no listing carries any more lose their row.
    func removeStale(asOf: CalendarDay) async throws {
        try await transaction.execute(
            """
            DELETE FROM trend_scores t WHERE t.company_id = \(transaction.company) AND NOT EXISTS (
                SELECT FROM listings l WHERE l.company_id = ANY (ARRAY[\(transaction.company), \(CompanyID.house)])
                    AND l.product_company_id = t.product_company_id AND l.product_id = t.product_id)
            """)
    }

    func summarize(asOf: CalendarDay?, at moment: Date) async throws {
        try await TrendCountQueries.refresh(in: transaction)
        try await transaction.execute(
            """
            INSERT INTO company_summaries (company_id, as_of, products, scored, listings,
                cross_source, moved_up, moved_down, price_cuts, out_of_stock, newest_out_of_stock,
                categories, updated_at)
            SELECT \(transaction.company), \(asOf), count(*), count(score),
                (SELECT count(*) FROM listings l WHERE l.company_id = \(transaction.company)),
                count(*) FILTER (WHERE sources > 1),
                count(*) FILTER (WHERE tier_rank(tier) > tier_rank(previous_tier)),
                count(*) FILTER (WHERE tier_rank(tier) < tier_rank(previous_tier)),
                count(*) FILTER (WHERE price_change < 0),
                (SELECT count(*) FROM listings l WHERE l.company_id = \(transaction.company) AND l.stock_units = 0),
                ARRAY(SELECT l.listing_id FROM listings l WHERE l.stock_units = 0 AND l.product_id IS NOT NULL
                    ORDER BY l.last_seen DESC, l.listing_id LIMIT \(ListingEvent.notedOutOfStock)),
                coalesce(array_agg(DISTINCT category) FILTER (WHERE category IS NOT NULL), '{}'), \(moment)
            FROM trend_scores WHERE company_id = \(transaction.company)
            ON CONFLICT (company_id) DO UPDATE SET as_of = excluded.as_of,
                products = excluded.products, scored = excluded.scored, listings = excluded.listings,
                cross_source = excluded.cross_source, moved_up = excluded.moved_up, moved_down = excluded.moved_down, price_cuts = excluded.price_cuts,
                out_of_stock = excluded.out_of_stock, newest_out_of_stock = excluded.newest_out_of_stock,
                categories = excluded.categories, updated_at = excluded.updated_at
            """)
        try await transaction.dataChanged()
    }
}
