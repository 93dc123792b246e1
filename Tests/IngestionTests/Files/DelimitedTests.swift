import Ingestion
import TestSupport
import Testing

@Suite struct DelimitedTests {
    @Test func quotes_commas_and_line_breaks_inside_cells() throws {
        let result = try BookFixture.read("id,name,price\r\n1,\"A \"\"big\"\"\nred, wine\",1.00\r\n2,B,2.00\r\n")
        #expect(result.names == ["A \"big\"\nred, wine", "B"])
        #expect(result.rows.map(\.line) == [2, 4])
        #expect(
            result.rows.map { String(decoding: $0.raw, as: UTF8.self) } == [
                "1,\"A \"\"big\"\"\nred, wine\",1.00", "2,B,2.00",
            ])
    }

    @Test(arguments: [";", "\t", ","])
    func the_separator_is_found_from_the_header(_ mark: String) throws {
        let text = "id,name,price\n1,A,1.00\n".split(separator: ",").joined(separator: mark)
        #expect(try BookFixture.read(String(text)).names == ["A"])
    }

    @Test(arguments: ["\n", "\r\n", "\r"])
    func all_line_ends_are_taken(_ end: String) throws {
        let result = try BookFixture.read("id,name,price\(end)1,A,1.00\(end)\(end)2,B,2.00\(end)")
        #expect(result.names == ["A", "B"])
        #expect(result.rejects.isEmpty)
    }

    @Test func stray_quotation_marks_are_text() throws {
        let result = try BookFixture.read("id,name,price\n1,12\" pan,1.00\n2,\"a\"b,1.00\n")
        #expect(result.names == ["12\" pan", "ab"])
    }

    @Test func wrong_numbers_of_cells_are_rejected_with_the_numbers() throws {
        let result = try BookFixture.read("id,name,price\n1,A\n2,B,1,7\n3,C,1.00,\n4,D,1.00\n")
        #expect(result.names == ["C", "D"])
        #expect(
            result.reasons == [
                "Line 2 has 2 cells where the header has 3.", "Line 3 has 4 cells where the header has 3.",
            ])
    }

    @Test func a_second_column_of_a_name_has_a_number() throws {
        let mapping = try BookFixture.mapping(fields: ##", "brand": {"column": "name#2"}, "region": {"column": "#5"}"##)
        let result = try BookFixture.read("id,name,name,price,x\n1,A,B,1.00,R\n", mapping)
        #expect(result.rows.first?.brand == "B")
        #expect(result.rows.first?.region == "R")
    }

    @Test func a_header_that_comes_again_is_rejected() throws {
        let result = try BookFixture.read("id,name,price\n1,A,1.00\nid,name,price\n2,B,2.00\n")
        #expect(result.reasons == ["Line 3 repeats the header."])
    }

    @Test func a_file_without_a_last_line_end_is_noted() throws {
        let result = try BookFixture.read("id,name,price\n1,A,1.00")
        #expect(result.names == ["A"])
        #expect(result.fileNotes.contains { $0.contains("line end") })
    }

    /// Whatever is written comes back, also over the borders of the pieces a file is read in.
    @Test(arguments: [UInt64(1), 2, 3, 4])
    func random_tables_come_back(_ seed: UInt64) throws {
        var random = SeededRandom(seed: seed)
        let alphabet = Array("ab \",;\n\récø€")
        var text = "id,name,price\n"
        var names: [String] = []
        for number in 1...Int.random(in: 200...6_000, using: &random) {
            let inner = (0..<Int.random(in: 0...90, using: &random)).map { _ in
                alphabet.randomElement(using: &random).map(String.init) ?? ""
            }
            let name = "x" + inner.joined() + "x"
            names.append(name)
            let doubled = name.split(separator: "\"", omittingEmptySubsequences: false).joined(separator: "\"\"")
            text += "\(number),\"\(doubled)\",1.00\n"
        }
        let result = try BookFixture.read(text)
        #expect(result.names == names, "seed \(seed)")
        #expect(result.rejects.isEmpty)
    }
}
