import Catalog
import Ingestion
import Testing

@Suite struct PriceBookReaderTests {
    private static func price(_ text: String) throws -> BookFixture.Result {
        try BookFixture.read("id,name,price\n1,A,\"\(text)\"\n")
    }

    @Test func a_good_price_is_kept_in_cents() throws {
        let row = try #require(try Self.price("1,234.50").rows.first)
        #expect(row.price?.minorUnits == 123_450)
        #expect(row.price?.currency == .eur)
        #expect(row.priceKind == .retail)
        #expect(row.priceIncludesTax == true)
        #expect(row.observedOn.description == "2024-05-06")
        #expect(row.notes.isEmpty)
    }

    @Test(arguments: [
        ("-1.00", "is negative"), ("0.00", "is zero"), ("10000000.01", "above 10,000,000.00"), ("abc", "\"abc\""),
        ("1e400", "1e400"), ("NaN", "NaN"), ("99999999999999999999", "price"),
    ])
    func impossible_prices_reject_the_row(_ text: String, _ fragment: String) throws {
        let result = try Self.price(text)
        #expect(result.rows.isEmpty)
        #expect(result.rejects.first?.column == "price")
        #expect(result.reasons.first?.contains(fragment) == true, "\(result.reasons)")
    }

    @Test func the_highest_price_is_taken() throws {
        #expect(try Self.price("10000000.00").rows.count == 1)
    }

    @Test func a_missing_price_is_noted() throws {
        let result = try Self.price("")
        #expect(result.rows.first?.price == nil)
        #expect(result.notes == ["The row has no price."])
    }

    @Test func rows_without_a_number_or_a_name_are_rejected() throws {
        let result = try BookFixture.read("id,name,price\n,A,1.00\n2, ,1.00\n")
        #expect(result.rejects.map(\.column) == ["id", "name"])
    }

    @Test func a_code_that_two_rows_have_is_allowed_and_noted() throws {
        let mapping = try BookFixture.mapping(fields: #", "gtin": {"column": "ean"}"#)
        let result = try BookFixture.read(
            "id,name,price,ean\n1,A,1.00,4006381333931\n2,B,1.00,4006381333931\n3,C,1.00,4006381333932\n", mapping)
        #expect(result.rows.map { $0.gtin?.text } == ["04006381333931", "04006381333931", nil])
        #expect(
            result.notes == [
                "The EAN 04006381333931 is also that of line 2.",
                "The EAN 4006381333932 has a wrong check digit; ignored.",
            ])
        #expect(result.fileNotes == ["1 row has an EAN that an earlier row of the file has too."])
    }

    @Test func a_date_in_the_file_name_must_be_possible() throws {
        let text = Array("id,name,price\n1,A,1.00\n".utf8)
        for name in ["book-2026-11-23.csv", "book-1989-12-31.csv", "book-2024-02-30.csv", "book.csv"] {
            #expect(try BookFixture.problem(text, name: name)?.code == .badDate, "\(name)")
        }
        #expect(try BookFixture.problem(text, name: "book-2026-11-22.csv") == nil)
    }

    @Test func a_given_date_wins_over_the_file_name() throws {
        let file = try TemporaryFile("id,name,price\n1,A,1.00\n")
        let result = try BookFixture.read(
            path: file.path, BookFixture.mapping(), options: BookFixture.options(date: "2020-02-29"))
        #expect(result.rows.first?.observedOn.description == "2020-02-29")
    }

    @Test func a_date_column_rejects_single_rows() throws {
        let mapping = try BookFixture.mapping(date: #"{"from": "column", "column": "day", "format": "dd.MM.yyyy"}"#)
        let result = try BookFixture.read(
            """
            id,name,price,day
            1,A,1.00,31.12.2023
            2,B,1.00,30.11.2026
            3,C,1.00,31.12.1989
            4,D,1.00,soon
            5,E,1.00,
            6,F,1.00,22.11.2026

            """, mapping)
        #expect(result.names == ["A", "F"])
        #expect(result.rejects.allSatisfy { $0.column == "day" })
        #expect(
            result.reasons.map { $0.dropFirst("In line 3 the date ".count) } == [
                "2026-11-30 is in the future.", "1989-12-31 is before 1990.",
                "\"soon\" is not of the form dd.MM.yyyy.", "is missing.",
            ])
    }

