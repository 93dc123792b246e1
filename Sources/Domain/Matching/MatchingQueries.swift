import Catalog
import Companies
import Foundation
import Postgres

/// The matcher's reading and writing.
struct MatchingQueries {
    let transaction: CompanyTransaction

    /// Who decides which listing is which product holds this until the end of the transaction: one at a time.
    /// - Returns: the version of what is known when the transaction commits, one higher than before.
    func lock() async throws -> Int {
        let versions = try await transaction.fetch(
            Query<Single<Int>>(
                """
                INSERT INTO identity_versions AS v (company_id, version) VALUES (\(transaction.company), 1)
                ON CONFLICT (company_id) DO UPDATE SET version = v.version + 1 RETURNING version
                """))
        return versions.first?.value ?? 0
    }

    /// Everything a run decides by, besides the products: read in one round trip.
    func state() async throws -> MatchingState {
        let (listings, versions, mergers, differences, changes) = try await transaction.fetch(
            awaiting, houseVersion, IdentityUpkeepQueries.standingMergers, standingDifferences,
            AutomationQueries.newestChanges)
        let merged = IdentityUpkeepQueries.Mergers(mergers)
        return MatchingState(
            listings: listings, houseVersion: versions.first?.value ?? 0, mergers: merged,
            differences: Self.byListing(differences, merged), automation: Automation(changes: changes))
    }

    /// The version of what the house knows, whose products every company uses.
    private var houseVersion: Query<Single<Int>> {
        Query("SELECT version FROM identity_versions WHERE company_id = \(CompanyID.house)")
    }

    /// Listings that are new or have changed, in a fixed order.
    private var awaiting: Query<AwaitingListingRow> {
        Query(
            """
            SELECT l.product_id, l.product_id IS NOT NULL AND (
                    SELECT d.rule FROM match_decisions d WHERE d.company_id = l.company_id
                        AND d.listing_id = l.listing_id AND d.undone_at IS NULL
                    ORDER BY d.number DESC LIMIT 1) IS NOT DISTINCT FROM 'person',
                l.listing_id, s.slug, l.shop, l.name, l.title, l.brand, l.producer, l.category, l.country,
                l.gtin, l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units, l.other_gtins, l.container
            FROM listings l JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
            WHERE l.company_id = \(transaction.company) AND l.awaits_matching
            ORDER BY (l.gtin IS NULL), s.slug, l.shop, l.item_key
            """)
    }

    /// Products the company may use, with the listings that carry them and await nothing.
    /// - Parameter wanted: under the names they have now; nil for all.
    func products(
        _ wanted: Set<UUID>?, _ merged: IdentityUpkeepQueries.Mergers
    ) async throws -> [ProductIdentity<UUID>] {
        var only: SQL = ""
        if let wanted {
            let former = merged.owners.keys.filter { wanted.contains(merged.ledger.root(of: $0)) }
            // With the owners spelled out, the primary key finds them.
            only = """
                WHERE p.company_id IN (\(transaction.company), \(CompanyID.house))
                    AND p.product_id = ANY (\(Array(wanted.union(former))))
                """
        }
        let rows = try await transaction.fetch(
            Query<KnownCarrier>(
                """
                SELECT p.product_id, p.name, p.gtin, p.category, p.volume_ml, p.strength_bp, p.vintage, p.age_years,
                    p.pack_units, p.container, l.listing_id, l.name, l.brand, l.producer, l.gtin, l.other_gtins, l.category,
                    l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units, l.container, s.slug, l.shop
                FROM products p
                LEFT JOIN listings l ON l.product_company_id = p.company_id AND l.product_id = p.product_id
                    AND l.company_id = \(transaction.company) AND NOT l.awaits_matching
                LEFT JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
                \(only)
                ORDER BY p.product_id, l.listing_id
                """))
        var products: [ProductIdentity<UUID>] = []
        // What a product was called before it was merged is another name of what it is now.
        var former: [UUID: [String]] = [:]
        for row in rows {
            let root = merged.ledger.root(of: row.product)
            guard root == row.product else {
                former[root, default: []].append(row.productName)
                continue
            }
            if products.last?.id != row.product {
                products.append(
                    ProductIdentity(
                        id: row.product, names: [row.productName],
                        gtins: UnmatchedListing.codes(row.productGTIN), facts: row.facts))
            }
            guard let listing = row.listing, let seller = row.seller, let name = row.listingName else { continue }
            products[products.count - 1].absorb(
                ListingIdentity(
                    id: listing, seller: seller, name: name, brand: row.maker, producer: row.producer,
                    gtins: UnmatchedListing.codes(row.listingGTIN, others: row.otherGTINs), facts: row.listingFacts))
        }
        for place in products.indices {
            for name in former[products[place].id] ?? [] where !products[place].names.contains(name) {
                products[place].names.append(name)
            }
        }
        return products
    }

