import Catalog
import Companies
import Documents
import Foundation
import Outbound
import Postgres
import SourceSimulation
import Synchronization
import TestSupport
import Testing

@testable import Judging

/// Pairs are judged, kept with what was shown, and not asked about again; within the budget, whatever happens.
@Suite struct JudgeRunTests {
    @Test(arguments: ProviderDialect.allCases)
    func pairs_are_judged_and_kept_with_what_was_shown(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(23)
            let theirs = try await fixture.pairs(2, in: fixture.kestrel)
            let report = try await fixture.run(pairs)
            #expect(report.judgements.map(\.key) == pairs.map(\.key) && report.requests == 3)
            #expect(report.count(.same) == 8 && report.count(.different) == 8 && report.count(.unsure) == 7)
            #expect(report.unjudged.isEmpty && report.settled == 0 && report.stopped == nil)
            // What was kept is what was said, and what was shown is in the request byte for byte.
            let answers = try await fixture.answers(pairs)
            let byKey = Dictionary(uniqueKeysWithValues: answers.map { ($0.judgement.key, $0.judgement) })
            #expect(byKey == Dictionary(uniqueKeysWithValues: report.judgements.map { ($0.key, $0) }))
            let bodies = try fixture.provider.asked.map { asked -> String in
                let body = try JSONParser.parse(asked.body)
                guard case .array(let messages)? = body["messages"], case .string(let text)? = messages.last?["content"]
                else { throw JudgeProblem.missing }
                return text
            }
            for (place, judgement) in report.judgements.enumerated() {
                #expect(bodies[place / 10].contains(judgement.evidence))
                #expect(judgement.model == "judge-1" && judgement.answeredBy == "judge-1-2026")
                #expect(judgement.promptVersion == JudgePrompt.version && (0...1).contains(judgement.said.confidence))
            }
            // Every token is on somebody's share.
            let billed = fixture.provider.site.billed
            let usage = billed.map { TokenUsage(input: $0.input, output: $0.output) }
            #expect(report.judgements.reduce(0) { $0 + $1.usage.input } == usage.reduce(0) { $0 + $1.input })
            #expect(report.judgements.reduce(0) { $0 + $1.usage.output } == usage.reduce(0) { $0 + $1.output })
            let cost = usage.map(JudgeFixture.price.cost).reduce(.zero, +)
            #expect(report.judgements.map(\.cost).reduce(.zero, +) == cost && report.cost == cost)
            #expect(try await fixture.ledger.spent(on: fixture.night) == cost)
            // No price, no company, no source has left.
            let sent = fixture.provider.asked.map { String(decoding: $0.body, as: UTF8.self) }.joined()
            for word in ["77777", "USD", "harbor", "Harbor CANARY-A", "shop", "\(fixture.harbor)"] {
                #expect(!sent.contains(word), "\(word)")
            }
            for pair in pairs + theirs { #expect(!sent.contains(pair.key.listing.uuidString.lowercased())) }
        }
    }

