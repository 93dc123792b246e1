import Companies
import Foundation
import Outbound
import Postgres
import SourceSimulation
import TestSupport
import Testing
import Vault

@testable import Judging

/// Whatever goes wrong at a provider has a name, no pair is lost by it, and the key is in no word about it.
@Suite struct ProviderFaultTests {
    /// What a fault ends in: the cause of every pair, whether the run stops, how often it was asked, and whether it may be on the bill.
    struct Expected: Sendable {
        var problem: JudgeProblem
        var stops = false
        var requests = 1
        var isFree = false
    }

    private static let faults: [(ProviderFault, Expected)] = [
        (.rateLimited(retryAfter: nil), Expected(problem: .busy(retryAfter: nil), requests: 3, isFree: true)),
        (.rateLimited(retryAfter: "30"), Expected(problem: .busy(retryAfter: 30), requests: 3, isFree: true)),
        (.rateLimited(retryAfter: "3600"), Expected(problem: .busy(retryAfter: 3_600), stops: true, isFree: true)),
        (.noCredit, Expected(problem: .noCredit, stops: true, isFree: true)),
        (.serverError, Expected(problem: .faulty(status: 500), requests: 3, isFree: true)),
        (.refusal, Expected(problem: .refused)), (.cut, Expected(problem: .cut)),
        (.invalidJSON, Expected(problem: .wrongShape(.notJSON))), (.page, Expected(problem: .wrongShape(.notJSON))),
        (.anotherForm, Expected(problem: .wrongShape(.notASchema))),
        (.confidenceOfTwo, Expected(problem: .wrongShape(.confidence))),
        (.emptyReason, Expected(problem: .wrongShape(.reason))),
        (.unknownID, Expected(problem: .wrongShape(.unknownID))),
        (.repeatedID, Expected(problem: .wrongShape(.repeatedID))), (.missingID, Expected(problem: .missing)),
        (.nothing, Expected(problem: .missing)),
    ]

