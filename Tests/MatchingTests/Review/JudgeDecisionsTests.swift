import Companies
import Foundation
import Postgres
import TestSupport
import Testing

@testable import Matching

/// A judge decides as far as people who did not know its word have found it right, and no further.
@Suite struct JudgeDecisionsTests {
    static let judge = "m pairs-1"
    /// Five right ones show that no more than half are wrong.
    static let budget = ErrorBudget(share: 0.5)

    /// A company in which a judge has spoken.
    struct Court {
        let shelf: ReviewShelf
        let rita: IdentityID

        var fixture: TwoCompanies { shelf.fixture }

        static func make(_ count: Int, _ fixture: TwoCompanies) async throws -> Court {
            let shelf = try await ReviewShelf.make(count, in: fixture.harbor.id, fixture)
            // All are called alike, so that no rule excludes what a judge says.
            try await fixture.database.transaction(in: fixture.harbor.id) { transaction in
                _ = try await transaction.execute(all: [
                    "UPDATE products SET name = 'Larkhill Gin', folded_name = 'larkhill gin' WHERE company_id = \(fixture.harbor.id)",
                    "UPDATE listings SET name = 'Larkhill Gin', awaits_matching = false WHERE company_id = \(fixture.harbor.id)",
                ])
            }
            return Court(shelf: shelf, rita: try await shelf.reviewer("rita"))
        }

        /// A pair of places 2n and 2n + 1, and what the judge says of it.
        @discardableResult
        func judged(
            _ pair: Int, _ verdict: JudgeWord.Verdict = .same, sure confidence: Double = 0.9, isBlind: Bool = false,
            by judge: String = JudgeDecisionsTests.judge, readers: Int = 1
        ) async throws -> UUID {
            try await judged(
                2 * pair, to: 2 * pair + 1, verdict, sure: confidence, isBlind: isBlind, by: judge, readers: readers)
        }

        /// The same of a listing and a product by their places.
        @discardableResult
        func judged(
            _ place: Int, to other: Int, _ verdict: JudgeWord.Verdict = .same, sure confidence: Double = 0.9,
            isBlind: Bool = false, by judge: String = JudgeDecisionsTests.judge, readers: Int = 1
        ) async throws -> UUID {
            let review = try await shelf.ask(
                place, other, readers: readers, review: try await shelf.review(isBlind: isBlind))
            let (listing, product) = (shelf.listings[place], shelf.products[other])
            try await fixture.database.transaction(in: shelf.company) {
                try await ReviewJudgingQueries(transaction: $0).note(
                    JudgeWord(verdict, confidence: confidence, judge: judge, sentence: "it says"), listing: listing,
                    product: product)
            }
            return review
        }

        func look(_ judge: String = JudgeDecisionsTests.judge, after seconds: TimeInterval = 1) async throws -> Double?
        {
            try await JudgeWatch(database: fixture.database, budget: JudgeDecisionsTests.budget)
                .look(at: judge, at: fixture.now + seconds)
        }

        func decide(in company: CompanyID? = nil, least: Double = 0.8) async throws -> Int {
            try await fixture.database.transaction(in: company ?? shelf.company) {
                try await JudgeDecisions(transaction: $0).run(
                    judge: JudgeDecisionsTests.judge, least: least, at: fixture.now)
            }
        }

        func change() async throws -> AutomationChangeRow? {
            try await fixture.database.transaction(in: .house) {
                try await AutomationQueries(transaction: $0).newest().first { $0.rule == .judge }
            }
        }

        func set(_ threshold: Double?, after seconds: TimeInterval) async throws {
            try await fixture.database.transaction(in: .house) {
                try await AutomationQueries(transaction: $0).set(
                    .judge, to: threshold, reason: "by hand", isByHand: true, id: UUID(),
                    at: fixture.now + seconds)
            }
        }

