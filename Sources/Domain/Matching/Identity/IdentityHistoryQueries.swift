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
