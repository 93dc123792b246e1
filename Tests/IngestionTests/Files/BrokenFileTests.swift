import Compression
import Ingestion
import TestSupport
import Testing

@Suite struct BrokenFileTests {
    private static let book = "id,name,price\n" + (1...2_000).map { "\($0),Wine \($0),9.99\n" }.joined()

    @Test func an_empty_file_is_refused() throws {
        #expect(try BookFixture.problem([])?.code == .empty)
    }

    @Test func an_empty_file_inside_gzip_is_refused() throws {
        #expect(try BookFixture.problem(try #require(Gzip.compress([])))?.code == .empty)
    }

    @Test func a_missing_file_and_a_directory_are_told_apart() throws {
        let mapping = try BookFixture.mapping()
        let file = try TemporaryFile("x")
        let options = try BookFixture.options(date: "2024-01-01")
        let missing = #expect(throws: PriceBookProblem.self) {
            try PriceBookReader(path: file.path + ".none", mapping: mapping, options: options)
        }
        #expect(missing?.code == .notFound)
        let folder = String(file.path.prefix(upTo: file.path.lastIndex(of: "/") ?? file.path.endIndex))
        let directory = #expect(throws: PriceBookProblem.self) {
            try PriceBookReader(path: folder, mapping: mapping, options: options)
        }
        #expect(directory?.code == .notAFile)
    }

    @Test func gzip_is_known_by_its_bytes_not_its_name() throws {
        let packed = try #require(Gzip.compress(Array(Self.book.utf8)))
        #expect(try BookFixture.read(packed).rows.count == 2_000)
    }

    @Test func gzip_in_several_members_is_one_book() throws {
        let bytes = Array(Self.book.utf8)
        let first = try #require(Gzip.compress(Array(bytes[..<5_000])))
        let second = try #require(Gzip.compress(Array(bytes[5_000...])))
        #expect(try BookFixture.read(first + second).rows.count == 2_000)
    }

    @Test func a_gzip_file_cut_in_half_says_so() throws {
        let packed = try #require(Gzip.compress(Array(Self.book.utf8)))
        let problem = try BookFixture.problem(Array(packed.prefix(packed.count / 2)))
        #expect(problem?.code == .truncatedGzip)
        #expect(problem?.description.hasPrefix("The file is cut off") == true)
    }

    @Test func a_damaged_gzip_file_says_so() throws {
        var packed = try #require(Gzip.compress(Array(Self.book.utf8)))
        packed[packed.count - 5] ^= 0x55
        #expect(try BookFixture.problem(packed)?.code == .corruptGzip)
    }

    @Test func a_bomb_is_refused() throws {
        var bytes = Array("id,name,price\n".utf8)
        bytes += [UInt8](repeating: UInt8(ascii: " "), count: 40 << 20)
        let problem = try BookFixture.problem(try #require(Gzip.compress(bytes, level: 9)))
        #expect(problem?.code == .bomb)
    }

    @Test func a_file_that_grows_while_it_is_read_is_refused() throws {
        let file = try TemporaryFile(Self.book)
        var reader = try PriceBookReader(
            path: file.path, mapping: BookFixture.mapping(), options: BookFixture.options())
        _ = try reader.next(maximum: 1)
        try file.append("3000,Late,1.00\n")
        let problem = #expect(throws: PriceBookProblem.self) {
            while try reader.next(maximum: 500) != nil {}
        }
        #expect(problem?.code == .changedWhileReading)
    }

    @Test func a_plain_file_cut_in_half_loses_only_its_last_row() throws {
        let half = String(Self.book.prefix(10_000))
        let result = try BookFixture.read(half + "\n77,\"Wine that sto")
        #expect(result.rejects.count == 1)
        #expect(result.reasons.last?.contains("cut off") == true)
        #expect(result.rows.count == half.split(separator: "\n").count - 1)
    }

    @Test func a_last_row_with_too_few_cells_says_cut_off() throws {
        let result = try BookFixture.read("id,name,price\n1,A,1.00\n2,B")
        #expect(result.reasons == ["Line 3 has 2 cells where the header has 3; the file seems to be cut off."])
    }

    @Test func a_line_of_10_MB_is_one_reject() throws {
        let long = String(repeating: "x", count: 10_000_000)
        let result = try BookFixture.read("id,name,price\n1,A,1.00\n2,\(long),1.00\n3,C,3.00\n")
        #expect(result.names == ["A", "C"])
        #expect(result.reasons == ["Line 3 is longer than 1 MiB."])
        #expect(result.rejects.first?.raw.count == RowReject.rawLimit)
        #expect(result.rows.last?.line == 4)
    }

    @Test func a_quoted_line_of_10_MB_is_one_reject() throws {
        let long = String(repeating: "x", count: 10_000_000)
        let result = try BookFixture.read("id,name,price\n1,A,1.00\n2,\"\(long)\",1.00\n3,C,3.00\n")
        #expect(result.names == ["A", "C"])
        #expect(result.rejects.count == 1)
    }

    @Test func a_million_columns_are_refused() throws {
        let header = (0..<1_000_000).map { "c\($0)" }.joined(separator: ",")
        #expect(try BookFixture.problem(Array((header + "\n1,2,3\n").utf8))?.code == .tooManyColumns)
    }

    @Test func a_row_of_a_million_cells_is_one_reject() throws {
        let row = String(repeating: "1,", count: 1_000_000)
        let result = try BookFixture.read("id,name,price\n\(row)\n3,C,3.00\n")
        #expect(result.names == ["C"])
        #expect(result.rejects.count == 1)
    }

    @Test func a_missing_column_is_named_with_those_there_are() throws {
        let problem = try BookFixture.problem(Array("id,title\n1,A\n".utf8))
        #expect(problem?.code == .missingColumns)
        #expect(
            problem?.description
                == "book-2024-05-06.csv lacks the column \"name\". It has: \"id\", \"title\".")
    }

    @Test func a_NUL_byte_rejects_its_row() throws {
        let result = try BookFixture.read("id,name,price\n1,A\0B,1.00\n2,B,2.00\n")
        #expect(result.names == ["B"])
        #expect(result.rejects.first?.column == "name")
    }

    @Test func a_quotation_mark_that_never_closes_costs_one_row() throws {
        var text = "id,name,price\n1,\"A,1.00\n"
        for number in 2...3_000 { text += "\(number),N\(number),1.00\n" }
        let result = try BookFixture.read(text)
        #expect(result.rejects.count == 1)
        #expect(result.rows.count == 2_999)
        #expect(result.rows.first?.line == 3)
    }

    @Test(arguments: ["csv", "json", "jsonl"])
    func random_bytes_never_trap(_ format: String) throws {
        let seed: UInt64 = 4_711
        var random = SeededRandom(seed: seed)
        let alphabet = Array("\",\n\r;\t{}[]:\\u0041idnameprice19.\u{0}é".utf8) + [0xFF, 0xC3, 0xED]
        let mapping = try BookFixture.mapping(format: format)
        for round in 0..<300 {
            let starts = ["csv": "id,name,price\n", "json": "[", "jsonl": "{\"id\":1,\"name\":2}\n"]
            var bytes = Array(starts[format, default: ""].utf8)
            for _ in 0..<Int.random(in: 0...400, using: &random) {
                bytes.append(alphabet.randomElement(using: &random) ?? 0)
            }
            do {
                _ = try BookFixture.read(bytes, mapping)
            } catch is PriceBookProblem {
                continue
            } catch {
                Issue.record("seed \(seed), round \(round): \(error)")
            }
        }
    }
}
