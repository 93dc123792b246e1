import Catalog
import Foundation
import Testing

@testable import Demo

@Suite struct DemoCatalogueTests {
    private static let lastDay = CalendarDay(iso: "2025-11-17")

    private func catalogue(seed: UInt64 = 42, weeks: Int = 52) throws -> DemoCatalogue {
        DemoCatalogue(seed: seed, lastDay: try #require(Self.lastDay), weeks: weeks)
    }

    /// FNV-1a over all files, names included.
    private func fingerprint(_ files: [DemoFile]) -> UInt64 {
        var hash: UInt64 = 0xCBF2_9CE4_8422_2325
        for file in files {
            for byte in Array(file.name.utf8) + file.contents() {
                hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
            }
        }
        return hash
    }

    @Test(arguments: DemoCompany.all)
    func the_same_seed_and_day_give_the_same_bytes_and_another_does_not(company: DemoCompany) throws {
        let first = try fingerprint(catalogue(weeks: 12).files(company: company))
        #expect(try fingerprint(catalogue(weeks: 12).files(company: company)) == first)
        #expect(try fingerprint(catalogue(seed: 43, weeks: 12).files(company: company)) != first)
    }

    @Test(arguments: DemoCompany.all)
    func every_source_publishes_once_a_week_for_a_year_up_to_the_last_day(company: DemoCompany) throws {
        let catalogue = try catalogue()
        let files = catalogue.files(company: company)
        #expect(files.count == company.sources.count * 52)
        #expect(Set(files.map(\.name)).count == files.count)
        for source in company.sources {
            let days = files.filter { $0.source == source.slug }.map(\.day)
            #expect(days.last == catalogue.lastDay)
            #expect(zip(days, days.dropFirst()).allSatisfy { $1.days(since: $0) == 7 })
        }
        for file in files {
            #expect(file.name.hasPrefix("\(company.slug)/\(file.source)-\(file.day)."))
        }
    }

    @Test func the_catalogues_have_the_size_of_a_real_company() throws {
        let catalogue = try catalogue()
        let rows = catalogue.files(company: .harborLane).reduce(0) { $0 + $1.rowCount }
        #expect((120_000...160_000).contains(rows), "\(rows) rows")
        #expect(products(.harborLane).count == 600)
        #expect(products(.kestrelMarket).count == 250)
    }

    private func products(_ company: DemoCompany) -> [DemoProduct] {
        ProductComposer(seed: 42, year: 2025).products(of: company.lines)
    }

    @Test(arguments: DemoCompany.all)
    func products_differ_and_their_article_numbers_are_of_the_range_for_demonstrations(company: DemoCompany) throws {
        let products = products(company)
        let identities = products.map {
            "\($0.brand)|\($0.variant.qualifier)|\($0.variant.noun)|\(String(describing: $0.variant.age))|\($0.package)"
        }
        #expect(Set(identities).count == products.count)
        let numbers = products.compactMap(\.gtin)
        #expect(Set(numbers).count == numbers.count)
        #expect(numbers.count > products.count * 3 / 4)
        #expect(numbers.count < products.count)
        for number in numbers {
            #expect(number.hasPrefix("952"))
            guard case .valid(let gtin) = GTIN.read(number) else {
                Issue.record("\(number) is no GTIN")
                continue
            }
            #expect(gtin.text == "0" + number)
        }
    }

    /// GS1's own example of the check digit: 629104150021 has the check digit 3; ours is computed the same way.
    @Test func check_digits_are_those_of_a_known_number() {
        #expect(DemoGTIN.text(serial: 0) == "9520000000004")
        #expect(DemoGTIN.text(serial: 123_456_789) == "9521234567899")
    }

    @Test(arguments: DemoCompany.all)
    func every_price_is_positive_and_no_reduction_raises_it(company: DemoCompany) throws {
        for file in try catalogue().files(company: company) {
            for listing in file.listings where listing.carriage.contains(file.week) {
                let state = listing.states[file.week]
                #expect(state.price > 0 && state.price <= state.regular && state.regular < 2_000_000)
                #expect(state.stock >= 0 && state.stores >= 0)
            }
        }
    }

    @Test(arguments: DemoCompany.all)
    func keys_are_unique_in_a_source(company: DemoCompany) throws {
        for source in company.sources {
            let salt = source.slug.utf8.count
            let keys = products(company).map { source.keys.key(of: $0, salt: salt) }
            #expect(Set(keys).count == keys.count, "\(source.slug)")
        }
    }

    @Test func lists_never_lose_a_fifth_of_their_rows_in_a_week() throws {
        for company in DemoCompany.all {
            let files = try catalogue().files(company: company)
            for source in company.sources {
                let counts = files.filter { $0.source == source.slug }.map(\.rowCount)
                #expect(zip(counts, counts.dropFirst()).allSatisfy { $1 * 10 > $0 * 9 }, "\(source.slug): \(counts)")
            }
        }
    }

    @Test func the_year_has_stories() throws {
        let catalogue = try catalogue()
        let newest = catalogue.files(company: .harborLane).suffix(DemoCompany.harborLane.sources.count)
        let listings = newest.flatMap(\.listings)
        let cuts = listings.count { listing in listing.states.contains { $0.price < $0.regular } }
        let soldOut = listings.count { listing in listing.carriage.contains { listing.states[$0].stock == 0 } }
        let launches = listings.count { $0.carriage.lowerBound > 20 }
        let leavers = listings.count { $0.carriage.upperBound < 52 }
        #expect(cuts > listings.count / 4)
        #expect(soldOut > listings.count / 20)
        #expect(launches > 100)
        #expect(leavers > 100)
        let stories = Set(listings.map { String(describing: $0.product.story) })
        #expect(stories.count == Story.allCases.count)
    }

    @Test func a_file_is_written_into_a_folder_of_its_company() throws {
        let file = try #require(catalogue(weeks: 12).files(company: .kestrelMarket).first)
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try file.write(into: folder.path)
        #expect(path.hasSuffix(file.name))
        #expect(try Data(contentsOf: URL(fileURLWithPath: path)) == Data(file.contents()))
    }
}
