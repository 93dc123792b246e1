import Catalog
import Companies
import Foundation
import Postgres
import TestSupport

@testable import Matching

/// A company's listings, each a product of its own, and pairs of them that reviewers are asked about.
struct ReviewShelf: Sendable {
    let fixture: TwoCompanies
    let company: CompanyID
    let listings: [UUID]
    let products: [UUID]

    var database: CompanyDatabase { fixture.database }
    var queue: ReviewQueries { ReviewQueries(database: fixture.database) }
    private var settlement: ReviewSettlement { ReviewSettlement(database: fixture.database) }

    static func make(_ count: Int, in company: CompanyID, _ fixture: TwoCompanies) async throws -> ReviewShelf {
        let (listings, products) = ((0..<count).map { _ in UUID() }, (0..<count).map { _ in UUID() })
        try await fixture.database.transaction(in: company) { transaction in
            for place in 0..<count {
                let source = try await SourceQueries.findOrCreate(
                    slug: "s\(place % 2)", title: "S", id: UUID(), at: fixture.now, in: transaction)
                _ = try await transaction.execute(all: [
                    """
                    INSERT INTO products (company_id, product_id, name, folded_name, created_at)
                    VALUES (\(company), \(products[place]), \("Thing \(place)"), \("thing \(place)"), \(fixture.now))
                    """,
                    """
                    INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, price_minor, currency,
                        price_kind, first_seen, last_seen, run_id, line, product_company_id, product_id)
                    VALUES (\(company), \(listings[place]), \(source.rawValue), \("\(place)"), \("Thing no. \(place)"), 750, 123456,
                        'USD', 'retail', date '2026-01-01', date '2026-01-01', \(UUID()), 1, \(company), \(products[place]))
                    """,
                    """
                    INSERT INTO match_decisions (company_id, decision_id, listing_id, product_company_id, product_id, rule,
                        confidence, matcher, decided_at)
                    VALUES (\(company), \(UUID()), \(listings[place]), \(company), \(products[place]), 'new', 1, 'test',
                        \(fixture.now))
                    """,
                ])
            }
        }
        return ReviewShelf(fixture: fixture, company: company, listings: listings, products: products)
    }

    /// Asks whether a listing is another's product.
    @discardableResult
    func ask(
        _ listing: Int, _ product: Int, readers: Int = 1, probability: Double = 0.5, priority: Double = 1,
        rule: MatchRule? = nil, review: UUID = UUID()
    ) async throws -> UUID {
        try await database.transaction(in: company) { transaction in
            _ = try await transaction.execute(
                """
                INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, rule, matcher,
                    probability, priority, readers, reasons, evidence, created_at)
                VALUES (\(company), \(review), \(listings[listing]), \(company), \(products[product]),
                    \(rule == nil ? "undecided" : "audit"), \(rule?.rawValue), 'test', \(probability), \(priority), \(readers),
                    ARRAY['name: 80 % alike'], ARRAY['start -2.000', 'name 2.500'], \(fixture.now))
                """)
        }
        return review
    }

    /// An id for a pair of which people are shown what a judge said, or are not.
    func review(isBlind: Bool) async throws -> UUID {
        while true {
            let id = UUID()
            let found = try await database.read(
                in: company, Query<Single<Bool>>("SELECT is_judged_blind(\(id))"))
            if found.first?.value == isBlind { return id }
        }
    }

    /// Somebody who can review.
    func reviewer(_ name: String) async throws -> IdentityID {
        try await CompanyRegistry(database: database).addMember(
            to: fixture.harbor.id, email: "\(name)@example.com", displayName: name, role: .viewer, passwordHash: "-",
            identity: IdentityID(rawValue: UUID()), at: fixture.now)
    }

    /// The next pair of a reviewer, answered.
    @discardableResult
    func answer(
        _ verdict: ReviewVerdict, by reviewer: IdentityID, splitting: [UUID] = []
    ) async throws -> UUID? {
        guard let review = try await queue.next(for: reviewer, wantsGold: false) else { return nil }
        let isDone = try await queue.answer(
            review, verdict, splitting: splitting, by: reviewer, milliseconds: 1_500, id: UUID())
        return isDone ? review : nil
    }

    func settle() async throws -> ReviewSettlement.Outcome {
        var outcome = ReviewSettlement.Outcome()
        for company in try await settlement.companies() {
            outcome += try await settlement.settle(in: company, at: fixture.now)
        }
        return outcome
    }

    /// What a listing is now.
    func product(of listing: Int) async throws -> UUID? {
        try await database.read(
            in: company,
            Query<SingleOptional<UUID>>("SELECT product_id FROM listings WHERE listing_id = \(listings[listing])")
        ).first?.value
    }

    func state(of review: UUID) async throws -> String? {
        try await database.read(
            in: company, Query<Single<String>>("SELECT state FROM review_pairs WHERE review_id = \(review)")
        ).first?.value
    }

    /// Time passes for whoever holds a pair.
    func expire() async throws {
        _ = try await database.transaction(in: company) {
            try await $0.execute(
                "UPDATE review_pairs SET leased_until = now() - interval '1 second' WHERE company_id = \(company)")
        }
    }
}
