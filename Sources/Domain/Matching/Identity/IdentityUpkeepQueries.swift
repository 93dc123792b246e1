import Companies
import Foundation
import Postgres

/// Brings listings in line with what stands of all that was decided.
struct IdentityUpkeepQueries {
    let transaction: CompanyTransaction

    private var company: CompanyID { transaction.company }

    /// Mergers that stand, in their order, and whose each product is.
    struct Mergers {
        var ledger = IdentityLedger<UUID>()
        var owners: [UUID: CompanyID] = [:]

        /// - Parameter rows: in their order.
        init(_ rows: [MergeRow]) {
            for row in rows {
                ledger.record([.merge(row.from.id, into: row.into.id)])
                for product in [row.from, row.into] { owners[product.id] = product.owner }
            }
        }
    }

    /// A product that is called as another.
    struct MergeRow: RowDecodable {
        let from: ProductReference
        let into: ProductReference

        init(row: inout RowReader) throws {
            from = ProductReference(owner: try row.next(), id: try row.next())
            into = ProductReference(owner: try row.next(), id: try row.next())
        }
    }

    static let standingMergers = Query<MergeRow>(
        """
        SELECT company_id, from_product_id, product_company_id, product_id FROM identity_merges
        WHERE undone_at IS NULL ORDER BY number
        """)

    func mergers() async throws -> Mergers { Mergers(try await transaction.fetch(Self.standingMergers)) }

    /// A product as it is called now.
    func named(_ product: ProductReference, _ mergers: Mergers) async throws -> ProductReference {
        let id = mergers.ledger.root(of: product.id)
        let owners = try await transaction.fetch(
            Query<Single<CompanyID>>(
                """
                SELECT company_id FROM products WHERE product_id = \(id) AND company_id IN (\(company), \(CompanyID.house))
                """))
        guard let owner = owners.first else { throw IdentityProblem.noSuchProduct }
        return ProductReference(owner: owner.value, id: id)
    }

    private struct Base: RowDecodable {
        let listing: UUID
        let owner: CompanyID?
        let product: UUID?

        init(row: inout RowReader) throws {
            listing = try row.next()
            owner = try row.nextOptional()
            product = try row.nextOptional()
        }
    }

    /// Brings listings whose decisions name these products, under any name they had, in line with what stands.
    func settle(products: [UUID]) async throws -> Int {
        guard !products.isEmpty else { return 0 }
        let listings = try await transaction.fetch(
            Query<Single<UUID>>(
                """
                WITH RECURSIVE named AS (
                    SELECT * FROM unnest(\(products)) AS n (product_id)
                    UNION SELECT m.from_product_id FROM identity_merges m JOIN named n ON n.product_id = m.product_id
                )
                SELECT DISTINCT listing_id FROM match_decisions WHERE company_id = \(company)
                    AND product_id IN (SELECT product_id FROM named)
                """))
        return try await settle(listings: listings.map(\.value))
    }

    /// Brings listings in line with what stands.
    /// - Returns: how many are another product than before.
    func settle(listings: [UUID]) async throws -> Int {
        guard !listings.isEmpty else { return 0 }
        let mergers = try await mergers()
        let bases = try await transaction.fetch(
            Query<Base>(
                """
                SELECT w.listing_id, d.product_company_id, d.product_id FROM unnest(\(listings)) AS w (listing_id)
                LEFT JOIN LATERAL (SELECT product_company_id, product_id FROM match_decisions d
                    WHERE d.company_id = \(company) AND d.listing_id = w.listing_id AND d.undone_at IS NULL
                    ORDER BY d.number DESC LIMIT 1) d ON true
                """))
        var (ids, owners, products) = (ArrayBinding<UUID>(), ArrayBinding<CompanyID>(), ArrayBinding<UUID>())
        for base in bases {
            ids.append(base.listing)
            let root = base.product.map { mergers.ledger.root(of: $0) }
            products.append(root)
            owners.append(root.flatMap { $0 == base.product ? base.owner : mergers.owners[$0] })
        }
        return try await transaction.execute(
            """
            UPDATE listings l SET product_company_id = t.owner, product_id = t.product
            FROM unnest(\(ids), \(owners), \(products)) AS t (listing, owner, product)
            WHERE l.company_id = \(company) AND l.listing_id = t.listing AND l.product_id IS DISTINCT FROM t.product
            """)
    }
}
