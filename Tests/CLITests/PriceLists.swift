import Catalog
import Companies
import Foundation
import Ingestion
import TestSupport
import Testing

/// Lists of what sources sell, imported as files are.
struct PriceLists {
    /// A line of a list.
    struct Item {
        let key: Int
        let name: String
        /// In hundredths.
        let price: Int
        let stock: Int
    }

    let companies: TwoCompanies
    let company: Company

    /// Imports what a source sells on a day (`2025-11-03`).
    func `import`(_ items: [Item], of source: String, on day: String) async throws {
        let mapping = try Mapping.parse(
            Array(
                """
                {"name": "test", "title": "Test", "format": "csv", "currency": "EUR", "price_kind": "retail",
                 "with_tax": true, "date": {"from": "filename", "pattern": "{yyyy}-{MM}-{dd}"},
                 "fields": {"item_key": {"column": "id"}, "name": {"column": "name"}, "price": {"column": "price"},
                            "stock": {"column": "stock"}, "volume": {"column": "size", "transforms": ["size_text"]}}}
                """.utf8), file: "test.json")
        let folder = FileManager.default.temporaryDirectory.appending(path: "tidemark-\(UUID().uuidString)")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        defer { try? FileManager.default.removeItem(at: folder) }
        let path = folder.appending(path: "\(source)-\(day).csv").path
        let lines = items.map { item in
            let cents = item.price % 100
            return
                "\(item.key),\(item.name),\(item.price / 100).\(cents < 10 ? "0" : "")\(cents),\(item.stock),700 ml\n"
        }
        try Data(("id,name,price,stock,size\n" + lines.joined()).utf8).write(to: URL(fileURLWithPath: path))
        let work = PriceBookImport(
            database: companies.database, company: company.id, sourceSlug: source, sourceTitle: source)
        let report = try await work.run(
            path: path, mapping: mapping,
            options: PriceBookOptions(today: try #require(CalendarDay(iso: "2026-11-21"))), confirmed: true,
            moment: .init(run: UUID(), source: UUID(), now: companies.now))
        try #require(report.state == .applied)
    }
}
