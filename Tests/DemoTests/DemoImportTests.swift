import Catalog
import Foundation
import Ingestion
import Testing

@testable import Demo

/// The demonstration goes through the real import, so the real reader must accept every file of it.
@Suite struct DemoImportTests {
    @Test(arguments: DemoCompany.all.flatMap { company in company.sources.map { (company.slug, $0.slug) } })
    func the_reader_takes_every_row_of_a_list(company: String, source: String) throws {
        let lastDay = try #require(CalendarDay(iso: "2025-11-17"))
        let demo = try #require(DemoCompany.all.first { $0.slug == company })
        let files = DemoCatalogue(seed: 42, lastDay: lastDay, weeks: 12).files(company: demo)
        let file = try #require(files.last { $0.source == source })
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try file.write(into: folder.path)
        let text = try #require(DemoMappings.text(named: file.mapping))
        let mapping = try Mapping.parse(Array(text.utf8), file: file.mapping + ".json")

        var reader = try PriceBookReader(path: path, mapping: mapping, options: PriceBookOptions(today: lastDay))
        var rows: [PriceBookRow] = []
        var rejects: [RowReject] = []
        while let batch = try reader.next(maximum: 500) {
            rows += batch.rows
            rejects += batch.rejects
        }
        #expect(rejects.map { "\($0.line): \($0.reason)" } == [])
        #expect(rows.count == file.rowCount)
        #expect(reader.fileNotes == [])
        #expect(Set(rows.map(\.itemKey)).count == rows.count)
        #expect(rows.allSatisfy { $0.observedOn == lastDay && $0.price != nil && $0.category != nil && $0.name != nil })
        let notes = rows.flatMap { row in row.notes.map { "\(row.name ?? ""): \($0)" } }
        #expect(notes == [])
        #expect(rows.contains { $0.regularPrice != nil } || source == "puertaluna" || source == "tri-county")
    }

    @Test func names_and_amounts_arrive_as_they_were_meant() throws {
        let day = try #require(CalendarDay(iso: "2025-11-17"))
        let files = DemoCatalogue(seed: 42, lastDay: day, weeks: 12).files(company: .kestrelMarket)
        let file = try #require(files.last { $0.source == "lumikivi" })
        let folder = FileManager.default.temporaryDirectory.appendingPathComponent("demo-\(UUID().uuidString)")
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = try file.write(into: folder.path)
        let text = try #require(DemoMappings.text(named: file.mapping))
        let mapping = try Mapping.parse(Array(text.utf8), file: "demo.json")
        var reader = try PriceBookReader(path: path, mapping: mapping, options: PriceBookOptions(today: day))
        let row = try #require(try reader.next(maximum: 1)?.rows.first)
        let listing = try #require(file.listings.first { $0.carriage.contains(file.week) })
        #expect(row.price?.minorUnits == Int64(listing.states[file.week].price))
        #expect(row.volume?.millilitres == listing.product.package.millilitres)
        #expect(row.strength?.basisPoints == listing.product.variant.strength)
        #expect(row.producer == listing.product.brand)
        #expect(row.country == listing.product.country)
        #expect(row.stockUnits == listing.states[file.week].stock)
    }
}
