import Catalog
import Testing

@testable import Ingestion

@Suite struct TransformTests {
    private static func apply(_ transform: TextTransform, _ text: String) -> String? {
        let table = ValueTable(["Red  Wine": "r", "a / b": "ab", "a": "A"])
        return transform.apply(text, in: TransformEnvironment(tables: ["t": table]))
    }

    @Test func each_transform_does_its_one_thing() {
        #expect(Self.apply(.trim, " \u{A0}a b\t") == "a b")
        #expect(Self.apply(.collapseSpaces, "a  b\tc\u{A0} d") == "a b c d")
        #expect(Self.apply(.collapseSpaces, "Ca\u{2009}b é") == "Ca b é")
        #expect(Self.apply(.stripPrefix("x-"), "x-1") == "1")
        #expect(Self.apply(.stripSuffix(" kr"), "10 kr") == "10")
        #expect(Self.apply(.listFirst, "['08033413003063', \"b\"]") == "08033413003063")
        #expect(Self.apply(.listFirst, "[]") == nil)
        #expect(Self.apply(.listAll, "['a', 'b,c']") == "a b,c")
        #expect(Self.apply(.listRest, "['a', 'b', 'c']") == "b c")
        #expect(Self.apply(.listFirst, "plain") == "plain")
        #expect(Self.apply(.zeroAsMissing, "0.0") == nil)
        #expect(Self.apply(.zeroAsMissing, "10") == "10")
        #expect(Self.apply(.missingIf(["ZZ"]), "ZZ") == nil)
    }

    @Test func addresses_are_cut_into_parts() {
        let old = "http://www.lcbo.example/lcbo/product/toki/465484"
        let new = "https://LCBO.example:443/en/whisky-15020/toki-465484/?x=9#1"
        #expect(Self.apply(.urlItemNumber, old) == "465484")
        #expect(Self.apply(.urlItemNumber, new) == "465484")
        #expect(Self.apply(.urlItemNumber, "http://x.example/a") == nil)
        #expect(Self.apply(.urlHost, old) == "lcbo.example")
        #expect(Self.apply(.urlHost, new) == "lcbo.example")
        #expect(Self.apply(.urlHost, "no address") == nil)
        #expect(Self.apply(.urlSegment(3), old) == "product")
        #expect(Self.apply(.urlSegment(30), old) == nil)
    }

    @Test func tables_ignore_case_and_spaces_and_fall_back_a_level() {
        #expect(Self.apply(.map(table: "t", keepsUnknown: false), "RED wine") == "r")
        #expect(Self.apply(.map(table: "t", keepsUnknown: false), "a / b / c") == "ab")
        #expect(Self.apply(.map(table: "t", keepsUnknown: false), "a / x") == "A")
        #expect(Self.apply(.map(table: "t", keepsUnknown: false), "z") == nil)
        #expect(Self.apply(.map(table: "t", keepsUnknown: true), "z") == "z")
    }

    @Test(
        arguments: [
            ("Chablis 1er Cru 2021", 2021), ("Sauvignon Blanc - 2019 (organic)", 2019), ("Solera 1893", nil),
            ("Don Julio 1942", nil), ("Est. 1999 Gin", nil), ("Blend 20210", nil), ("2018/2019 Port", 2019),
            ("Vin de 2028", nil), ("1998", 1998), ("No 2010", nil), ("", nil),
        ] as [(String, Int?)])
    func vintages_are_found_in_names(_ name: String, _ vintage: Int?) {
        #expect(VintageText.inName(name, latest: 2027) == vintage)
    }

    @Test func NV_is_a_word_of_its_own() {
        #expect(VintageText.isNonVintage("Brut NV"))
        #expect(!VintageText.isNonVintage("ENVY Red"))
    }

    @Test(
        arguments: [("12.5 %V/V", 1_250), ("25", 4_286), ("50", 2_857), ("0", 5_714), ("100", nil), ("x", nil)]
            as [(String, Int?)])
    func strengths_under_proof(_ text: String, _ basisPoints: Int?) {
        #expect(UnderProof.read(text, mark: .point)?.basisPoints == basisPoints)
    }

    @Test func dates_are_read_by_their_pattern() throws {
        let plain = try #require(DateFormat("yyyy-MM-dd"))
        #expect(plain.read("2024-02-29")?.day.description == "2024-02-29")
        #expect(plain.read("2023-02-29") == nil)
        #expect(plain.read("2024-02-29 ") == nil)
        let dotted = try #require(DateFormat("dd.MM.yyyy"))
        #expect(dotted.read("1.2.2024")?.day.description == "2024-02-01")
        let timed = try #require(DateFormat("yyyy-MM-dd HH:mm"))
        #expect(timed.read("2022-01-16 02:20")?.secondOfDay == 8_400)
        #expect(timed.read("2022-01-16 24:00") == nil)
        #expect(DateFormat("MM-dd") == nil)
    }

    @Test func dates_are_found_in_file_names() throws {
        let month = try #require(FileNameDate("book-{yyyy}-{MM}"))
        #expect(month.read("my-book-2021-11.csv.gz")?.day.description == "2021-11-01")
        #expect(month.read("my-book-2021-11.csv.gz")?.isExact == false)
        #expect(month.read("book-21-11") == nil)
        let day = try #require(FileNameDate("{yyyy}{MM}{dd}"))
        #expect(day.read("p_20240713.csv")?.day.description == "2024-07-13")
        #expect(day.read("p_20241313.csv") == nil)
    }

    @Test(arguments: [
        ("a.b[0]", [JSONPath.Step.key("a"), .key("b"), .position(0)]), ("a", [.key("a")]),
        ("a[1][2]", [.key("a"), .position(1), .position(2)]),
    ])
    func paths_are_read(_ text: String, _ steps: [JSONPath.Step]) {
        #expect(JSONPath(text)?.steps == steps)
    }

    @Test(arguments: ["", "a..b", "a[x]", "a[-1]", "a[1"])
    func bad_paths_are_refused(_ text: String) {
        #expect(JSONPath(text) == nil)
    }

    @Test func a_full_cache_starts_again() {
        let cache = ByteCache<Int>()
        for round in 0..<3 {
            for number in 0..<10_000 {
                let key = Array(String(number).utf8)
                let value = key.withUnsafeBufferPointer { cache.value(for: $0) { number } }
                #expect(value == number, "round \(round)")
            }
        }
    }
}
