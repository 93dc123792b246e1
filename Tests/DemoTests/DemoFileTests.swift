import Catalog
import Foundation
import Testing

@testable import Demo

@Suite struct DemoFileTests {
    private func newest(_ source: String) throws -> DemoFile {
        let catalogue = DemoCatalogue(seed: 42, lastDay: try #require(CalendarDay(iso: "2025-11-17")), weeks: 12)
        let files = catalogue.companies.flatMap { catalogue.files(company: $0) }
        return try #require(files.last { $0.source == source })
    }

    @Test(arguments: [
        "ridgeway", "bluepoint", "cordell", "tallgrass", "tri-county", "millpond", "lumikivi", "puertaluna",
    ])
    func tables_have_as_many_cells_as_titles_in_every_row(source: String) throws {
        let file = try newest(source)
        guard case .table(let separator) = file.layout.format else {
            Issue.record("\(source) is no table")
            return
        }
        let encoding: String.Encoding = file.layout.latin1 ? .isoLatin1 : .utf8
        let text = try #require(String(bytes: file.contents(), encoding: encoding))
        let rows = text.components(separatedBy: "\r\n").dropLast()
        #expect(rows.count == file.rowCount + 1)
        for row in rows where !row.contains("\"") {
            let cells = row.split(separator: Character(Unicode.Scalar(separator)), omittingEmptySubsequences: false)
            #expect(cells.count == file.layout.columns.count, "\(row)")
        }
    }

    @Test(arguments: ["corner-cask", "torikulma"])
    func lists_of_objects_are_json(source: String) throws {
        let file = try newest(source)
        let objects = try JSONSerialization.jsonObject(with: Data(file.contents())) as? [[String: Any]]
        #expect(objects?.count == file.rowCount)
        let prices = try #require(objects?.first?["price"] as? [String: Any])
        #expect((prices["now"] as? Double ?? 0) > 0)
    }

    @Test func the_finnish_list_is_latin_1_with_decimal_commas() throws {
        let file = try newest("lumikivi")
        #expect(String(bytes: file.contents(), encoding: .utf8) == nil)
        let text = try #require(String(bytes: file.contents(), encoding: .isoLatin1))
        #expect(text.contains("Rosé"))
        #expect(text.contains("0,75 l;6;"))
    }

    @Test(arguments: DemoCompany.all)
    func every_file_has_a_mapping_whose_columns_it_has(company: DemoCompany) throws {
        for source in company.sources {
            let text = try #require(DemoMappings.text(named: source.mapping))
            let mapping = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [String: Any])
            #expect(mapping["name"] as? String == source.mapping)
            let fields = try #require(mapping["fields"] as? [String: [String: Any]])
            let titles = Set(source.layout.columns.map(\.title))
            for (field, rule) in fields {
                let column = try #require((rule["column"] ?? rule["path"]) as? String)
                #expect(titles.contains(column), "\(source.slug) \(field): \(column)")
            }
            let tables = try #require(mapping["tables"] as? [String: [String: String]])
            for drink in source.drinks {
                let code = try #require(tables["drinks"]?[drink.label])
                #expect(CategoryCode(rawValue: code) != nil, "\(code)")
            }
        }
        #expect(DemoMappings.text(named: "demo-nowhere") == nil)
        #expect(DemoMappings.names.count == 10)
    }
}
