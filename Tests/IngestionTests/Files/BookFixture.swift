import Catalog
import Ingestion
import Testing

/// A small mapping and what reading a file with it gives.
enum BookFixture {
    /// Columns "id", "name" and "price"; others are added by the test.
    static func mapping(
        format: String = "auto", encoding: String = "auto", extra: String = "", fields: String = "",
        date: String = #"{"from": "filename", "pattern": "{yyyy}-{MM}-{dd}"}"#
    ) throws -> Mapping {
        let text = """
            {"name": "test", "title": "Test", "format": "\(format)", "encoding": "\(encoding)", "currency": "EUR",
             "price_kind": "retail", "with_tax": true, "date": \(date)\(extra),
             "fields": {"item_key": {"column": "id"}, "name": {"column": "name"},
                        "price": {"column": "price"}\(fields)}}
            """
        return try Mapping.parse(Array(text.utf8), file: "test.json")
    }

    static func options(date: String? = nil, lookups: [String: String] = [:]) throws -> PriceBookOptions {
        PriceBookOptions(
            date: date.flatMap { CalendarDay(iso: $0) }, today: try #require(CalendarDay(iso: "2026-11-21")),
            lookups: lookups)
    }

    struct Result {
        var rows: [PriceBookRow] = []
        var rejects: [RowReject] = []
        var fileNotes: [String] = []

        var names: [String] { rows.compactMap(\.name) }
        var reasons: [String] { rejects.map(\.reason) }
        var notes: [String] { rows.flatMap(\.notes).map(\.text) }
    }

    static func read(
        path: String, _ mapping: Mapping, options: PriceBookOptions? = nil, batch: Int = 1_000
    ) throws -> Result {
        var reader = try PriceBookReader(path: path, mapping: mapping, options: options ?? self.options())
        var result = Result()
        while let found = try reader.next(maximum: batch) {
            #expect(found.rows.count + found.rejects.count <= batch)
            result.rows += found.rows
            result.rejects += found.rejects
        }
        #expect(reader.progress.bytesRead == reader.progress.totalBytes)
        result.fileNotes = reader.fileNotes
        return result
    }

    static func read(_ text: String, _ mapping: Mapping? = nil) throws -> Result {
        let file = try TemporaryFile(text)
        return try read(path: file.path, mapping ?? self.mapping())
    }

    static func read(_ bytes: [UInt8], _ mapping: Mapping? = nil) throws -> Result {
        let file = try TemporaryFile(bytes)
        return try read(path: file.path, mapping ?? self.mapping())
    }

    /// The problem reading throws.
    static func problem(_ bytes: [UInt8], _ mapping: Mapping? = nil, name: String = "book-2024-05-06.csv") throws
        -> PriceBookProblem?
    {
        let file = try TemporaryFile(bytes, name: name)
        do {
            _ = try read(path: file.path, mapping ?? self.mapping())
            return nil
        } catch let problem as PriceBookProblem { return problem }
    }
}