    @Test func nothing_is_asked_twice() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(15)
            _ = try await fixture.run(Array(pairs.prefix(4)))
            let second = try await fixture.run(pairs + pairs)
            #expect(second.settled == 4 && second.judgements.count == 11)
            let third = try await fixture.run(pairs)
            #expect(third.settled == 15 && third.requests == 0 && third.cost == .zero)
            #expect(Set(fixture.askedNames).count == 15 && fixture.askedNames.count == 15)
        }
    }

    @Test func two_runs_at_once_ask_about_no_pair_twice() async throws {
        try await JudgeFixture.with(connections: 8) { fixture in
            let pairs = try await fixture.pairs(60)
            let reports = try await withThrowingTaskGroup(of: JudgeReport.self) { group in
                for _ in 0..<4 { group.addTask { try await fixture.run(pairs) } }
                return try await group.reduce(into: []) { $0.append($1) }
            }
            #expect(Set(fixture.askedNames).count == fixture.askedNames.count)
            #expect(reports.allSatisfy { $0.stopped == nil || $0.stopped == .otherRun })
            for report in reports {
                #expect(report.judgements.count + report.unjudged.count + report.settled == 60)
            }
            let rest = try await fixture.run(pairs)
            #expect(rest.stopped == nil && rest.settled + rest.judgements.count == 60)
            #expect(Set(fixture.askedNames).count == 60 && fixture.askedNames.count == 60)
        }
    }

    @Test func the_other_company_sees_nothing_and_may_ask_the_same() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(3)
            let theirs = try await fixture.pairs(3, in: fixture.kestrel)
            _ = try await fixture.run(pairs)
            #expect(try await fixture.count("judge_answers", in: fixture.kestrel) == 0)
            #expect(try await fixture.count("judge_requests", in: fixture.kestrel) == 0)
            #expect(try await fixture.count("judge_requests", in: fixture.harbor) == 0)
            #expect(try await fixture.answers(pairs, in: fixture.kestrel).isEmpty)
            // What is not theirs to ask about is not sent at all.
            let stolen = try await fixture.run(pairs, in: fixture.kestrel)
            #expect(stolen.settled == 3 && stolen.requests == 0)
            let mixed = pairs.map { pair in
                AmbiguousPair(
                    PairKey(listing: theirs[0].key.listing, owner: fixture.harbor, product: pair.key.product),
                    listing: pair.listing, product: pair.product)
            }
            #expect(try await fixture.run(mixed, in: fixture.kestrel).requests == 0)
            let own = try await fixture.run(theirs, in: fixture.kestrel)
            #expect(own.judgements.count == 3)
            #expect(try await fixture.count("judge_answers", in: fixture.harbor) == 3)
        }
    }

    @Test func a_companys_listing_may_be_a_product_of_the_house() async throws {
        try await JudgeFixture.with { fixture in
            let (own, houses) = (try await fixture.pairs(1), try await fixture.pairs(1, in: .house))
            let key = PairKey(listing: own[0].key.listing, owner: .house, product: houses[0].key.product)
            let pair = AmbiguousPair(key, listing: own[0].listing, product: houses[0].product)
            #expect(try await fixture.run([pair]).judgements.map(\.key) == [key])
            // The house's own listings are the house's to ask about.
            #expect(try await fixture.run(houses).settled == 1)
            #expect(try await fixture.run(houses, in: .house).judgements.count == 1)
            #expect(try await fixture.count("judge_answers", in: fixture.harbor) == 1)
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func one_pair_that_is_refused_keeps_no_other_from_being_judged(dialect: ProviderDialect) async throws {
        for place in [0, 4, 9] {
            try await JudgeFixture.with(dialect) { fixture in
                let pairs = try await fixture.pairs(20, names: [place: "Unspeakable Rum"])
                fixture.provider.site.refuse(whateverSays: "Unspeakable")
                let report = try await fixture.run(pairs)
                #expect(report.unjudged == [pairs[place].key: .refused] && report.judgements.count == 19)
                #expect(report.stopped == nil && report.requests < 12)
            }
        }
    }

    @Test func an_answer_without_one_pair_is_an_answer_to_the_others() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(10)
            fixture.provider.site.expect(.missingID)
            let report = try await fixture.run(pairs)
            #expect(report.unjudged == [pairs[0].key: .missing] && report.judgements.count == 9)
            #expect(report.judgements.map(\.cost).reduce(.zero, +) == report.cost)
        }
    }

    @Test func a_run_takes_as_many_pairs_as_it_may() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(30)
            let report = try await fixture.run(pairs, mostPairs: 12)
            #expect(report.judgements.map(\.key) == pairs.prefix(12).map(\.key))
            #expect(Set(report.unjudged.values) == [.overCount] && report.unjudged.count == 18)
            #expect(report.stopped == nil)
            #expect(try await fixture.run(pairs, mostPairs: 0).unjudged.count == 18)
        }
    }

    @Test func a_run_past_midnight_stays_on_one_bill() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(30)
            let clock = TestClock(CalendarDay(utc: fixture.companies.now).adding(days: 1).utcMidnight - 5)
            let report = try await fixture.run(
                pairs,
                now: {
                    clock.advance(by: 1)
                    return clock.now
                })
            #expect(report.judgements.count == 30 && clock.now > fixture.night.adding(days: 1).utcMidnight)
            #expect(try await fixture.ledger.spent(on: fixture.night) == report.cost)
            #expect(try await fixture.ledger.spent(on: fixture.night.adding(days: 1)) == .zero)
        }
    }

    @Test func a_request_whose_process_died_stays_on_the_bill_and_blocks_for_five_minutes() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(2)
            let most = MicroDollars(rawValue: 40_000_000)
            let lost = try await fixture.ledger.reserve(
                .init(
                    id: UUID(), night: fixture.night, company: fixture.harbor, model: "judge-1", pairs: 1, most: most,
                    moment: fixture.companies.now), within: most)
            #expect(lost == nil)
            let early = try await fixture.run(pairs)
            #expect(early.stopped == .otherRun && early.unjudged.count == 2 && early.requests == 0)
            // Nobody else's run is kept waiting.
            let theirs = try await fixture.pairs(2, in: fixture.kestrel)
            #expect(try await fixture.run(theirs, in: fixture.kestrel).judgements.count == 2)
            let later = fixture.companies.now + JudgeLedgerQueries.lostAfter + 1
            let report = try await fixture.run(pairs, now: { later })
            #expect(report.judgements.count == 2)
            #expect(try await fixture.ledger.spent(on: fixture.night) > most)
            #expect(
                try await fixture.run(try await fixture.pairs(1), budget: most, now: { later }).stopped == .overBudget)
        }
    }

    @Test func a_run_that_is_called_off_leaves_its_request_on_the_bill_and_nothing_in_the_way() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(2)
            fixture.provider.site.expect(.hang)
            let running = Task { try await fixture.run(pairs) }
            while fixture.provider.asked.isEmpty { await Task.yield() }
            running.cancel()
            await #expect(throws: CancellationError.self) { _ = try await running.value }
            #expect(try await fixture.count("judge_requests", "state = 'failed' AND cost_micros > 0", in: .house) == 1)
            #expect(try await fixture.run(pairs).judgements.count == 2)
        }
    }

    @Test func what_went_away_meanwhile_is_left_out() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(3)
            try await fixture.database.transaction(in: fixture.harbor) {
                try await JudgeQueries(transaction: $0).write([], at: fixture.companies.now)
                try await $0.execute(
                    "DELETE FROM listings WHERE company_id = \(fixture.harbor) AND listing_id = \(pairs[1].key.listing)"
                )
            }
            let report = try await fixture.run(pairs)
            #expect(report.settled == 1 && report.judgements.map(\.key) == [pairs[0].key, pairs[2].key])
        }
    }

    @Test func words_in_code_and_in_the_database_are_the_same() async throws {
        try await TestDatabase.with { test in
            let known = try await test.words(of: "judge_answers_verdict_known")
            #expect(known == Set(JudgeVerdict.allCases.map(\.rawValue)))
        }
    }
}
