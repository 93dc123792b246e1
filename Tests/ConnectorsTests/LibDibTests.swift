import Connectors
import Foundation
import HTTPTypes
import Outbound
import SourceSimulation
import TestSupport
import Testing
import Vault

/// LibDib is read as its site asks for, with somebody's login and with nothing that could order.
@Suite struct LibDibTests {
    private static let world = SourceWorld(seed: 11, start: SourceFixture.noon)
    private static let login = SourceLogin(
        user: SecretBytes(copying: LibDibSite.user), password: SecretBytes(copying: LibDibSite.password))

    private struct Reading: Sendable {
        let source: LibDib
        let door: SourceDoor
        let simulator: Simulator
        let fixture: SourceFixture

        func all(in category: String? = nil) async throws -> [SourceProduct] {
            try await PageStream { try await source.products(in: category, at: $0, through: door) }.all().records
        }

        var posted: [String] {
            simulator.asked(of: .libdib).filter { $0.method == "POST" }.map { String($0.path.prefix { $0 != "?" }) }
        }
    }

    private func with(signedIn: Bool = true, _ body: (Reading) async throws -> Void) async throws {
        try await SourceFixture.with(Self.world) { fixture, simulator in
            let port = simulator.port(of: .libdib)
            let source = try LibDib(base: SourceFixture.base(port), now: { fixture.clock.now })
            let door = try fixture.door(source.profile, at: port)
            if signedIn { try await source.signIn(Self.login, through: door) }
            try await body(Reading(source: source, door: door, simulator: simulator, fixture: fixture))
        }
    }

    @Test func a_session_is_begun_and_the_whole_list_is_read_in_two_steps() async throws {
        try await with(signedIn: false) { reading in
            #expect(try await !reading.source.isSignedIn(through: reading.door))
            try await reading.source.signIn(Self.login, through: reading.door)
            #expect(try await reading.source.isSignedIn(through: reading.door))
            let found = try await reading.all()
            #expect(found.map(\.externalID) == Self.world.spirits.map { "\($0.id)" })
            for (record, truth) in zip(found, Self.world.spirits) {
                #expect(record.price?.amount == Decimal(truth.cents(on: 0, seed: Self.world.seed)) / 100)
                #expect(record.stock == truth.stock(on: 0, seed: Self.world.seed) && record.code == truth.code)
                #expect(record.name == truth.name && record.states == truth.states)
            }
            // Only what asks was asked.
            #expect(Set(reading.posted) == ["/login", "/api/v1/offering/query/", "/api/v1/offering/query_digest/"])
        }
    }

    @Test func a_kind_is_asked_for_by_its_filter_and_stock_by_ids() async throws {
        try await with { reading in
            let vodka = try await reading.all(in: "spirits$spirits|type|vodka")
            let truth = Self.world.spirits.filter { $0.kind == "vodka" }
            #expect(!vodka.isEmpty && vodka.map(\.externalID) == truth.map { "\($0.id)" })
            let stock = try await reading.source.inventory(of: ["48007", "48009", "x", "1"], through: reading.door)
            #expect(stock.records.map(\.externalID) == ["48007", "48009"])
        }
    }

    @Test func a_wrong_password_is_told_and_tried_once() async throws {
        try await with(signedIn: false) { reading in
            let wrong = SourceLogin(user: Self.login.user, password: SecretBytes(copying: "guess"))
            await #expect(throws: SourceProblem.wrongLogin) {
                try await reading.source.signIn(wrong, through: reading.door)
            }
            #expect(reading.posted == ["/login"])
            await #expect(throws: SourceProblem.signedOut) { try await reading.all() }
        }
    }

    @Test func a_session_that_ends_on_the_way_is_told() async throws {
        try await with { reading in
            let first = try await reading.source.products(in: nil, at: nil, through: reading.door)
            reading.fixture.clock.advance(by: 13 * 3_600)
            await #expect(throws: SourceProblem.signedOut) {
                try await reading.source.products(in: nil, at: first.cursor, through: reading.door)
            }
            #expect(try await !reading.source.isSignedIn(through: reading.door))
            // After signing in again it goes on where it was.
            try await reading.source.signIn(Self.login, through: reading.door)
            let next = try await reading.source.products(in: nil, at: first.cursor, through: reading.door)
            #expect(next.records.first?.externalID == "48101")
        }
    }

    @Test func a_site_that_says_403_when_a_session_is_over_can_be_signed_in_to_again() async throws {
        try await with { reading in
            reading.simulator.faults(of: .libdib).turnOn(.status(403), for: "/api/v1/userAccount/", times: 1)
            let isSignedIn = try await reading.source.isSignedIn(through: reading.door)
            #expect(!isSignedIn)
            try await reading.source.signIn(Self.login, through: reading.door)
            let found = try await reading.all()
            #expect(found.count == Self.world.spirits.count)
        }
    }

    @Test func another_companys_session_is_not_this_ones() async throws {
        try await with { reading in
            let port = reading.simulator.port(of: .libdib)
            let other = try reading.fixture.door(reading.source.profile, at: port)
            let before = reading.simulator.asked(of: .libdib).count
            #expect(try await !reading.source.isSignedIn(through: other))
            await #expect(throws: SourceProblem.signedOut) {
                try await reading.source.products(in: nil, at: nil, through: other)
            }
            let asked = reading.simulator.asked(of: .libdib).dropFirst(before)
            #expect(!asked.isEmpty && asked.allSatisfy { $0.field("cookie") == nil })
        }
    }

    @Test(arguments: ["/api/v1/cart/", "/api/v1/order/", "/login/../api/v1/cart/", "//evil.example/login", "/checkout"])
    func nothing_else_can_be_posted_to(path: String) async throws {
        try await with(signedIn: false) { reading in
            await #expect(throws: SourceProblem.strangePlace) { try await reading.door.ask(path, [], fields: [:]) }
            #expect(reading.simulator.asked(of: .libdib).isEmpty)
        }
    }

    @Test(arguments: [
        (Fault.status(500), 3), (.status(503, retryAfter: "20"), 2), (.status(429, retryAfter: "30"), 2), (.reset, 1),
        (.truncatedGzip, 1), (.wrongLength, 1),
    ])
    func a_fault_that_passes_loses_nothing(fault: Fault, times: Int) async throws {
        try await with { reading in
            reading.simulator.faults(of: .libdib).turnOn(fault, for: "/api/v1/offering/query_digest/", times: times)
            let found = try await reading.all()
            #expect(found.count == Self.world.spirits.count)
        }
    }

    @Test func a_page_that_fails_can_be_asked_for_again() async throws {
        try await with { reading in
            let first = try await reading.source.products(in: nil, at: nil, through: reading.door)
            reading.simulator.faults(of: .libdib).turnOn(.page, for: "/api/v1/offering/query/")
            await #expect(throws: SourceProblem.wrongShape(expected: "JSON", found: "a page")) {
                try await reading.source.products(in: nil, at: first.cursor, through: reading.door)
            }
            reading.simulator.faults(of: .libdib).clear()
            let stream = PageStream(from: first.cursor) {
                try await reading.source.products(in: nil, at: $0, through: reading.door)
            }
            #expect(try await stream.all().records.count == Self.world.spirits.count - 100)
        }
    }
}
