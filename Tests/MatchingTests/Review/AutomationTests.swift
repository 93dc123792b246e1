import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// How far the matcher decides by itself follows from what reviewers find when they look again.
@Suite struct AutomationTests {
    @Test func bounds_are_those_of_clopper_and_pearson() {
        let budget = ErrorBudget.standard
        // R: binom.test(k, n, alternative = "less" / "greater").
        #expect(abs(budget.atMost(wrong: 0, of: 20) - 0.139_108) < 1e-5)
        #expect(abs(budget.atMost(wrong: 2, of: 50) - 0.120_618) < 1e-4)
        #expect(abs(budget.atLeast(wrong: 2, of: 20) - 0.018_065) < 1e-5)
        #expect(budget.atLeast(wrong: 0, of: 20) == 0 && budget.atMost(wrong: 0, of: 0) == 1)
        #expect(budget.isProven(wrong: 0, of: 598) && !budget.isProven(wrong: 0, of: 597))
        #expect(budget.isExceeded(wrong: 2, of: 70) && !budget.isExceeded(wrong: 1, of: 70))
        #expect(!budget.isExceeded(wrong: 0, of: 0))
    }

    @Test func a_threshold_is_given_only_where_labels_show_it() throws {
        let budget = ErrorBudget(share: 0.05)
        func labels(_ count: Int, from top: Double, isSame: (Int) -> Bool) -> [(probability: Double, isSame: Bool)] {
            (0..<count).map { (top - Double($0) / 1_000, isSame($0)) }
        }
        let right = labels(200, from: 1) { _ in true }
        let found = try #require(budget.threshold(for: right))
        #expect(found.count == 200 && found.wrong == 0)
        #expect(budget.threshold(for: Array(right.prefix(50))) == nil, "59 are needed")
        // From where on too many are wrong it stops.
        let mixed = right + labels(100, from: 0.79) { $0 % 2 == 0 }
        let part = try #require(budget.threshold(for: mixed))
        #expect(part.threshold < 0.801 && part.threshold > 0.77 && budget.isProven(wrong: part.wrong, of: part.count))
        // As probable ones stand or fall together.
        var flat = [(probability: Double, isSame: Bool)](repeating: (0.9, true), count: 100)
        flat += [(0.9, false), (0.9, false), (0.9, false)]
        #expect(budget.threshold(for: flat) == nil)
    }

    @Test func a_rule_that_errs_is_narrowed_and_then_ended() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(12, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let watch = AutomationWatch(database: fixture.database)
            #expect(try await watch.look(at: fixture.now).isEmpty)
            for place in 0..<4 {
                try await shelf.ask(place, place + 4, rule: .nameAndSize)
                try await shelf.answer(place == 3 ? .same : .different, by: rita)
            }
            let changes = try await watch.look(at: fixture.now + 1)
            #expect(changes.map(\.rule) == [.nameAndSize] && changes.map(\.threshold) == [0.9])
            #expect(changes.first?.audited == 4 && changes.first?.wrong == 3)
            #expect(try await watch.look(at: fixture.now + 2).isEmpty, "what was found before counts no more")
            let current = try await fixture.database.transaction(in: fixture.kestrel.id) {
                try await AutomationQueries(transaction: $0).current()
            }
            #expect(current == Automation(name: 0.9, code: 0, model: nil), "it holds for every company")
            #expect(Automation.narrower(than: 0.95, .nameAndSize) == nil)
        }
    }

    @Test func what_is_narrowed_is_asked_instead() {
        var index = CandidateIndex<Int>()
        let seller = { (name: String) in Seller(source: name, shop: nil) }
        let facts = ItemFacts(millilitres: 750)
        let one = ListingIdentity(id: 1, seller: seller("a"), name: "Old Mill Harbour Reserve Gin", facts: facts)
        index.put(ProductIdentity(id: 1, from: one))
        let listing = ListingIdentity(id: 2, seller: seller("b"), name: "Old Mill Harbour Reserve Gin", facts: facts)
        guard case .matched = index.decide(listing) else {
            Issue.record("the same name is a match")
            return
        }
        guard case .new(let reason) = index.decide(listing, automation: Automation(name: nil, code: 0, model: nil))
        else {
            Issue.record("nothing is decided by the name")
            return
        }
        #expect(reason.nearest == 1)
        #expect(index.nearest(to: listing, excluding: [], limit: 3).map(\.product) == [1])
        #expect(index.nearest(to: listing, excluding: [1], limit: 3).isEmpty)
    }
}
