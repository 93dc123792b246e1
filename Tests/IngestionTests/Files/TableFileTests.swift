import Compression
import Foundation
import Testing

@testable import Ingestion

/// Tables are read whole: whatever divides their cells, packed or not.
@Suite struct TableFileTests {
    private func read(_ bytes: [UInt8], format: FileFormat = .auto) throws -> TableFile {
        let path = FileManager.default.temporaryDirectory.appending(path: "tidemark-table-\(UUID())").path
        defer { try? FileManager.default.removeItem(atPath: path) }
        try Data(bytes).write(to: URL(filePath: path))
        return try TableFile(path: path, format: format)
    }

    @Test func cells_are_told_apart_and_trimmed() throws {
        for (text, packs) in [
            ("id,name\n1,\"Rosé, dry\"\n2, x \n", false), ("id;name\n1;Rosé, dry\n2;x\n", true),
            ("id\tname\n1\tRosé, dry\n2\tx", false),
        ] {
            let bytes = Array(text.utf8)
            let table = try read(packs ? try #require(Gzip.compress(bytes)) : bytes)
            #expect(table.header == ["id", "name"] && table.rows == [["1", "Rosé, dry"], ["2", "x"]])
            #expect(table.column("name") == 1 && table.column("price") == nil && table.rejects.isEmpty)
        }
    }

    @Test func rows_with_too_few_or_too_many_cells_are_told() throws {
        let table = try read(Array("a,b\n1\n1,2,3\n4,5\n".utf8))
        #expect(table.rows == [["4", "5"]])
        #expect(table.rejects.map(\.line) == [2, 3])
    }

    @Test func what_is_no_table_is_refused_in_words() {
        #expect(throws: PriceBookProblem.self) { try read(Array("[{\"a\": 1}]".utf8)) }
        #expect(throws: PriceBookProblem.self) { try read([]) }
        #expect(throws: PriceBookProblem.self) { try TableFile(path: "/nowhere/table.csv") }
    }
}
