import Catalog
import Companies
import Foundation
import Postgres

/// What the queue is filled from, and its writing.
struct ReviewFillingQueries {
    let transaction: CompanyTransaction

    private var company: CompanyID { transaction.company }

    /// Listings that are products of their own because the matcher could not tell, in a fixed order.
    func undecided() async throws -> [UndecidedListingRow] {
        try await transaction.fetch(
            Query<UndecidedListingRow>(
                """
                SELECT l.product_id, l.listing_id, s.slug, l.shop, l.name, l.title, l.brand, l.producer, l.category,
                    l.country, l.gtin, l.volume_ml, l.strength_bp, l.vintage, l.age_years, l.pack_units,
                    l.other_gtins, l.container
                FROM listings l JOIN sources s ON s.company_id = l.company_id AND s.source_id = l.source_id
                JOIN LATERAL (SELECT d.rule FROM match_decisions d WHERE d.company_id = l.company_id
                        AND d.listing_id = l.listing_id AND d.undone_at IS NULL
                    ORDER BY d.number DESC LIMIT 1) d ON d.rule = 'new'
                WHERE l.company_id = \(company) AND l.product_company_id = \(company)
                ORDER BY s.slug, l.shop, l.item_key
                """))
    }

    /// Pairs of products that were asked about or that somebody said are different, under the names they have now.
    func knownPairs() async throws -> Set<ReviewFilling.ProductPair> {
        let merged = try await IdentityUpkeepQueries(transaction: transaction).mergers().ledger
        let rows = try await transaction.fetch(
            Query<Pair<UUID, UUID>>(
                """
                SELECT l.product_id, r.product_id FROM review_pairs r
                JOIN listings l ON l.company_id = r.company_id AND l.listing_id = r.listing_id
                WHERE r.company_id = \(company) AND l.product_id IS NOT NULL
                UNION
                SELECT l.product_id, f.product_id FROM identity_differences f
                JOIN listings l ON l.company_id = f.company_id AND l.listing_id = f.listing_id
                WHERE f.company_id = \(company) AND f.undone_at IS NULL AND l.product_id IS NOT NULL
                """))
        return Set(rows.map { ReviewFilling.ProductPair($0.first, merged.root(of: $0.second)) })
    }

    /// - Returns: how many are new.
    func add(
        _ candidates: [ReviewCandidate], house: Set<UUID>, matcher: String, makeID: () -> UUID, at moment: Date
    ) async throws -> Int {
        guard !candidates.isEmpty else { return 0 }
        var ids = ArrayBinding<UUID>()
        var (listings, owners, products) = (ArrayBinding<UUID>(), ArrayBinding<CompanyID>(), ArrayBinding<UUID>())
        var (probabilities, priorities) = (ArrayBinding<Double>(), ArrayBinding<Double>())
        var (reasons, evidence) = (ArrayBinding<String>(), ArrayBinding<String>())
        for candidate in candidates {
            ids.append(makeID())
            listings.append(candidate.listing.listing.identity.id)
            owners.append(house.contains(candidate.near.product) ? .house : company)
            products.append(candidate.near.product)
            probabilities.append(candidate.explanation.probability)
            priorities.append(candidate.priority)
            reasons.append(candidate.near.features.map { "\($0.name): \($0.value)" }.joined(separator: "\n"))
            evidence.append(candidate.explanation.parts.map(\.line).joined(separator: "\n"))
        }
        return try await transaction.execute(
            """
            INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                probability, reasons, evidence, priority, readers, created_at)
            SELECT \(company), t.review, t.listing, t.owner, t.product, 'undecided', \(matcher), t.probability,
                string_to_array(t.reasons, E'\n'), string_to_array(t.evidence, E'\n'), t.priority,
                CASE WHEN \(Self.isOneIn(ReviewFilling.secondReadEvery, of: "t.review")) THEN 2 ELSE 1 END, \(moment)
            FROM unnest(\(ids), \(listings), \(owners), \(products), \(probabilities), \(priorities), \(reasons), \(evidence))
                AS t (review, listing, owner, product, probability, priority, reasons, evidence)
            ON CONFLICT (company_id, listing_id, product_id) DO NOTHING
            """)
    }