    @Test func times_of_the_mapping_s_zone_become_UTC() throws {
        let mapping = try BookFixture.mapping(
            extra: #", "time_zone": "America/Vancouver", "observations": true"#,
            date: #"{"from": "column", "column": "at", "format": "yyyy-MM-dd HH:mm"}"#)
        let result = try BookFixture.read(
            "id,name,price,at\n1,,1.00,2022-01-16 02:20\n2,,1.00,2022-07-16 02:20\n", mapping)
        // Winter is UTC-8, summer UTC-7.
        #expect(result.rows.map(\.observedAtUTCSeconds) == [1_642_328_400, 1_657_963_200])
        #expect(result.rows.map(\.name) == [nil, nil])
    }

    @Test func unreadable_details_are_noted_and_left_out() throws {
        let mapping = try BookFixture.mapping(
            fields: """
                , "volume": {"column": "size"}, "strength": {"column": "abv"},
                "vintage": {"column": "year", "transforms": ["zero_as_missing", "integer"]},
                "units_per_case": {"column": "case"}, "stock": {"column": "stock"}
                """)
        let result = try BookFixture.read(
            """
            id,name,price,size,abv,year,case,stock
            1,A,1.00,0.75 l,13.5,2019,12,5
            2,B,1.00,big,130,175,0,-1
            3,C,1.00,2 ml,,0,,

            """, mapping)
        let good = try #require(result.rows.first)
        #expect(good.volume?.millilitres == 750)
        #expect(good.strength?.basisPoints == 1_350)
        #expect(good.vintage == 2019)
        #expect(good.unitsPerCase == 12)
        #expect(good.stockUnits == 5)
        #expect(good.notes.isEmpty)
        #expect(Set(result.rows[1].notes.map(\.kind)) == [.size, .strength, .vintage, .pack, .stock])
        #expect(result.rows[1].volume == nil)
        #expect(result.rows[2].notes.map(\.kind) == [.size])
    }

    @Test func several_shops_in_one_file_and_a_reduction() throws {
        let mapping = try BookFixture.mapping(
            extra: """
                , "shop": {"column": "link", "transforms": ["url_host", {"map": "shops"}]},
                "tables": {"shops": {"a.example": "a", "b.example": "b"}}
                """,
            fields: #", "url": {"column": "link"}, "saving": {"column": "saving"}"#)
        let result = try BookFixture.read(
            """
            id,name,price,link,saving
            1,A,$9.00,https://www.a.example/x/17,$1.00
            1,A,8.00,http://b.example/17,

            """, mapping)
        #expect(result.rows.map(\.shop) == ["a", "b"])
        #expect(result.rows.map { $0.regularPrice?.minorUnits } == [1_000, nil])
    }

    @Test func one_code_in_two_shops_is_no_duplicate() throws {
        let mapping = try BookFixture.mapping(
            extra: #", "shop": {"column": "shop"}"#, fields: #", "gtin": {"column": "ean"}"#)
        let result = try BookFixture.read(
            """
            id,name,price,shop,ean
            1,A,1.00,north,4006381333931
            1,A,1.00,south,4006381333931

            """, mapping)
        #expect(result.notes.isEmpty)
    }

    @Test func a_second_file_is_looked_up() throws {
        let mapping = try BookFixture.mapping(
            extra: #", "lookups": {"makers": {"key": "id"}}"#,
            fields: #", "producer": {"column": "maker", "transforms": [{"lookup": "makers", "column": "title"}]}"#)
        let file = try TemporaryFile("id,name,price,maker\n1,A,1.00,m1\n2,B,1.00,m9\n")
        let makers = try TemporaryFile("id,title\nm1, Brewery One \n", name: "makers.csv")
        let result = try BookFixture.read(
            path: file.path, mapping, options: BookFixture.options(lookups: ["makers": makers.path]))
        #expect(result.rows.map(\.producer) == ["Brewery One", nil])
        let problem = #expect(throws: PriceBookProblem.self) {
            try PriceBookReader(path: file.path, mapping: mapping, options: BookFixture.options())
        }
        #expect(problem?.code == .missingLookup)
    }

    @Test func categories_fall_back_level_by_level() throws {
        let mapping = try BookFixture.mapping(
            extra: #", "tables": {"c": {"wine": "wine", "wine / red": "wine.red"}}"#,
            fields: #", "category": {"columns": ["a", "b"], "join": " / ", "transforms": [{"map": "c"}]}"#)
        let result = try BookFixture.read(
            "id,name,price,a,b\n1,A,1.00,WINE,Red\n2,B,1.00,Wine,Green\n3,C,1.00,Tea,\n", mapping)
        #expect(result.rows.map { $0.category?.rawValue } == ["wine.red", "wine", nil])
        #expect(result.rows.map(\.sourceCategory) == ["WINE / Red", "Wine / Green", "Tea"])
    }

    @Test(arguments: [1, 2, 7, 5_000])
    func the_size_of_batches_does_not_matter(_ batch: Int) throws {
        let file = try TemporaryFile("id,name,price\n" + (1...50).map { "\($0),N,\($0 % 5).00\n" }.joined())
        let result = try BookFixture.read(path: file.path, BookFixture.mapping(), batch: batch)
        #expect(result.rows.count == 40)
        #expect(result.rejects.count == 10)
    }
}
