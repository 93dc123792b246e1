import Connectors
import Foundation
import Outbound
import SourceSimulation
import TestSupport
import Testing

/// A supermarket is read whole, whatever its size, as the region that was asked for sees it.
@Suite struct VTEXShopTests {
    private static let world = SourceWorld(seed: 5, start: SourceFixture.noon)
    private static let joinville = Giassi.regions[2]

    private func with(
        _ world: SourceWorld = Self.world, _ region: VTEXRegion = Self.joinville,
        _ body: (VTEXShop, SourceDoor, Simulator) async throws -> Void
    ) async throws {
        try await SourceFixture.with(world) { fixture, simulator in
            let port = simulator.port(of: .giassi)
            let shop = try Giassi.shop(region, base: SourceFixture.base(port))
            try await body(shop, try fixture.door(shop.profile, at: port), simulator)
        }
    }

    private func stream(
        _ shop: VTEXShop, _ door: SourceDoor, from cursor: SourceCursor? = nil, in category: String? = nil
    ) -> PageStream<SourceProduct> {
        PageStream(from: cursor) { try await shop.products(in: category, at: $0, through: door) }
    }

    @Test func every_product_of_every_department_is_read_once_with_this_regions_price() async throws {
        try await with { shop, door, simulator in
            let run = try await stream(shop, door).all()
            #expect(run.records.map(\.externalID).sorted() == Self.world.groceries.map { "\($0.id)" }.sorted())
            #expect(run.cursor == SourceCursor())
            let truths = Dictionary(uniqueKeysWithValues: Self.world.groceries.map { ("\($0.id)", $0) })
            for record in run.records {
                let truth = try #require(truths[record.externalID])
                let isThere = truth.isAvailable(in: "giassi08", on: 0, seed: Self.world.seed)
                let cents = truth.cents(in: "giassi08", on: 0, seed: Self.world.seed)
                #expect(record.price?.amount == (isThere ? Decimal(cents) / 100 : nil) && record.isAvailable == isThere)
                #expect(!isThere || record.price?.unit == (truth.isWeighed ? .measure(1, "kg") : .piece))
                #expect((record.listPrice != nil) == (isThere && truth.isOffered(on: 0, seed: Self.world.seed)))
                #expect(record.category == [truth.shelf.departmentName, truth.shelf.name] && record.stock == nil)
                #expect(record.code == truth.code && record.imageURL?.hasPrefix("https://") == true)
            }
            #expect(
                simulator.asked(of: .giassi).dropFirst().first?.path
                    == "/api/checkout/pub/regions?country=BRA&postalCode=89202310&sc=1")
        }
    }

    @Test func a_department_that_is_too_large_is_read_by_shelves_and_a_shelf_by_prices() async throws {
        let large = SourceWorld(seed: 6, start: SourceFixture.noon, groceries: 16_500)
        try await with(large) { shop, door, simulator in
            let run = try await stream(shop, door, in: "7").all()
            let truth = large.groceries.filter { $0.shelf.department == 7 }
            #expect(truth.count > 7_650)
            // Every one, and those at the edge of two bands not twice.
            #expect(run.records.count == Set(run.records.map(\.externalID)).count)
            let isThere = Set(run.records.map(\.externalID))
            #expect(truth.allSatisfy { isThere.contains("\($0.id)") } && isThere.count == truth.count)
        }
    }

    @Test func a_run_that_broke_off_goes_on_where_it_was() async throws {
        try await with { shop, door, simulator in
            let first = try await stream(shop, door).all(most: 4)
            let before = simulator.asked(of: .giassi).count
            let rest = try await stream(shop, door, from: first.cursor).all()
            let ids = (first.records + rest.records).map(\.externalID)
            #expect(ids.sorted() == Self.world.groceries.map { "\($0.id)" }.sorted())
            let asked = simulator.asked(of: .giassi).dropFirst(before)
            #expect(!asked.contains { $0.path.contains("/regions") || $0.path.contains("/tree/") })
        }
    }

    @Test func a_place_nobody_delivers_to_has_no_prices() async throws {
        let nowhere = VTEXRegion(code: "nowhere", postalCode: "88830000")
        try await with(Self.world, nowhere) { shop, door, _ in
            await #expect(throws: SourceProblem.notServed) { try await stream(shop, door).all() }
        }
    }

    @Test func the_default_stores_prices_are_not_this_places() async throws {
        try await with { shop, door, _ in
            let first = try await stream(shop, door).all(most: 1)
            var cursor = try #require(first.cursor)
            // The site does not understand the region any more, and answers for its default store.
            cursor["region"] = "v2.CHANGED"
            let next = try await stream(shop, door, from: cursor).all(most: 1)
            #expect(!next.records.isEmpty && next.records.allSatisfy { $0.price == nil && $0.isAvailable == false })
        }
    }

    @Test func regions_differ() async throws {
        try await with { shop, door, simulator in
            let here = try await stream(shop, door, in: "8").all().records
            let there = try Giassi.shop(Giassi.regions[0], base: SourceFixture.base(simulator.port(of: .giassi)))
            let prices = try await stream(there, door, in: "8").all().records
            #expect(here.map(\.externalID) == prices.map(\.externalID) && here.map(\.price) != prices.map(\.price))
            #expect(Set(prices.compactMap(\.seller)) == ["giassi18"])
        }
    }
}
