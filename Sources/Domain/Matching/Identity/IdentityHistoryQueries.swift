import Catalog
package import Companies
package import Foundation
import Postgres

/// What was decided about products, and what of it cannot all be true.
package struct IdentityHistoryQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    private var company: CompanyID { transaction.company }

    /// What was done, the newest first.
    /// - Parameter product: only acts that touched it; nil for all.
    package func history(of product: UUID? = nil, limit: Int) async throws -> [IdentityActRow] {
        try await transaction.fetch(
            Query<IdentityActRow>(
                """
                SELECT a.act_id, a.kind, a.actor_kind, a.actor, a.reason, a.made_at, a.undone_at,
                    coalesce((SELECT p.name FROM identity_merges m JOIN products p ON p.company_id = m.company_id
                            AND p.product_id = m.from_product_id WHERE m.company_id = a.company_id AND m.act_id = a.act_id),
                        (SELECT string_agg(coalesce(l.title, l.name), ', ' ORDER BY l.name) FROM listings l
                            WHERE l.company_id = a.company_id AND l.listing_id IN (\(listingsOfAct))), ''),
                    coalesce((SELECT p.name FROM products p WHERE p.product_id = coalesce(
                        (SELECT m.product_id FROM identity_merges m
                            WHERE m.company_id = a.company_id AND m.act_id = a.act_id),
                        (SELECT f.product_id FROM identity_differences f
                            WHERE f.company_id = a.company_id AND f.act_id = a.act_id LIMIT 1),
                        (SELECT d.product_id FROM match_decisions d
                            WHERE d.company_id = a.company_id AND d.act_id = a.act_id LIMIT 1))), '')
                FROM identity_acts a WHERE a.company_id = \(company) AND (\(product)::uuid IS NULL OR EXISTS (
                    SELECT FROM identity_merges m WHERE m.company_id = a.company_id AND m.act_id = a.act_id
                        AND \(product) IN (m.from_product_id, m.product_id)) OR EXISTS (
                    SELECT FROM match_decisions d WHERE d.company_id = a.company_id AND d.act_id = a.act_id
                        AND d.product_id = \(product)) OR EXISTS (
                    SELECT FROM identity_differences f WHERE f.company_id = a.company_id AND f.act_id = a.act_id
                        AND f.product_id = \(product)))
                ORDER BY a.made_at DESC, a.act_id LIMIT \(limit)
                """))
    }

    private var listingsOfAct: SQL {
        """
        SELECT d.listing_id FROM match_decisions d WHERE d.company_id = a.company_id AND d.act_id = a.act_id
        UNION SELECT f.listing_id FROM identity_differences f WHERE f.company_id = a.company_id AND f.act_id = a.act_id
        """
    }

    /// What a product is called now; itself where it was never merged.
    package func root(of product: UUID) async throws -> UUID {
        try await IdentityUpkeepQueries(transaction: transaction).mergers().ledger.root(of: product)
    }

    /// A product's name, where the company has listings of it.
    package func name(of product: UUID) async throws -> String? {
        try await transaction.fetch(
            Query<Single<String>>(
                """
                SELECT p.name FROM products p WHERE p.product_id = \(product) AND EXISTS (SELECT FROM listings l
                    WHERE l.company_id = \(company) AND l.product_company_id = p.company_id AND l.product_id = p.product_id)
                """)
        ).first?.value
    }

    private struct PreviewRow: RowDecodable {
        let preview: MergePreview

        init(row: inout RowReader) throws {
            preview = MergePreview(
                listings: try row.next(), prices: try row.next(), there: try row.next(), soldTwice: try row.next(),
                contradicting: try row.next())
        }
    }

    /// What calling a product as another would change.
    package func preview(merging from: UUID, into: UUID) async throws -> MergePreview {
        let rows = try await transaction.fetch(
            Query<PreviewRow>(
                """
                WITH mine AS (SELECT * FROM listings WHERE company_id = \(company) AND product_id = \(from)),
                theirs AS (SELECT * FROM listings WHERE company_id = \(company) AND product_id = \(into))
                SELECT (SELECT count(*) FROM mine),
                    (SELECT count(*) FROM price_history h JOIN mine m ON m.listing_id = h.listing_id
                        WHERE h.company_id = \(company)),
                    (SELECT count(*) FROM theirs),
                    (SELECT count(DISTINCT (m.source_id, m.shop)) FROM mine m
                        JOIN theirs t ON t.source_id = m.source_id AND t.shop = m.shop),
                    (SELECT count(*) FROM identity_differences f JOIN mine m ON m.listing_id = f.listing_id
                        WHERE f.company_id = \(company) AND f.undone_at IS NULL AND f.product_id = \(into))
                    + (SELECT count(*) FROM identity_differences f JOIN theirs t ON t.listing_id = f.listing_id
                        WHERE f.company_id = \(company) AND f.undone_at IS NULL AND f.product_id = \(from))
                """))
        return rows.first?.preview ?? MergePreview(listings: 0, prices: 0, there: 0, soldTwice: 0, contradicting: 0)
    }

    /// Products the company has listings of, by words of their names: those that begin alike and the shortest first.
    package func find(_ text: String, besides product: UUID, limit: Int) async throws -> [ProductNameRow] {
        let words = NameFolding.fold(String(text.prefix(200))).split(separator: " ").prefix(8).map(String.init)
        guard !words.isEmpty else { return [] }
        return try await transaction.fetch(
            Query<ProductNameRow>(
                """
                SELECT p.product_id, p.name, p.volume_ml, p.vintage, count(l.listing_id) FROM products p
                JOIN listings l ON l.company_id = \(company) AND l.product_company_id = p.company_id
                    AND l.product_id = p.product_id
                WHERE p.product_id <> \(product)
                    AND NOT EXISTS (SELECT FROM unnest(\(words)) AS w WHERE position(w IN p.folded_name) = 0)
                GROUP BY p.company_id, p.product_id
                ORDER BY position(\(words[0]) IN p.folded_name), length(p.name), p.name, p.product_id LIMIT \(limit)
                """))
    }

    private struct Pair: RowDecodable {
        let listing: UUID
        let product: UUID
        let other: UUID

        init(row: inout RowReader) throws {
            listing = try row.next()
            product = try row.next()
            other = try row.next()
        }
    }

    /// Products with listings that somebody said are not them, as they are called now.
    package func contradicted() async throws -> [(product: UUID, name: String, listings: Int)] {
        let mergers = try await IdentityUpkeepQueries(transaction: transaction).mergers()
        let rows = try await transaction.fetch(
            Query<MarkedRow>(
                """
                SELECT l.product_id, f.product_id, p.name FROM identity_differences f
                JOIN listings l ON l.company_id = f.company_id AND l.listing_id = f.listing_id
                JOIN products p ON p.company_id = l.product_company_id AND p.product_id = l.product_id
                WHERE f.company_id = \(company) AND f.undone_at IS NULL
                """))
        let wrong = rows.filter { mergers.ledger.root(of: $0.other) == $0.product }
        return Dictionary(grouping: wrong, by: \.product).sorted { $0.key < $1.key }
            .map { ($0.key, $0.value[0].name, $0.value.count) }
    }

    private struct MarkedRow: RowDecodable {
        let product: UUID
        let other: UUID
        let name: String

        init(row: inout RowReader) throws {
            product = try row.next()
            other = try row.next()
            name = try row.next()
        }
    }

    /// What cannot both be true of some products.
    package func contradictions(in products: [UUID]) async throws -> Set<IdentityContradiction<UUID>> {
        guard !products.isEmpty else { return [] }
        let mergers = try await IdentityUpkeepQueries(transaction: transaction).mergers()
        let (marked, twice) = try await transaction.fetch(
            Query<Pair>(
                """
                SELECT l.listing_id, l.product_id, f.product_id FROM listings l JOIN identity_differences f
                    ON f.company_id = l.company_id AND f.listing_id = l.listing_id AND f.undone_at IS NULL
                WHERE l.company_id = \(company) AND l.product_id = ANY (\(products))
                """),
            Query<Pair>(
                """
                SELECT l.listing_id, l.product_id, l.source_id FROM listings l
                WHERE l.company_id = \(company) AND l.product_id = ANY (\(products)) AND EXISTS (
                    SELECT FROM listings o WHERE o.company_id = l.company_id AND o.product_id = l.product_id
                        AND o.source_id = l.source_id AND o.shop = l.shop AND o.listing_id <> l.listing_id)
                ORDER BY l.listing_id
                """))
        var found: Set<IdentityContradiction<UUID>> = []
        for pair in marked where mergers.ledger.root(of: pair.other) == pair.product {
            found.insert(.isWhatItIsNot(listing: pair.listing, product: pair.product))
        }
        for group in Dictionary(grouping: twice, by: { [$0.product, $0.other] }).values {
            found.insert(.soldTwice(listings: group.map(\.listing).sorted(), product: group[0].product))
        }
        return found
    }
}