    @Test(arguments: ProviderDialect.allCases, faults.indices)
    func a_fault_has_a_name_and_loses_no_pair(dialect: ProviderDialect, place: Int) async throws {
        let (fault, expected) = Self.faults[place]
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(1)
            for _ in 0..<expected.requests { fixture.provider.site.expect(fault) }
            let report = try await fixture.run(pairs)
            #expect(report.unjudged == [pairs[0].key: expected.problem])
            #expect(report.judgements.isEmpty && report.requests == expected.requests)
            #expect((report.stopped != nil) == expected.stops)
            #expect((report.cost == .zero) == expected.isFree)
            #expect(try await fixture.answers(pairs).isEmpty)
            #expect(try await fixture.ledger.spent(on: fixture.night) == report.cost)
            #expect(
                try await fixture.count("judge_requests", "state = 'failed' AND settled_at IS NOT NULL", in: .house)
                    == expected.requests)
            try await Self.expectNoKey(fixture, report)
            // Nothing stands in the way of the next night.
            let later = try await fixture.run(pairs)
            #expect(later.judgements.count == 1 && later.unjudged.isEmpty && later.stopped == nil)
            #expect(try await fixture.answers(pairs).count == 1)
        }
    }

    /// Faults of connections, and what those of overload are called.
    @Test(arguments: [
        (Fault.status(503), JudgeProblem.faulty(status: 503), 3), (.status(529), .faulty(status: 529), 3),
        (.status(400), .misunderstood(status: 400), 1), (.status(403), .keyRefused(status: 403), 1),
        (.status(404), .unknownModel, 1), (.status(413), .tooLarge, 1),
        (.reset, .unreachable(.broken), 3), (.truncatedGzip, .unreachable(.broken), 3),
        (.wrongLength, .unreachable(.broken), 3), (.endless, .unreachable(.bodyTooLarge), 1),
        (.redirectInside, .unreachable(.tooManyRedirects), 1), (.page, .wrongShape(.notJSON), 1),
    ])
    func a_fault_of_the_connection_has_a_name(fault: Fault, problem: JudgeProblem, requests: Int) async throws {
        for dialect in ProviderDialect.allCases {
            try await JudgeFixture.with(dialect) { fixture in
                let pairs = try await fixture.pairs(1)
                fixture.provider.faults.turnOn(fault)
                var limits = TransferLimits.patient
                limits.bodyBytes = 256 * 1_024
                let report = try await fixture.run(pairs, limits: limits)
                #expect(report.unjudged == [pairs[0].key: problem], "\(dialect)")
                #expect(report.requests == requests, "\(dialect)")
                try await Self.expectNoKey(fixture, report)
                fixture.provider.faults.clear()
                #expect(try await fixture.run(pairs).judgements.count == 1)
            }
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func who_never_answers_is_left_and_stays_on_the_bill(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(1)
            fixture.provider.site.expect(.hang, .hang, .hang)
            var limits = TransferLimits.patient
            limits.firstByte = .seconds(2)
            let report = try await fixture.run(pairs, limits: limits)
            #expect(report.unjudged == [pairs[0].key: .unreachable(.tooSlow(.waiting))])
            #expect(report.requests == 3 && fixture.waits.all == [2, 4])
            // Whether it was charged nobody knows, so the most it can be is.
            #expect(report.cost > .zero)
            #expect(try await fixture.ledger.spent(on: fixture.night) == report.cost)
            #expect(
                try await fixture.count("judge_requests", "input_tokens IS NULL AND cost_micros > 0", in: .house) == 3)
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func a_wrong_key_ends_the_run_and_is_told_to_nobody(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(25)
            let report = try await fixture.run(pairs, settings: try fixture.settings("sk-wrong-KEY-CANARY-9876"))
            #expect(report.requests == 1 && report.stopped == .keyRefused(status: 401) && report.cost == .zero)
            #expect(report.unjudged.count == 25)
            #expect(Set(report.unjudged.values) == [.keyRefused(status: 401)])
            // The provider repeats it in what it says of the error.
            try await Self.expectNoKey(fixture, report)
            let unknown = try await fixture.run(pairs, settings: try fixture.settings(model: "judge-9"))
            #expect(unknown.stopped == .unknownModel)
        }
    }

    @Test(arguments: ProviderDialect.allCases)
    func what_it_asks_to_wait_is_waited(dialect: ProviderDialect) async throws {
        try await JudgeFixture.with(dialect) { fixture in
            let pairs = try await fixture.pairs(12)
            fixture.provider.site.expect(.rateLimited(retryAfter: "17"), .overloaded)
            let report = try await fixture.run(pairs)
            #expect(report.judgements.count == 12 && report.unjudged.isEmpty && report.requests == 4)
            #expect(fixture.waits.all == [17, 4])
        }
    }

    @Test func a_provider_that_does_nothing_right_is_soon_left_alone() async throws {
        try await JudgeFixture.with { fixture in
            let pairs = try await fixture.pairs(200)
            fixture.provider.site.refuse(whateverSays: "Rum")
            let report = try await fixture.run(pairs)
            #expect(report.requests == JudgeLimits.mostFailures && report.stopped == .givenUp)
            #expect(report.unjudged.count == 200)
        }
    }

    /// In no report, no row, and no other word that can be had of what holds it.
    private static func expectNoKey(_ fixture: JudgeFixture, _ report: JudgeReport) async throws {
        var text = ""
        dump(report, to: &text)
        let settings = try fixture.settings()
        dump(settings, to: &text)
        dump(settings.provider(client: WebClient(userAgent: "x")), to: &text)
        text += "\(report) \(settings) \(String(reflecting: settings)) \(report.unjudged.values.map(\.description))"
        #expect(!text.contains("KEY-CANARY") && text.contains("[redacted]"))
        for (table, company) in [("judge_requests", CompanyID.house), ("judge_answers", fixture.harbor)] {
            #expect(try await fixture.count(table, "t::text LIKE '%CANARY%'", in: company) == 0)
        }
    }
}
