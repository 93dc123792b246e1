import Catalog
package import Companies
package import Foundation
import Postgres

/// What people decide about which listing is which product, and how it is taken back. Each act is one transaction; what follows from it
/// for listings is written with it.
package struct IdentityQueries: Sendable {
    private let transaction: CompanyTransaction

    package init(transaction: CompanyTransaction) { self.transaction = transaction }

    private var company: CompanyID { transaction.company }
    private var upkeep: IdentityUpkeepQueries { IdentityUpkeepQueries(transaction: transaction) }

    /// A product by its id, as it is called now: the company's own or the house's.
    /// - Throws: `IdentityProblem.noSuchProduct`.
    package func product(_ id: UUID) async throws -> ProductReference {
        // Whose it is is looked up.
        try await upkeep.named(ProductReference(owner: company, id: id), try await upkeep.mergers())
    }

    // MARK: - Acts

    /// From now on a product is called as another; its listings are that one's.
    /// - Throws: `IdentityProblem`.
    package func merge(
        _ from: ProductReference, into: ProductReference, reason: String, by actor: AuditActor, at moment: Date
    ) async throws -> IdentityOutcome {
        try await lock()
        let merged = try await upkeep.mergers()
        let (from, into) = (try await upkeep.named(from, merged), try await upkeep.named(into, merged))
        guard from.id != into.id else { throw IdentityProblem.isSameAlready }
        guard from.owner == company else { throw IdentityProblem.notYours }
        let act = try await begin(.merge, reason, actor, moment)
        try await transaction.execute(
            """
            INSERT INTO identity_merges (company_id, act_id, from_product_id, product_company_id, product_id)
            VALUES (\(company), \(act), \(from.id), \(into.owner), \(into.id))
            """)
        let moved = try await upkeep.settle(products: [from.id])
        return try await outcome(act, .productMerged, from.id, moved, products: [into.id], actor)
    }

    /// Makes a product of some listings of another.
    /// - Throws: `IdentityProblem`.
    package func split(
        _ listings: [UUID], from product: ProductReference, makeID: () -> UUID, reason: String, by actor: AuditActor,
        at moment: Date
    ) async throws -> IdentityOutcome {
        try await lock()
        let product = try await upkeep.named(product, try await upkeep.mergers())
        let all = try await listingIDs(of: product.id)
        guard !listings.isEmpty, Set(listings).count < all.count else { throw IdentityProblem.splitsNothing }
        guard all.isSuperset(of: listings) else { throw IdentityProblem.noSuchListing }
        let act = try await begin(.split, reason, actor, moment)
        let new = makeID()
        try await make(product: new, from: listings[0], at: moment)
        try await assign(listings, to: ProductReference(owner: company, id: new), act, makeID, at: moment)
        let moved = try await upkeep.settle(listings: listings)
        var found = try await outcome(act, .productSplit, product.id, moved, products: [product.id, new], actor)
        found.product = new
        return found
    }

    /// A listing is another product.
    /// - Throws: `IdentityProblem`.
    package func move(
        _ listing: UUID, to product: ProductReference, makeID: () -> UUID, reason: String, by actor: AuditActor,
        at moment: Date
    ) async throws -> IdentityOutcome {
        try await lock()
        let product = try await upkeep.named(product, try await upkeep.mergers())
        guard let before = try await self.product(of: listing) else { throw IdentityProblem.noSuchListing }
        guard before.value != product.id else { throw IdentityProblem.isSameAlready }
        let act = try await begin(.move, reason, actor, moment)
        try await assign([listing], to: product, act, makeID, at: moment)
        let moved = try await upkeep.settle(listings: [listing])
        let products = [before.value, product.id].compactMap(\.self)
        return try await outcome(act, .listingMoved, listing, moved, products: products, actor)
    }

    /// A listing is not a product, and is never matched with it again. If it was, it becomes a product of its own.
    /// - Throws: `IdentityProblem`.
    package func markDifferent(
        _ listing: UUID, from product: ProductReference, makeID: () -> UUID, reason: String, by actor: AuditActor,
        at moment: Date
    ) async throws -> IdentityOutcome {
        try await lock()
        let product = try await upkeep.named(product, try await upkeep.mergers())
        guard let before = try await self.product(of: listing) else { throw IdentityProblem.noSuchListing }
        let act = try await begin(.different, reason, actor, moment)
        try await transaction.execute(
            """
            INSERT INTO identity_differences (company_id, act_id, listing_id, product_company_id, product_id)
            VALUES (\(company), \(act), \(listing), \(product.owner), \(product.id))
            """)
        var new: UUID?
        if before.value == product.id {
            let made = makeID()
            try await make(product: made, from: listing, at: moment)
            try await assign([listing], to: ProductReference(owner: company, id: made), act, makeID, at: moment)
            new = made
        }
        let moved = try await upkeep.settle(listings: [listing])
        var found = try await outcome(act, .listingDiffers, listing, moved, products: [product.id], actor)
        found.product = new
        return found
    }

    /// Takes an act back, as if it had never been done; everything done since stays.
    /// - Parameter again: takes the taking-back back.
    /// - Throws: `IdentityProblem`.
    package func undo(
        _ act: UUID, again: Bool = false, by actor: AuditActor, at moment: Date
    ) async throws -> IdentityOutcome {
        try await lock()
        let undone: Date? = again ? nil : moment
        let kinds = try await transaction.fetch(
            Query<Single<String>>(
                """
                UPDATE identity_acts SET undone_at = \(undone), undone_by_kind = \(again ? nil : actor.kind),
                    undone_by = \(again ? nil : actor.id)
                WHERE company_id = \(company) AND act_id = \(act) AND (undone_at IS NULL) = \(!again) RETURNING kind
                """))
        guard kinds.first != nil else {
            let known = try await transaction.fetch(
                Query<Single<Int>>(
                    "SELECT count(*) FROM identity_acts WHERE company_id = \(company) AND act_id = \(act)"))
            guard known.first?.value == 1 else { throw IdentityProblem.noSuchAct }
            throw again ? IdentityProblem.stands : IdentityProblem.isUndone
        }
        _ = try await transaction.execute(all: [
            "UPDATE identity_merges SET undone_at = \(undone) WHERE company_id = \(company) AND act_id = \(act)",
            "UPDATE identity_differences SET undone_at = \(undone) WHERE company_id = \(company) AND act_id = \(act)",
            "UPDATE match_decisions SET undone_at = \(undone) WHERE company_id = \(company) AND act_id = \(act)",
        ])
        let (products, listings) = try await touched(by: act)
        var moved = try await upkeep.settle(products: products)
        moved += try await upkeep.settle(listings: listings)
        let now = try await productsNow(of: listings)
        return try await outcome(
            act, again ? .identityRedone : .identityUndone, act, moved, products: products + now, actor)
    }

    // MARK: - Writing

    /// One at a time with the matcher and everybody else who decides.
    private func lock() async throws { _ = try await MatchingQueries(transaction: transaction).lock() }

    private func begin(
        _ kind: IdentityActRow.Kind, _ reason: String, _ actor: AuditActor, _ moment: Date
    ) async throws -> UUID {
        let text = reason.split(whereSeparator: \.isWhitespace).joined(separator: " ")
        guard (1...400).contains(text.unicodeScalars.count) else { throw IdentityProblem.noReason }
        let act = UUID()
        try await transaction.execute(
            """
            INSERT INTO identity_acts (company_id, act_id, kind, actor_kind, actor, reason, made_at)
            VALUES (\(company), \(act), \(kind.rawValue), \(actor.kind), \(actor.id), \(text), \(moment))
            """)
        return act
    }

    private func assign(
        _ listings: [UUID], to product: ProductReference, _ act: UUID, _ makeID: () -> UUID, at moment: Date
    ) async throws {
        let ids = listings.map { _ in makeID() }
        try await transaction.execute(
            """
            INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule,
                confidence, matcher, decided_at, act_id)
            SELECT \(company), t.decision, t.listing, \(product.owner), \(product.id), 'person', 1, 'person', \(moment), \(act)
            FROM unnest(\(ids), \(listings)) AS t (decision, listing)
            """)
    }

    /// A product that is exactly one listing.
    private func make(product: UUID, from listing: UUID, at moment: Date) async throws {
        let made = try await transaction.execute(
            """
            INSERT INTO products (company_id, product_id, name, folded_name, brand_id, category, country, volume_ml,
                pack_units, strength_bp, vintage, age_years, gtin, container, created_at)
            SELECT l.company_id, \(product), coalesce(l.title, l.name), coalesce(p.folded_name, lower(l.name)), p.brand_id,
                l.category, l.country, l.volume_ml, l.pack_units, l.strength_bp, l.vintage, l.age_years, l.gtin,
                l.container, \(moment)
            FROM listings l LEFT JOIN products p ON p.company_id = l.product_company_id AND p.product_id = l.product_id
                AND p.company_id = l.company_id
            WHERE l.company_id = \(company) AND l.listing_id = \(listing)
            """)
        guard made == 1 else { throw IdentityProblem.noSuchListing }
        let names = try await transaction.fetch(
            Query<Single<String>>("SELECT name FROM products WHERE company_id = \(company) AND product_id = \(product)")
        )
        try await transaction.execute(
            """
            UPDATE products SET folded_name = \(NameFolding.fold(names.first?.value ?? ""))
            WHERE company_id = \(company) AND product_id = \(product)
            """)
    }

    private func outcome(
        _ act: UUID, _ action: AuditAction, _ subject: UUID, _ moved: Int, products: [UUID], _ actor: AuditActor
    ) async throws -> IdentityOutcome {
        if moved > 0 { try await transaction.dataChanged() }
        try await transaction.record(
            AuditEvent(action, by: actor, on: AuditSubject("product", subject), facts: ["act": "\(act)".lowercased()]))
        return IdentityOutcome(
            act: act, moved: moved,
            contradictions: try await IdentityHistoryQueries(transaction: transaction).contradictions(in: products))
    }

    // MARK: - Looking

    private func product(of listing: UUID) async throws -> SingleOptional<UUID>? {
        try await transaction.fetch(
            Query<SingleOptional<UUID>>(
                "SELECT product_id FROM listings WHERE company_id = \(company) AND listing_id = \(listing)")
        ).first
    }

    /// The company's listings that are a product now.
    package func listingIDs(of product: UUID) async throws -> Set<UUID> {
        Set(
            try await transaction.fetch(
                Query<Single<UUID>>(
                    "SELECT listing_id FROM listings WHERE company_id = \(company) AND product_id = \(product)")
            ).map(\.value))
    }

    private func productsNow(of listings: [UUID]) async throws -> [UUID] {
        try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT DISTINCT product_id FROM listings WHERE company_id = \(company) AND listing_id = ANY (\(listings))
                    AND product_id IS NOT NULL
                """)
        ).map(\.value)
    }

    private func touched(by act: UUID) async throws -> (products: [UUID], listings: [UUID]) {
        let (products, listings) = try await transaction.fetch(
            Query<Single<UUID>>(
                """
                SELECT unnest(ARRAY[from_product_id, product_id]) FROM identity_merges
                WHERE company_id = \(company) AND act_id = \(act)
                """),
            Query<Single<UUID>>(
                """
                SELECT listing_id FROM match_decisions WHERE company_id = \(company) AND act_id = \(act)
                UNION SELECT listing_id FROM identity_differences WHERE company_id = \(company) AND act_id = \(act)
                """))
        return (products.map(\.value), listings.map(\.value))
    }
}
