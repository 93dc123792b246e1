import Companies
import Documents
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

@testable import Judging

/// A night costs no more than it may, whatever goes wrong and however many ask at once.
@Suite struct JudgeBudgetTests {
    @Test func no_night_costs_more_than_its_budget() async throws {
        let seeds =
            SimulationSeeds.only.map { [$0] }
            ?? (0..<(SimulationSeeds.count ?? 5)).map { _ in UInt64.random(in: .min ... .max) }
        for seed in seeds {
            print("seed \(seed)")
            var random = SeededRandom(seed: seed)
            let dialect = random.chance(0.5) ? ProviderDialect.openai : .anthropic
            let budget = MicroDollars(rawValue: random.below(120_000))
            let (ours, others) = (5 + random.below(60), 5 + random.below(60))
            let possible: [ProviderFault] = [
                .refusal, .cut, .invalidJSON, .noUsage, .missingID, .nothing, .serverError, .overloaded, .unknownID,
                .rateLimited(retryAfter: "5"), .greed(0),
            ]
            let faults = (0..<random.below(12)).map { _ in possible[random.below(possible.count)] }
            try await JudgeFixture.with(dialect, connections: 8) { fixture in
                let pairs = try await fixture.pairs(ours)
                let theirs = try await fixture.pairs(others, in: fixture.kestrel)
                for fault in faults { fixture.provider.site.expect(fault) }
                for _ in 0..<3 {
                    async let one = fixture.run(pairs, budget: budget)
                    async let other = fixture.run(theirs, in: fixture.kestrel, budget: budget)
                    let reports = try await [one, other]
                    for (report, count) in zip(reports, [ours, others]) {
                        #expect(
                            report.judgements.count + report.unjudged.count + report.settled == count, "seed \(seed)")
                    }
                    let spent = try await fixture.ledger.spent(on: fixture.night)
                    let billed = fixture.provider.site.billed.map { TokenUsage(input: $0.input, output: $0.output) }
                        .map(JudgeFixture.price.cost).reduce(.zero, +)
                    #expect(spent <= budget && billed <= spent, "seed \(seed): \(billed), \(spent) of \(budget)")
                    #expect(Set(fixture.askedNames).isSubset(of: Set((pairs + theirs).map(\.listing.name))))
                }
            }
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func a_run_ends_before_the_request_that_might_pass_it(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(40)
            let settings = try fixture.settings()
            let question = JudgeQuestion(pairs.prefix(10)) { "abcdefgh" }
            let client = WebClient(userAgent: "Tidemark/test")
            let most = JudgeFixture.price.cost(settings.provider(client: client).most(question))
            // A millionth short of one request, and enough for one.
            let short = try await fixture.run(pairs, budget: MicroDollars(rawValue: most.rawValue - 1))
            #expect(short.requests == 0 && short.stopped == .overBudget && short.unjudged.count == 40)
            #expect(fixture.provider.asked.isEmpty)
            let one = try await fixture.run(pairs, budget: most)
            #expect(one.requests == 1 && one.judgements.count == 10 && one.stopped == .overBudget)
            #expect(Set(one.unjudged.values) == [.overBudget] && one.unjudged.count == 30)
            // It took less than it might have.
            #expect(one.cost > .zero && one.cost < most)
            // The next night has a budget of its own.
            let (tomorrow, more) = (fixture.companies.now + 86_400, most + MicroDollars(rawValue: 100))
            #expect(try await fixture.run(pairs, budget: more, now: { tomorrow }).judgements.count == 10)
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func a_provider_that_takes_more_than_it_may_gets_one_request(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(30)
            fixture.provider.site.expect(.greed(1_000_000))
            let budget = MicroDollars(rawValue: 100_000)
            let report = try await fixture.run(pairs, budget: budget)
            #expect(report.requests == 1 && report.stopped == .overBudget && report.judgements.count == 10)
            #expect(try await fixture.ledger.spent(on: fixture.night) > budget)
        }
    }

    @Test func a_number_of_tokens_that_cannot_be_is_none() {
        let body: (String) -> ProviderAnswer = { usage in
            ProviderAnswer(
                status: 200,
                body: .members([
                    ("usage", .members([("prompt_tokens", .number(usage)), ("completion_tokens", .number("5"))]))
                ]), retryAfter: nil)
        }
        for text in ["-1", "1e9", "99999999999999999999", "1.5", "100000001"] {
            #expect(OpenAIJudge.read(body(text), ids: []).usage == nil, "\(text)")
        }
        #expect(OpenAIJudge.read(body("7"), ids: []).usage == TokenUsage(input: 7, output: 5))
    }
}
