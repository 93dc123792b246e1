import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// What reviewers are shown and answer, what follows, and what they can never see.
@Suite struct ReviewQueueTests {
    @Test func an_answer_is_done_taken_back_and_given_otherwise() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(4, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let review = try await shelf.ask(0, 3)
            #expect(try await shelf.queue.next(for: rita, wantsGold: false) == review)
            let (pair, carriers) = try #require(try await shelf.queue.pair(review, for: rita))
            #expect(pair.listing.name == "Thing no. 0" && pair.product.name == "Thing 3" && pair.isMine && pair.isOpen)
            #expect(pair.evidence == [.init(.start, -2), .init(.name, 2.5)] && pair.reasons == ["name: 80 % alike"])
            #expect(carriers.map(\.id) == [shelf.listings[3]] && carriers.map(\.source) == [1])
            #expect(try await shelf.answer(.same, by: rita) == review)
            #expect(try await shelf.settle().moved == 1)
            #expect(try await shelf.product(of: 0) == shelf.products[3])
            #expect(try await shelf.state(of: review) == "settled")
            // Taken back, everything is as it was, and the pair is the reviewer's again.
            #expect(try await shelf.queue.takeBack(by: rita) == review)
            #expect(try await shelf.settle().reopened == 1)
            #expect(try await shelf.product(of: 0) == shelf.products[0])
            #expect(try await shelf.queue.next(for: rita, wantsGold: false) == review)
            // What was done for the first answer never holds beside the second.
            #expect(try await shelf.answer(.different, by: rita) == review)
            #expect(try await shelf.settle().settled == 1)
            let differences = try await fixture.database.transaction(in: fixture.harbor.id) {
                try await MatchingQueries(transaction: $0).differences()
            }
            #expect(differences == [shelf.listings[0]: [shelf.products[3]]])
            #expect(try await shelf.product(of: 0) == shelf.products[0])
        }
    }

    @Test func an_answer_changed_before_it_was_done_is_done_once() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let review = try await shelf.ask(0, 1)
            try await shelf.answer(.same, by: rita)
            _ = try await shelf.settle()
            _ = try await shelf.queue.takeBack(by: rita)
            // Answered again before the taking back was done.
            #expect(try await shelf.answer(.different, by: rita) == review)
            let outcome = try await shelf.settle()
            #expect(outcome.settled == 1 && outcome.moved == 1)
            #expect(try await shelf.product(of: 0) == shelf.products[0])
            #expect(try await shelf.settle() == ReviewSettlement.Outcome())
        }
    }

    @Test func two_reviewers_never_have_the_same_pair() async throws {
        try await TwoCompanies.with(connections: 8) { fixture in
            let shelf = try await ReviewShelf.make(12, in: fixture.harbor.id, fixture)
            for listing in 0..<11 { try await shelf.ask(listing, listing + 1, priority: Double(listing)) }
            var reviewers: [IdentityID] = []
            for name in ["rita", "sam", "tom", "uma"] { reviewers.append(try await shelf.reviewer(name)) }
            let taken = try await withThrowingTaskGroup(of: UUID?.self, returning: [UUID].self) { group in
                for reviewer in reviewers {
                    group.addTask { try await shelf.queue.next(for: reviewer, wantsGold: false) }
                }
                return try await group.reduce(into: []) { $0 += [$1].compactMap(\.self) }
            }
            #expect(taken.count == 4 && Set(taken).count == 4)
            // Asking again gives the same pair; nobody can answer another's.
            #expect(try await shelf.queue.next(for: reviewers[0], wantsGold: false).map(taken.contains) == true)
            let first = try #require(try await shelf.queue.next(for: reviewers[0], wantsGold: false))
            #expect(
                try await shelf.queue.answer(first, .same, by: reviewers[1], milliseconds: 1, id: UUID()) == false)
            // Held for too long, it is somebody else's.
            try await shelf.expire()
            #expect(
                try await shelf.queue.answer(first, .same, by: reviewers[0], milliseconds: 1, id: UUID()) == false)
        }
    }

    @Test func the_most_valuable_pair_comes_first() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(4, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let (low, high) = (try await shelf.ask(0, 1, priority: 0.2), try await shelf.ask(2, 3, priority: 2))
            #expect(try await shelf.answer(.different, by: rita) == high)
            #expect(try await shelf.answer(.different, by: rita) == low)
            #expect(try await shelf.answer(.different, by: rita) == nil)
        }
    }

    @Test func an_audit_comes_when_it_is_time_for_one() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(4, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let sam = try await shelf.reviewer("sam")
            let (audit, other) = (
                try await shelf.ask(0, 1, priority: 1, rule: .gtin), try await shelf.ask(2, 3, priority: 9)
            )
            #expect(try await shelf.queue.next(for: rita, wantsGold: false, wantsAudit: true) == audit)
            // With none left, time for one gives another.
            #expect(try await shelf.queue.next(for: sam, wantsGold: false, wantsAudit: true) == other)
        }
    }

    @Test func who_disagrees_is_judged_by_a_third() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let (rita, sam) = (try await shelf.reviewer("rita"), try await shelf.reviewer("sam"))
            let tom = try await shelf.reviewer("tom")
            let review = try await shelf.ask(0, 1, readers: 2)
            #expect(try await shelf.answer(.same, by: rita) == review)
            #expect(try await shelf.state(of: review) == "open")
            #expect(try await shelf.queue.next(for: rita, wantsGold: false) == nil, "nobody reads twice")
            _ = try await shelf.queue.next(for: sam, wantsGold: false)
            #expect(try await shelf.queue.disagreement(on: review, for: sam).isEmpty, "the second reads blind")
            #expect(try await shelf.answer(.different, by: sam) == review)
            #expect(try await shelf.state(of: review) == "open")
            #expect(try await shelf.queue.next(for: tom, wantsGold: false) == review)
            #expect(try await shelf.queue.disagreement(on: review, for: tom) == [.same, .different])
            #expect(try await shelf.queue.disagreement(on: review, for: sam).isEmpty)
            #expect(try await shelf.answer(.same, by: tom) == review)
            #expect(try await shelf.settle().moved == 1)
            #expect(try await shelf.product(of: 0) == shelf.products[1])
        }
    }

    @Test func what_two_agree_on_measures_others() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let (rita, sam) = (try await shelf.reviewer("rita"), try await shelf.reviewer("sam"))
            let tom = try await shelf.reviewer("tom")
            let review = try await shelf.ask(0, 1, readers: 2)
            try await shelf.answer(.different, by: rita)
            try await shelf.answer(.different, by: sam)
            _ = try await shelf.settle()
            #expect(try await shelf.queue.next(for: tom, wantsGold: false) == nil)
            #expect(try await shelf.queue.next(for: tom, wantsGold: true) == review)
            #expect(try await shelf.queue.answer(review, .same, by: tom, milliseconds: 900, id: UUID()))
            #expect(try await shelf.settle() == ReviewSettlement.Outcome(), "it changes nothing")
            #expect(try await shelf.queue.next(for: tom, wantsGold: true) == nil, "once is enough")
            let found = try await shelf.queue.figures(days: 14)
            let row = try #require(found.reviewers.first { $0.name == "tom" })
            #expect(row.gold == 1 && row.goldRight == 0 && row.medianMilliseconds == 900)
            #expect(found.reviewers.first { $0.name == "rita" }?.agreed == 1)
            #expect(found.standing?.gold == 1 && found.days.map(\.second).reduce(0, +) == 3)
        }
    }

    @Test func three_who_cannot_tell_end_it() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let review = try await shelf.ask(0, 1)
            for name in ["rita", "sam", "tom"] {
                #expect(try await shelf.state(of: review) == "open")
                try await shelf.answer(.unsure, by: try await shelf.reviewer(name))
            }
            #expect(try await shelf.state(of: review) == "dropped")
        }
    }

    @Test func none_of_the_known_ends_all_questions_about_a_listing() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(3, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let (first, second) = (try await shelf.ask(0, 1, priority: 2), try await shelf.ask(0, 2, priority: 1))
            #expect(try await shelf.answer(.new, by: rita) == first)
            #expect(try await shelf.settle().settled == 1)
            #expect(try await shelf.state(of: second) == "dropped")
            // Taken back, both are asked again.
            #expect(try await shelf.queue.takeBack(by: rita) == first)
            _ = try await shelf.settle()
            #expect(try await shelf.state(of: first) == "open")
            #expect(try await shelf.state(of: second) == "open")
        }
    }

    @Test func another_product_can_be_chosen_and_a_product_split() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(4, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let review = try await shelf.ask(0, 1)
            _ = try await shelf.queue.next(for: rita, wantsGold: false)
            let found = try await shelf.queue.find(["thing", "3"], for: review)
            #expect(found.map(\.id) == [shelf.products[3]])
            let chosen = try #require(
                try await shelf.queue.choose(shelf.products[3], instead: review, by: rita, id: UUID()))
            #expect(try await shelf.queue.next(for: rita, wantsGold: false) == chosen)
            #expect(try await shelf.answer(.same, by: rita) == chosen)
            _ = try await shelf.settle()
            #expect(try await shelf.product(of: 0) == shelf.products[3])
            // The product is two things: what was joined is parted again.
            let split = try await shelf.ask(2, 3)
            try await shelf.expire()
            #expect(try await shelf.queue.next(for: rita, wantsGold: false) != nil)
            var last = try await shelf.queue.next(for: rita, wantsGold: false)
            if last != split {
                try await shelf.answer(.different, by: rita)
                last = try await shelf.queue.next(for: rita, wantsGold: false)
            }
            #expect(last == split)
            #expect(
                try await shelf.queue.answer(
                    split, .split, splitting: [shelf.listings[0]], by: rita, milliseconds: 1, id: UUID()))
            _ = try await shelf.settle()
            let now = try await shelf.product(of: 0)
            #expect(now != shelf.products[3])
            #expect(try await shelf.product(of: 3) == shelf.products[3])
        }
    }

    @Test func a_rule_answers_what_it_announced_and_is_taken_back_whole() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(8, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            for (place, probability) in [0.97, 0.98, 0.99, 0.5].enumerated() {
                try await shelf.ask(place * 2, place * 2 + 1, probability: probability)
            }
            let band = try #require(ReviewBand(low: 0.95, high: 1))
            let (shown, count) = try await shelf.queue.matching(band, limit: 2)
            #expect(count == 3 && shown.map(\.probability) == [0.99, 0.98])
            #expect(try await shelf.queue.answer(band, .same, by: rita, announced: 2, id: UUID()) == false)
            let rule = UUID()
            #expect(try await shelf.queue.answer(band, .same, by: rita, announced: 3, id: rule))
            #expect(try await shelf.settle().moved == 3)
            #expect(try await shelf.queue.takeBack(by: rita) == nil, "a rule is taken back as a whole")
            #expect(try await shelf.queue.takeBackRule(rule, by: try await shelf.reviewer("sam")) == 0)
            #expect(try await shelf.queue.takeBackRule(rule, by: rita) == 3)
            #expect(try await shelf.settle().reopened == 3)
            for place in 0..<8 { #expect(try await shelf.product(of: place) == shelf.products[place]) }
        }
    }

    @Test func a_pair_that_cannot_be_done_holds_up_no_other() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(4, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let (stuck, other) = (try await shelf.ask(0, 1, priority: 2), try await shelf.ask(2, 3, priority: 1))
            #expect(try await shelf.answer(.different, by: rita) == stuck)
            #expect(try await shelf.answer(.same, by: rita) == other)
            let owner = try await fixture.test.owner()
            try await owner.runScript(
                "ALTER TABLE identity_differences ADD CONSTRAINT stuck CHECK (listing_id <> '\(shelf.listings[0])')")
            await #expect(throws: DatabaseError.self) { _ = try await shelf.settle() }
            #expect(try await shelf.state(of: stuck) == "answered")
            #expect(try await shelf.state(of: other) == "settled")
            #expect(try await shelf.product(of: 2) == shelf.products[3])
            try await owner.runScript("ALTER TABLE identity_differences DROP CONSTRAINT stuck")
            #expect(try await shelf.settle().settled == 1)
            await owner.close()
        }
    }

    @Test func a_judge_is_asked_about_the_open_middle_once_and_the_other_company_has_none() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(8, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            try await shelf.ask(0, 1, probability: 0.5, review: try await shelf.review(isBlind: false))
            for (place, probability) in [(2, 0.95), (4, 0.05)] {
                try await shelf.ask(place, place + 1, probability: probability)
            }
            try await shelf.ask(6, 7, probability: 0.5, priority: 9)
            try await shelf.answer(.different, by: rita)
            func middle(of company: CompanyID) async throws -> [AmbiguousReviewRow] {
                try await fixture.database.transaction(in: company) {
                    try await ReviewJudgingQueries(transaction: $0).ambiguous(limit: 10)
                }
            }
            let rows = try await middle(of: fixture.harbor.id)
            #expect(rows.map(\.listingID) == [shelf.listings[0]] && rows.first?.product.name == "Thing 1")
            #expect(rows.first?.owner == fixture.harbor.id && rows.first?.listing.facts.millilitres == 750)
            #expect(try await middle(of: fixture.kestrel.id).isEmpty)
            func note(in company: CompanyID) async throws {
                try await fixture.database.transaction(in: company) {
                    try await ReviewJudgingQueries(transaction: $0).note(
                        JudgeWord(.same, confidence: 0.9, judge: "m pairs-1", sentence: "same,\n90 % sure"),
                        listing: shelf.listings[0], product: shelf.products[1])
                }
            }
            try await note(in: fixture.kestrel.id)
            #expect(try await middle(of: fixture.harbor.id).count == 1, "another company says nothing about it")
            for _ in 0..<2 { try await note(in: fixture.harbor.id) }
            #expect(try await middle(of: fixture.harbor.id).isEmpty)
            let review = try #require(try await shelf.queue.next(for: rita, wantsGold: false))
            let found = try await shelf.database.read(
                in: fixture.harbor.id,
                Query<Single<String>>(
                    "SELECT unnest(reasons) FROM review_pairs WHERE listing_id = \(shelf.listings[0])"))
            #expect(found.map(\.value) == ["name: 80 % alike", "judge: same, 90 % sure"], "\(review)")
        }
    }

    // MARK: - Walls

    @Test func reviewers_see_no_table_no_price_and_no_company() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let review = try await shelf.ask(0, 1)
            _ = try await shelf.queue.next(for: rita, wantsGold: false)
            let role = try await fixture.test.review()
            let tables = try await (try await fixture.test.owner()).fetch(
                Query<Single<String>>(
                    """
                    SELECT relname::text FROM pg_class
                    WHERE relnamespace = 'public'::regnamespace AND relkind IN ('r', 'p', 'v') ORDER BY 1
                    """)
            ).map(\.value)
            #expect(tables.contains("listings") && tables.count > 50)
            for table in tables {
                await #expect(throws: DatabaseError.self, "\(table)") {
                    _ = try await role.fetch(Query<Single<Int>>("SELECT count(*) FROM \(unsafe: table)"))
                }
            }
            // What the functions answer holds neither the price nor the company, whatever is asked.
            for function in [
                "review_show(\(review: review), \(review: rita.rawValue))", "review_carriers(\(review: review))",
            ] {
                let rows = try await role.fetch(
                    Query<Single<String>>("SELECT to_jsonb(r)::text FROM \(unsafe: function) AS r"))
                #expect(!rows.isEmpty)
                for row in rows {
                    #expect(!row.value.contains("123456") && !row.value.contains("\(shelf.company)"))
                    #expect(!row.value.contains("USD") && !row.value.contains("Harbor"))
                }
            }
            await role.close()
        }
    }

    @Test func the_other_company_sees_nothing_of_it() async throws {
        try await TwoCompanies.with { fixture in
            let shelf = try await ReviewShelf.make(2, in: fixture.harbor.id, fixture)
            let other = try await ReviewShelf.make(2, in: fixture.kestrel.id, fixture)
            let rita = try await shelf.reviewer("rita")
            let review = try await shelf.ask(0, 1)
            try await shelf.answer(.same, by: rita)
            _ = try await shelf.settle()
            let (pairs, answers) = try await fixture.database.read(
                in: fixture.kestrel.id, Query<Single<Int>>("SELECT count(*) FROM review_pairs"),
                Query<Single<Int>>("SELECT count(*) FROM review_answers"))
            #expect(pairs.first?.value == 0 && answers.first?.value == 0)
            #expect(try await other.product(of: 0) == other.products[0])
            // Products of another company cannot be found or chosen, not even by somebody who works for all.
            try await shelf.ask(1, 0)
            let next = try #require(try await shelf.queue.next(for: rita, wantsGold: false))
            #expect(next != review)
            #expect(try await shelf.queue.find(["thing"], for: next).allSatisfy { shelf.products.contains($0.id) })
            #expect(try await shelf.queue.choose(other.products[0], instead: next, by: rita, id: UUID()) == nil)
        }
    }
}

extension String.StringInterpolation {
    /// An id as a literal of SQL.
    fileprivate mutating func appendInterpolation(review id: UUID) { appendLiteral("'\(id.uuidString)'::uuid") }
}
