"""What the peer reads: the product's questions to the same tables, with the company as a parameter of each."""

TRENDS = """
    SELECT product_id, product_name, brand_name, category, volume_ml, score, tier, momentum, retail, price, inventory, media, search,
        completeness, sources, best_price_minor, best_currency, best_price_kind, weekly_scores
    FROM trend_scores WHERE company_id = $1
    ORDER BY score_key DESC, product_id DESC LIMIT $2
"""
TOTAL = "SELECT coalesce(max(products), 0)::bigint FROM company_summaries WHERE company_id = $1"
SUMMARY = """
    SELECT as_of, products, scored, listings, cross_source, moved_up, moved_down, price_cuts,
        out_of_stock, categories, updated_at
    FROM company_summaries WHERE company_id = $1
"""
SOURCES = """
    SELECT slug, title, listings, last_listed_on, last_imported_at FROM sources WHERE company_id = $1
    ORDER BY title, slug
"""
MOVERS = """
    WITH moved AS (
        (SELECT * FROM trend_scores WHERE company_id = $1 AND momentum_key > 0
            ORDER BY momentum_key DESC, product_id DESC LIMIT 48)
        UNION ALL
        (SELECT * FROM trend_scores WHERE company_id = $1 AND momentum_key > -1000
            AND momentum_key < 0 ORDER BY momentum_key, product_id LIMIT 48))
    SELECT m.product_id, m.product_name, m.volume_ml, m.score, m.tier, m.momentum, m.retail - h.retail AS retail,
        m.price - h.price AS price, m.inventory - h.inventory AS inventory
    FROM moved m JOIN trend_scores_history h ON h.company_id = m.company_id
        AND h.product_company_id = m.product_company_id AND h.product_id = m.product_id AND h.as_of = m.as_of - 7
    WHERE m.score IS NOT NULL AND (m.retail IS NULL, m.price IS NULL, m.inventory IS NULL)
        = (h.retail IS NULL, h.price IS NULL, h.inventory IS NULL)
    ORDER BY abs(m.momentum) DESC, m.product_id LIMIT 8
"""
PRICE_CUTS = """
    SELECT t.product_id, l.listing_id, t.product_name AS name, s.title, l.last_seen AS day,
        t.best_price_minor AS minor, t.price_before_minor AS before, t.best_currency AS currency
    FROM trend_scores t
    JOIN listings l ON l.company_id = t.company_id AND l.listing_id = t.best_listing_id
    JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
    WHERE t.company_id = $1 AND t.price_change < 0 ORDER BY t.price_change LIMIT 8
"""
NEW_LISTINGS = """
    SELECT n.product_id, n.listing_id, n.name, s.title, n.first_seen AS day, n.price_minor AS minor,
        NULL::bigint AS before, n.currency
    FROM sources s CROSS JOIN LATERAL (
        SELECT * FROM listings l WHERE l.company_id = $1 AND l.source_id = s.source_id
            AND l.first_seen > s.first_listed_on AND l.product_id IS NOT NULL ORDER BY l.first_seen DESC LIMIT 8) AS n
    WHERE s.company_id = $1 ORDER BY n.first_seen DESC, n.name LIMIT 8
"""
OUT_OF_STOCK = """
    SELECT l.product_id, l.listing_id, l.name, s.title, l.last_seen AS day, l.price_minor AS minor,
        NULL::bigint AS before, l.currency
    FROM listings l JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
    WHERE l.company_id = $1 AND l.stock_units = 0 AND l.product_id IS NOT NULL
    ORDER BY l.last_seen DESC, l.listing_id LIMIT 8
"""
PRODUCT = """
    SELECT p.product_id, p.name, b.name AS brand, p.category, p.country, p.volume_ml, p.strength_bp, p.vintage,
        array(SELECT DISTINCT g FROM (
            SELECT l.gtin AS g FROM listings l WHERE l.company_id = $1 AND l.product_company_id = p.company_id
                AND l.product_id = p.product_id AND l.gtin IS NOT NULL
            UNION SELECT p.gtin WHERE p.gtin IS NOT NULL) AS codes ORDER BY 1) AS gtins
    FROM products p LEFT JOIN brands b ON b.company_id = p.company_id AND b.brand_id = p.brand_id
    WHERE p.company_id = $1 AND p.product_id = $2
"""
SCORE = """
    SELECT score, tier, momentum, completeness, profile, as_of, weekly_scores, component_values, component_weights,
        applied_weights, component_reasons
    FROM trend_scores WHERE company_id = $1 AND product_company_id = $1 AND product_id = $2
"""
LISTINGS = """
    SELECT l.listing_id, s.title, l.shop, l.name, l.volume_ml, l.price_minor, l.currency, l.price_kind, l.stock_units,
        l.last_seen, d.rule, d.confidence
    FROM listings l JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
    LEFT JOIN LATERAL (
        SELECT m.rule, m.confidence FROM match_decisions m
        WHERE m.company_id = l.company_id AND m.listing_id = l.listing_id
        ORDER BY m.decided_at DESC, m.decision_id LIMIT 1) AS d ON true
    WHERE l.company_id = $1 AND l.product_company_id = $1 AND l.product_id = $2
    ORDER BY l.last_seen DESC, s.title, l.name LIMIT 200
"""
PRICES = """
    SELECT h.listing_id, h.observed_on, h.price_minor, h.currency
    FROM listings l JOIN price_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
    WHERE l.company_id = $1 AND l.product_company_id = $1 AND l.product_id = $2
    ORDER BY h.listing_id, h.observed_on LIMIT 20000
"""
STOCKS = """
    SELECT DISTINCT ON (h.listing_id, day) h.listing_id, (h.observed_at AT TIME ZONE 'UTC')::date AS day, h.stock_units
    FROM listings l JOIN inventory_history h ON h.company_id = l.company_id AND h.listing_id = l.listing_id
    WHERE l.company_id = $1 AND l.product_company_id = $1 AND l.product_id = $2 AND h.stock_units IS NOT NULL
    ORDER BY h.listing_id, day, h.observed_at DESC LIMIT 20000
"""
CATEGORIES = "SELECT category, label, parent FROM categories ORDER BY category"
