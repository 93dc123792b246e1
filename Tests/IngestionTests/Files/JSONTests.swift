import Catalog
import Ingestion
import Testing

@Suite struct JSONTests {
    private static func mapping(_ format: String = "auto") throws -> Mapping {
        try BookFixture.mapping(
            format: format,
            fields: """
                , "brand": {"path": "maker.names[0]"}, "gtin": {"column": "ean", "transforms": ["list_first"]}
                """)
    }

    @Test func an_array_of_objects_with_nested_values() throws {
        let result = try BookFixture.read(
            """
            [
             {"id": 1, "name": "A \\u00e9\\uD83C\\uDF77", "price": 1.10, "maker": {"names": ["M", "N"]}, "ean": ["4006381333931"]},
             {"id": 2, "name": "B", "price": null}
            ]
            """, Self.mapping())
        #expect(result.names == ["A é🍷", "B"])
        #expect(result.rows.map(\.line) == [2, 3])
        #expect(result.rows.first?.brand == "M")
        #expect(result.rows.first?.price?.minorUnits == 110)
        #expect(result.rows.first?.gtin?.text == "04006381333931")
        #expect(result.rows.last?.price == nil)
    }

    @Test func a_broken_line_of_JSON_Lines_costs_that_line() throws {
        let result = try BookFixture.read(
            "{\"id\":1,\"name\":\"A\"}\n{\"id\":2,\"name\":\"B\n{\"id\":3,\"name\":\"C\"}\n", Self.mapping())
        #expect(result.names == ["A", "C"])
        #expect(result.rejects.map(\.line) == [2])
    }

    @Test func a_list_cut_in_half_says_so() throws {
        let result = try BookFixture.read("[{\"id\":1,\"name\":\"A\"},\n{\"id\":2,\"na", Self.mapping())
        #expect(result.names == ["A"])
        #expect(result.reasons == ["Line 2 is not complete; the file seems to be cut off."])
    }

    @Test(arguments: ["json", "jsonl"])
    func nesting_100_000_deep_is_one_reject(_ format: String) throws {
        let deep = String(repeating: "[", count: 100_000) + String(repeating: "]", count: 100_000)
        let first = "{\"id\":1,\"name\":\"A\"}"
        let bad = "{\"id\":2,\"name\":\(deep)}"
        let last = "{\"id\":3,\"name\":\"C\"}"
        let lines = [first, bad, last]
        let text = format == "json" ? "[" + lines.joined(separator: ",\n") + "]" : lines.joined(separator: "\n")
        let result = try BookFixture.read(text, Self.mapping(format))
        #expect(result.names == ["A", "C"])
        #expect(result.reasons == ["Line 2 is not a JSON object: it is nested deeper than 64 levels."])
    }

    @Test func an_object_of_10_MB_is_one_reject() throws {
        let long = String(repeating: "x", count: 10_000_000)
        let result = try BookFixture.read(
            "[{\"id\":1,\"name\":\"A\"},\n{\"id\":2,\"name\":\"\(long)\"},\n{\"id\":3,\"name\":\"C\"}]", Self.mapping())
        #expect(result.names == ["A", "C"])
        #expect(result.reasons == ["Line 2 is longer than 1 MiB."])
    }

    @Test func a_required_name_that_is_not_there_refuses_the_file() throws {
        let problem = try BookFixture.problem(Array("[{\"id\":1,\"title\":\"A\"}]".utf8), Self.mapping())
        #expect(problem?.code == .missingColumns)
    }

    @Test func a_NUL_in_a_text_rejects_its_row() throws {
        let text = "{\"id\":1,\"name\":\"A\\u0000\"}\n{\"id\":2,\"name\":\"B\"}\n"
        let result = try BookFixture.read(text, Self.mapping())
        #expect(result.names == ["B"])
        #expect(result.rejects.first?.column == "name")
    }

    @Test func something_else_is_not_JSON() throws {
        #expect(try BookFixture.problem(Array("{}".utf8), Self.mapping("json"))?.code == .wrongFormat)
        #expect(try BookFixture.problem(Array("[1,2]".utf8), Self.mapping())?.code == .wrongFormat)
    }

    @Test func an_empty_list_has_no_rows() throws {
        #expect(try BookFixture.read("[]", Self.mapping()).rows.isEmpty)
    }
}