    /// Products that listings are not, as somebody said, under the names they have now.
    func differences() async throws -> [UUID: Set<UUID>] {
        let (mergers, rows) = try await transaction.fetch(
            IdentityUpkeepQueries.standingMergers, standingDifferences)
        return Self.byListing(rows, IdentityUpkeepQueries.Mergers(mergers))
    }

    private var standingDifferences: Query<DifferenceRow> {
        Query(
            """
            SELECT listing_id, product_id FROM identity_differences
            WHERE company_id = \(transaction.company) AND undone_at IS NULL
            """)
    }

    private static func byListing(
        _ rows: [DifferenceRow], _ merged: IdentityUpkeepQueries.Mergers
    ) -> [UUID: Set<UUID>] {
        rows.reduce(into: [:]) { $0[$1.listing, default: []].insert(merged.ledger.root(of: $1.product)) }
    }

    private struct DifferenceRow: RowDecodable {
        let listing: UUID
        let product: UUID

        init(row: inout RowReader) throws {
            listing = try row.next()
            product = try row.next()
        }
    }

    /// Products that belong to the house rather than to the company.
    func houseProducts() async throws -> Set<UUID> {
        let rows = try await transaction.fetch(
            Query<Single<UUID>>("SELECT product_id FROM products WHERE company_id = \(CompanyID.house)"))
        return Set(rows.map(\.value))
    }

    /// - Parameter stays: listings that are what they were.
    func write(_ batch: DecisionBatch, stays: [UUID] = [], at moment: Date) async throws {
        if !stays.isEmpty {
            try await transaction.execute(
                """
                UPDATE listings SET awaits_matching = false
                WHERE company_id = \(transaction.company) AND listing_id = ANY (\(stays))
                """)
        }
        guard batch.count > 0 else { return }
        _ = try await transaction.fetch(
            Query<Ignored>(
                """
                INSERT INTO brands (company_id, brand_id, name, folded_name)
                SELECT DISTINCT ON (folded) \(transaction.company), gen_random_uuid(), brand, folded
                FROM unnest(\(batch.newBrands), \(batch.newBrandsFolded)) AS t (brand, folded)
                WHERE folded <> ''
                ORDER BY folded, brand
                ON CONFLICT (company_id, folded_name) DO NOTHING
                """),
            Query<Ignored>(
                """
                INSERT INTO products (company_id, product_id, name, folded_name, brand_id, category, country,
                    volume_ml, pack_units, strength_bp, vintage, age_years, gtin, container, created_at)
                SELECT \(transaction.company), product, t.name, folded, b.brand_id, category, country, volume, pack,
                    strength, vintage, age, gtin, container, \(moment)
                FROM unnest(\(batch.newProducts), \(batch.newNames), \(batch.newFolded), \(batch.newBrandsFolded),
                    \(batch.newCategories), \(batch.newCountries), \(batch.newVolumes), \(batch.newPacks),
                    \(batch.newStrengths), \(batch.newVintages), \(batch.newAges), \(batch.newGTINs),
                    \(batch.newContainers))
                    AS t (product, name, folded, brand_folded, category, country, volume, pack, strength, vintage, age,
                        gtin, container)
                LEFT JOIN brands b ON b.company_id = \(transaction.company) AND b.folded_name = t.brand_folded
                """),
            Query<Ignored>(
                """
                UPDATE listings l SET product_company_id = t.owner, product_id = t.product, awaits_matching = false
                FROM unnest(\(batch.listings), \(batch.owners), \(batch.products)) AS t (listing, owner, product)
                WHERE l.company_id = \(transaction.company) AND l.listing_id = t.listing
                """),
            Query<Ignored>(
                """
                INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule,
                    confidence, features, matcher, decided_at)
                SELECT \(transaction.company), decision, listing, owner, product, rule, confidence,
                    string_to_array(features, E'\\n'), \(MatchingRun.matcher), \(moment)
                FROM unnest(\(batch.decisions), \(batch.listings), \(batch.owners), \(batch.products), \(batch.rules),
                    \(batch.confidences), \(batch.features))
                    AS t (decision, listing, owner, product, rule, confidence, features)
                """))
    }
}
