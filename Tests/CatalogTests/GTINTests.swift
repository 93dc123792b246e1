import Catalog
import TestSupport
import Testing

@Suite struct GTINTests {
    private func code(_ text: String) throws -> GTIN { try #require(GTIN(canonical: text)) }

    @Test(arguments: [
        ("082184000557", "00082184000557"), ("0-82184-00055-7", "00082184000557"),
        ("UPC 082184000557", "00082184000557"),
        (" 7794450005274 ", "07794450005274"), ("07794450005274", "07794450005274"),
        ("7794450005274.0", "07794450005274"),
        ("\"7794450005274\"", "07794450005274"), ("['08033413003063']", "08033413003063"),
        ("10082184000554", "10082184000554"),
        ("96385074", "00000096385074"), ("04252614", "00042100005264"), ("0-425261-4", "00042100005264"),
    ])
    func valid_codes_become_fourteen_digits(_ raw: String, _ expected: String) throws {
        #expect(GTIN.read(raw) == .valid(try code(expected)))
    }

    @Test func repairs_are_marked() throws {
        #expect(GTIN.read("008600390418") == .repaired(try code("00086003904187"), note: "check digit was missing"))
        #expect(GTIN.read("82184000557") == .repaired(try code("00082184000557"), note: "leading zeros were missing"))
        #expect(GTIN.read("08218400055") == .repaired(try code("00082184000557"), note: "check digit was missing"))
    }

    @Test(arguments: ["", "  ", "NA", "n/a", "None", "null", "-", "000000000000", "0", "9999999999999", "[]", "nan"])
    func words_for_nothing_are_absent(_ raw: String) {
        #expect(GTIN.read(raw) == .absent)
    }

    @Test(arguments: [
        ("8.2184E+10", "is in scientific notation, its last digits are lost"),
        ("8.2184e10", "is in scientific notation, its last digits are lost"),
        ("7794450005275", "has a wrong check digit"), ("10082184000555", "has a wrong check digit"),
        ("123456789", "has 9 digits"), ("7", "has 1 digit"), ("123456789012345", "has more than 14 digits"),
        ("080334130030630803341300306", "has more than 14 digits"), ("see label", "is not a number"),
        ("200000000004", "is an in-store code for goods sold by weight"),
        ("0200000000004", "is an in-store code for goods sold by weight"),
        ("2000000000008", "is an in-store code for goods sold by weight"), ("400000000008", "is an in-store code"),
        ("500000000005", "is a coupon code"), ("9900000000004", "is a coupon code"),
        ("20000004", "is an in-store code"),
    ])
    func other_codes_are_rejected_with_a_reason(_ raw: String, _ reason: String) {
        #expect(GTIN.read(raw) == .rejected(reason: reason))
    }

    @Test func upc_e_is_expanded_by_its_last_digit() {
        #expect(GTIN(upce: "04252614")?.text == "00042100005264")
        #expect(GTIN(upce: "123453")?.text == "00012300000451")
        #expect(GTIN(upce: "123454")?.text == "00012340000053")
        #expect(GTIN(upce: "123459")?.text == "00012345000096")
        #expect(GTIN(upce: "04252615") == nil)
        #expect(GTIN(upce: "24252614") == nil)
        #expect(GTIN(upce: "12345") == nil)
        #expect(GTIN(upce: "12345a") == nil)
    }

    @Test func a_code_that_is_both_ean_8_and_upc_e_stays_open() throws {
        let both = (0..<20_000_000).lazy.map { value in
            let text = String(value)
            return String(repeating: "0", count: 8 - text.count) + text
        }
        .first { GTIN(upce: $0) != nil && GTIN(canonical: "000000" + $0) != nil && $0.contains { $0 != "0" } }
        #expect(GTIN.read(try #require(both)) == .rejected(reason: "could be an EAN-8 or a UPC-E"))
    }

    @Test func case_codes_get_a_new_check_digit() throws {
        let unit = try code("00082184000557")
        #expect(unit.caseCode(indicator: 1)?.text == "10082184000554")
        #expect(unit.caseCode(indicator: 2)?.text == "20082184000551")
        #expect(unit.caseCode(indicator: 5)?.text == "50082184000552")
        #expect(unit.caseCode(indicator: 0) == nil)
        #expect(unit.caseCode(indicator: 9) == nil)
        #expect(unit.caseCode(indicator: 5)?.salesUnit == unit)
        #expect(unit.caseCode(indicator: 5)?.indicator == 5)
    }

    @Test func random_codes_survive_and_a_changed_digit_does_not() throws {
        let seed: UInt64 = 42
        var generator = SeededRandom(seed: seed)
        for _ in 0..<2_000 {
            let body = (0..<12).map { _ in Int.random(in: 0...9, using: &generator) }
            let sum = body.reversed().enumerated().reduce(0) { $0 + $1.element * ($1.offset % 2 == 0 ? 3 : 1) }
            let digits = body + [(10 - sum % 10) % 10]
            let text = "0" + digits.map(String.init).joined()
            let gtin = try #require(GTIN(canonical: text), "seed \(seed): \(text)")
            #expect(gtin.text == text)
            var wrong = digits
            let place = Int.random(in: 0..<13, using: &generator)
            wrong[place] = (wrong[place] + Int.random(in: 1...9, using: &generator)) % 10
            #expect(GTIN(canonical: "0" + wrong.map(String.init).joined()) == nil, "seed \(seed): \(text) at \(place)")
        }
    }
}