        func reasons(of review: UUID) async throws -> [String] {
            try await fixture.database.read(
                in: shelf.company,
                Query<Single<String>>("SELECT unnest(reasons) FROM review_pairs WHERE review_id = \(review)")
            ).map(\.value)
        }
    }

    @Test func people_who_measure_a_judge_do_not_see_what_it_said() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(4, fixture)
            let (shown, hidden) = (try await court.judged(0), try await court.judged(1, isBlind: true))
            #expect(try await court.reasons(of: shown) == ["name: 80 % alike", "judge: it says"])
            #expect(try await court.reasons(of: hidden) == ["name: 80 % alike"])
            let share = try await fixture.database.read(
                in: fixture.harbor.id,
                Query<Single<Double>>(
                    "SELECT avg(is_judged_blind(gen_random_uuid())::int)::float8 FROM generate_series(1, 20000)"))
            #expect(abs((share.first?.value ?? 0) - 1.0 / 3) < 0.02)
        }
    }

    @Test func a_judge_decides_what_it_has_shown_and_no_longer_than_it_does() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(40, fixture)
            #expect(try await court.look() == nil, "nothing is known yet")
            #expect(try await court.change() == nil)
            for pair in 0..<5 {
                // What people were shown says nothing, nor what it did not call the same.
                try await court.judged(pair)
                try await court.shelf.answer(.same, by: court.rita)
                try await court.judged(pair + 5, .different, isBlind: true)
                try await court.shelf.answer(.same, by: court.rita)
            }
            _ = try await court.shelf.settle()
            #expect(try await court.look() == nil)
            for pair in 10..<15 {
                try await court.judged(pair, sure: 0.97 - 0.01 * Double(pair - 10), isBlind: true)
                try await court.shelf.answer(.same, by: court.rita)
            }
            _ = try await court.shelf.settle()
            let least = try #require(try await court.look(after: 2))
            #expect(abs(least - 0.93) < 1e-9)
            let change = try #require(try await court.change())
            #expect(change.threshold == least && change.audited == 5 && change.wrong == 0 && !change.isByHand)
            #expect(change.reason.contains(Self.judge))
            #expect(
                try await court.look("other pairs-1", after: 3) == nil, "what one has shown says nothing of another")
            #expect(try await court.look(after: 4) == least)
            for pair in 15..<18 {
                try await court.judged(pair, sure: 0.99, isBlind: true)
                try await court.shelf.answer(.different, by: court.rita)
            }
            #expect(try await court.look(after: 5) == nil, "it errs too often now")
            #expect(try await court.change()?.threshold == nil)
            let standing = try await ReviewQueries(database: fixture.database).figures(days: 7).audits
            #expect(standing.contains { $0.rule == "judge" && $0.audited == 8 && $0.wrong == 3 && $0.open == 0 })
        }
    }

    @Test func what_somebody_said_by_hand_stands() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(12, fixture)
            for pair in 0..<5 {
                try await court.judged(pair, isBlind: true)
                try await court.shelf.answer(.same, by: court.rita)
            }
            #expect(try await court.look(after: 1) == 0.9)
            try await court.set(nil, after: 2)
            #expect(try await court.look(after: 3) == nil)
            try await court.set(0.95, after: 4)
            #expect(try await court.look(after: 5) == 0.95, "the least it may be")
            try await court.set(0.5, after: 6)
            #expect(try await court.look(after: 7) == 0.9, "what is not shown is not decided")
            #expect(try await court.change()?.isByHand == true)
        }
    }

    @Test func it_decides_open_pairs_that_nobody_reads_and_no_rule_excludes() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(20, fixture)
            let shelf = court.shelf
            let decided = try await court.judged(0)
            let left = [
                try await court.judged(1, sure: 0.7), try await court.judged(2, isBlind: true),
                try await court.judged(3, .different), try await court.judged(4, by: "other pairs-1"),
                try await court.judged(5, readers: 2), try await court.judged(6), try await court.judged(7),
                try await court.judged(8), try await court.judged(9),
            ]
            try await fixture.database.transaction(in: shelf.company) { transaction in
                _ = try await transaction.execute(all: [
                    // Another size; what another pair says, too; one that a person has before them; and one that says something else by now.
                    "UPDATE listings SET awaits_matching = true WHERE listing_id = \(shelf.listings[18])",
                    "UPDATE listings SET volume_ml = 1000 WHERE listing_id = \(shelf.listings[12])",
                    """
                    UPDATE products SET volume_ml = 750 WHERE company_id = \(shelf.company) AND product_id = \(shelf.products[13])
                    """,
                    "UPDATE review_pairs SET leased_by = \(UUID()), leased_until = now() + interval '1 hour' WHERE review_id = \(left[7])",
                ])
            }
            let second = try await court.judged(14, to: 19)
            #expect(try await court.decide(in: fixture.kestrel.id) == 0)
            #expect(try await court.decide() == 1)
            #expect(try await shelf.product(of: 0) == shelf.products[1])
            #expect(try await shelf.state(of: decided) == "dropped")
            for review in left + [second] { #expect(try await shelf.state(of: review) == "open", "\(review)") }
            let record = try await shelf.database.read(
                in: shelf.company,
                Query<Pair<String, String>>(
                    "SELECT matcher, array_to_string(features, '; ') FROM match_decisions WHERE rule = 'judge'"))
            #expect(record.map(\.first) == [Self.judge])
            #expect(record.first?.second == "name: 80 % alike; judge: it says")
            #expect(try await court.decide() == 0, "nothing is decided twice")
            // It teaches nothing, since nobody looked; and a person can say otherwise.
            let lessons = try await fixture.database.transaction(in: shelf.company) {
                try await DecidedPairQueries(transaction: $0).decided()
            }
            #expect(lessons.isEmpty)
            _ = try await fixture.database.transaction(in: shelf.company) { transaction in
                let identity = IdentityQueries(transaction: transaction)
                return try await identity.markDifferent(
                    shelf.listings[0], from: try await identity.product(shelf.products[1]), makeID: { UUID() },
                    reason: "Another gin", by: .command, at: fixture.now)
            }
            #expect(try await shelf.product(of: 0) != shelf.products[1])
        }
    }

    @Test func what_one_decision_does_the_next_one_meets() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(8, fixture)
            // Two of one seller may not be one product; the surer one is.
            try await court.judged(0, to: 1, sure: 0.95)
            let second = try await court.judged(2, to: 1, sure: 0.9)
            // Nothing goes to a product that has just been left, nor leaves one that has just been joined.
            try await court.judged(4, to: 5, sure: 0.99)
            let chained = try await court.judged(5, to: 6, sure: 0.98)
            #expect(try await court.decide() == 2)
            let shelf = court.shelf
            #expect(try await shelf.product(of: 0) == shelf.products[1])
            #expect(try await shelf.product(of: 2) == shelf.products[2])
            #expect(try await shelf.product(of: 4) == shelf.products[5])
            #expect(try await shelf.product(of: 5) == shelf.products[5])
            for review in [second, chained] { #expect(try await shelf.state(of: review) == "open") }
            #expect(try await court.decide() == 0, "people decide what is left")
        }
    }

    @Test func that_it_is_none_of_the_known_speaks_against_a_judge_who_called_it_one() async throws {
        try await TwoCompanies.with { fixture in
            let court = try await Court.make(20, fixture)
            for pair in 0..<5 {
                try await court.judged(pair, isBlind: true)
                try await court.shelf.answer(.same, by: court.rita)
            }
            #expect(try await court.look(after: 1) == 0.9)
            for place in [10, 12, 14] {
                try await court.judged(place, to: place + 1, isBlind: true)
                // Read first, and none of the two: the other is dropped.
                try await court.shelf.ask(place, place + 3, priority: 9)
                try await court.shelf.answer(.new, by: court.rita)
                _ = try await court.shelf.settle()
            }
            #expect(try await court.look(after: 2) == nil)
        }
    }
}
