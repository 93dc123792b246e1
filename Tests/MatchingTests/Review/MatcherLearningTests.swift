import Catalog
import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// What reviewers said becomes a matcher, which decides only if it is better, and can be taken back.
@Suite struct MatcherLearningTests {
    private static let makers = [
        "Old Mill", "Quiet Bay", "Stonefield", "Marlow", "Ardent", "Bluewater", "Kestrel", "Noble",
    ]
    private static let kinds = ["Gin", "Dry Gin", "Rum", "Spiced Rum", "Vodka", "Rye Whisky", "Brandy", "Aquavit"]

    /// Pairs that were decided: each thing with itself as another shop writes it, and with another kind of the same maker.
    private func decided(_ fixture: TwoCompanies, in company: CompanyID) async throws {
        try await fixture.database.transaction(in: company) { transaction in
            let source = try await SourceQueries.findOrCreate(
                slug: "a", title: "A", id: UUID(), at: fixture.now, in: transaction)
            var (listings, listingNames) = ([UUID](), [String]())
            var (products, productNames) = ([UUID](), [String]())
            for maker in Self.makers {
                for kind in Self.kinds {
                    listings.append(UUID())
                    listingNames.append("\(maker) \(kind)")
                    products.append(UUID())
                    productNames.append("\(kind.uppercased()) \(maker.uppercased())")
                }
            }
            _ = try await transaction.execute(all: [
                """
                INSERT INTO products (company_id, product_id, name, folded_name, volume_ml, created_at)
                SELECT \(company), p, n, lower(n), 750, \(fixture.now) FROM unnest(\(products), \(productNames)) AS t (p, n)
                """,
                """
                INSERT INTO listings (company_id, listing_id, source_id, item_key, name, volume_ml, price_kind, first_seen,
                    last_seen, run_id, line)
                SELECT \(company), l, \(source.rawValue), l::text, n, 750, 'retail', date '2026-01-01', date '2026-01-01',
                    \(UUID()), 1 FROM unnest(\(listings), \(listingNames)) AS t (l, n)
                """,
            ])
            let others = products.indices.map { products[$0 % 8 == 7 ? $0 - 1 : $0 + 1] }
            for (outcome, right) in [("same", products), ("different", others)] {
                _ = try await transaction.execute(
                    """
                    INSERT INTO review_pairs (company_id, review_id, listing_id, product_company_id, product_id, origin, matcher,
                        priority, state, outcome, created_at)
                    SELECT \(company), gen_random_uuid(), l, \(company), p, 'undecided', 'test', 1, 'settled', \(outcome),
                        \(fixture.now) FROM unnest(\(listings), \(right)) AS t (l, p)
                    """)
            }
        }
    }

    @Test func too_little_is_said_and_nothing_is_learned() async throws {
        try await TwoCompanies.with { fixture in
            await #expect(throws: LearningProblem.tooFew(same: 0, different: 0, least: MatcherLearning.least)) {
                _ = try await MatcherLearning(database: fixture.database).run(at: fixture.now)
            }
            return ()
        }
    }

    @Test func a_matcher_is_learned_judged_promoted_and_rolled_back() async throws {
        try await TwoCompanies.with { fixture in
            try await decided(fixture, in: fixture.harbor.id)
            let (version, report) = try await MatcherLearning(database: fixture.database).run(at: fixture.now)
            #expect(report.learned + report.held == 128 && report.companies == 1)
            #expect(report.held > 10 && report.heldSame > 0 && report.before == PairMatcher.builtInVersion)
            #expect(report.figures.f1 > 0.8, "\(report)")
            #expect(report.automatic == nil, "so few labels show nothing")
            #expect(version == "learned-20251121-000000")
            func promoted(in company: CompanyID) async throws -> String? {
                try await fixture.database.transaction(in: company) {
                    try await MatchModelQueries(transaction: $0).promoted()?.version
                }
            }
            #expect(try await promoted(in: fixture.kestrel.id) == (report.isPromoted ? version : nil))
            _ = try await fixture.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).promote(version, at: fixture.now + 1)
            }
            #expect(try await promoted(in: fixture.kestrel.id) == version)
            let list = try await fixture.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).list(limit: 5)
            }
            #expect(list.map(\.isDeciding) == [true])
            let back = try await fixture.database.transaction(in: .house) {
                try await MatchModelQueries(transaction: $0).rollBack(at: fixture.now + 2)
            }
            #expect(back == version)
            #expect(try await promoted(in: .house) == nil)
            // Only the platform says which matcher decides.
            let others = try await fixture.database.transaction(in: fixture.kestrel.id) {
                try await MatchModelQueries(transaction: $0).promote(version, at: fixture.now + 3)
            }
            #expect(!others)
        }
    }

    @Test func a_worse_one_is_not_promoted() {
        func figures(_ pairs: [ScoredPair]) -> LearningReport.Figures { LearningReport.Figures(pairs, threshold: 0.5) }
        let good = figures([
            ScoredPair(left: 1, probability: 0.9, isSame: true), ScoredPair(left: 2, probability: 0.1, isSame: false),
        ])
        let bad = figures([
            ScoredPair(left: 1, probability: 0.4, isSame: true), ScoredPair(left: 2, probability: 0.3, isSame: false),
        ])
        #expect(LearningReport.isBetter(good, than: bad))
        #expect(!LearningReport.isBetter(bad, than: good) && !LearningReport.isBetter(good, than: good))
    }
}