    /// Listings become products without anybody being asked, unless they were decided meanwhile.
    /// - Parameter version: what decides.
    /// - Returns: the listings that did.
    func decide(
        _ decisions: [SureDecision], rule: MatchRule, by version: String, makeID: () -> UUID, at moment: Date
    ) async throws -> [UUID] {
        guard !decisions.isEmpty else { return [] }
        _ = try await MatchingQueries(transaction: transaction).lock()
        var (ids, listings, products) = (ArrayBinding<UUID>(), ArrayBinding<UUID>(), ArrayBinding<UUID>())
        var (owners, own) = (ArrayBinding<CompanyID>(), ArrayBinding<UUID>())
        var (confidences, features) = (ArrayBinding<Double>(), ArrayBinding<String>())
        for decision in decisions {
            ids.append(makeID())
            listings.append(decision.listing)
            own.append(decision.own)
            products.append(decision.product)
            owners.append(decision.owner)
            confidences.append(decision.confidence)
            features.append(decision.features.joined(separator: "\n"))
        }
        let decided = try await transaction.fetch(
            Query<Single<UUID>>(
                """
                INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule,
                    confidence, features, matcher, decided_at)
                SELECT \(company), t.decision, t.listing, t.owner, t.product, \(rule.rawValue), t.confidence,
                    string_to_array(t.features, E'\\n'), \(version), \(moment)
                FROM unnest(\(ids), \(listings), \(own), \(owners), \(products), \(confidences), \(features))
                    AS t (decision, listing, own, owner, product, confidence, features)
                JOIN listings l ON l.company_id = \(company) AND l.listing_id = t.listing AND l.product_id = t.own
                RETURNING listing_id
                """)
        ).map(\.value)
        let moved = try await IdentityUpkeepQueries(transaction: transaction).settle(listings: decided)
        if moved > 0 { try await transaction.dataChanged() }
        return decided
    }

    /// A sample of what the matcher decided by itself and nobody has looked at. What a rule decided before it was narrowed says nothing of
    /// how it does now.
    func addAudits(makeID: () -> UUID, at moment: Date) async throws -> Int {
        let rows = try await transaction.fetch(
            Query<AuditableDecision>(
                """
                SELECT d.listing_id, d.product_company_id, d.product_id, d.rule, d.matcher, d.confidence,
                    coalesce(array_to_string(d.features, E'\n'), '')
                FROM match_decisions d
                JOIN listings l ON l.company_id = d.company_id AND l.listing_id = d.listing_id AND l.product_id = d.product_id
                WHERE d.company_id = \(company) AND d.undone_at IS NULL AND d.rule IN ('gtin', 'name_and_size', 'model')
                    AND \(Self.isOneIn(ReviewFilling.auditEvery, of: "d.decision_id"))
                    AND d.decided_at >= coalesce((SELECT max(a.since) FROM match_automation a
                        WHERE a.company_id = \(CompanyID.house) AND a.rule = d.rule), '-infinity')
                    AND EXISTS (SELECT FROM listings o WHERE o.company_id IN (\(company), \(CompanyID.house))
                        AND o.product_company_id = d.product_company_id AND o.product_id = d.product_id
                        AND o.listing_id <> d.listing_id)
                ORDER BY d.number
                """))
        guard !rows.isEmpty else { return 0 }
        var (ids, listings, products) = (ArrayBinding<UUID>(), ArrayBinding<UUID>(), ArrayBinding<UUID>())
        var (owners, rules, matchers) = (ArrayBinding<CompanyID>(), ArrayBinding<String>(), ArrayBinding<String>())
        var (confidences, reasons) = (ArrayBinding<Double>(), ArrayBinding<String>())
        for row in rows {
            ids.append(makeID())
            listings.append(row.listing)
            owners.append(row.owner)
            products.append(row.product)
            rules.append(row.rule)
            matchers.append(row.matcher)
            confidences.append(row.confidence)
            reasons.append(row.features)
        }
        return try await transaction.execute(
            """
            INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, rule, matcher,
                probability, reasons, priority, readers, created_at)
            SELECT \(company), t.review, t.listing, t.owner, t.product, 'audit', t.rule, t.matcher, t.confidence,
                string_to_array(t.reasons, E'\n'), \(ReviewFilling.auditPriority),
                CASE WHEN \(Self.isOneIn(ReviewFilling.secondReadEvery, of: "t.review")) THEN 2 ELSE 1 END, \(moment)
            FROM unnest(\(ids), \(listings), \(owners), \(products), \(rules), \(matchers), \(confidences), \(reasons))
                AS t (review, listing, owner, product, rule, matcher, confidence, reasons)
            ON CONFLICT (company_id, listing_id, product_id) DO NOTHING
            """)
    }

    /// Whether a row is in a sample: by its random id, so that it is so every time.
    private static func isOneIn(_ many: Int, of column: String) -> SQL {
        "('x' || left(md5(\(unsafe: column)::text), 8))::bit(32)::bigint % \(many) = 0"
    }

    private struct AuditableDecision: RowDecodable {
        let listing: UUID
        let owner: CompanyID
        let product: UUID
        let rule: String
        let matcher: String
        let confidence: Double
        let features: String

        init(row: inout RowReader) throws {
            listing = try row.next()
            owner = try row.next()
            product = try row.next()
            rule = try row.next()
            matcher = try row.next()
            confidence = try row.next()
            features = try row.next()
        }
    }
}
