import Catalog
import Testing

@Suite struct DecimalTextTests {
    @Test(
        arguments: [
            ("$1,234.50", DecimalMark.point, 123_450), ("1,234.50", .either, 123_450), ("12,90", .comma, 1_290),
            ("12,90", .either, 1_290), ("1 234,50", .comma, 123_450), ("1\u{A0}234,50", .comma, 123_450),
            ("1\u{2009}234,50", .either, 123_450), ("1\u{202F}234\u{202F}567,5", .comma, 123_456_750),
            ("€ 9.99", .point, 999), ("9,99 €", .comma, 999), ("13.50%", .point, 1_350), ("1.234,56", .comma, 123_456),
            ("1.234,56", .either, 123_456), ("1,234,567", .either, 123_456_700), ("1.234.567", .either, 123_456_700),
            ("1.234.567,8", .either, 123_456_780), ("0.750", .either, 75), ("0,500", .either, 50),
            ("442.000", .point, 44_200),
            ("195.000", .point, 19_500), ("1'234.50", .point, 123_450), ("1’234.50", .point, 123_450),
            ("12,34,567.89", .point, 123_456_789), ("-5.25", .point, -525), ("−5,25", .comma, -525),
            ("-$5.25", .point, -525),
            ("$-5.25", .point, -525), ("(5.25)", .point, -525), ("($1,005.25)", .point, -100_525), ("+5", .point, 500),
            ("−0", .either, 0), ("-0.00", .point, 0), (".5", .point, 50), ("5.", .point, 500), ("kr 99", .comma, 9_900),
            ("99:-", .comma, 9_900), ("199,-", .comma, 19_900), ("Rs. 120", .point, 12_000),
            ("₹1,200", .point, 120_000),
            ("CA$12.50", .point, 1_250), ("12.50 USD", .point, 1_250), ("$26.30 ", .point, 2_630),
            ("1234,567.5", .point, nil),
            ("12,90", .point, nil), ("1.2.3", .point, nil), ("1,23,4", .point, nil), ("12 90", .comma, nil),
            ("1,234 567.00", .point, nil), ("1  234", .comma, nil), ("", .point, nil), ("   ", .point, nil),
            ("$", .point, nil),
            ("abc", .point, nil), ("NaN", .point, nil), ("inf", .point, nil), ("1e400", .point, nil),
            ("1E5", .point, nil),
            ("0x10", .point, nil), ("--5", .point, nil), ("5-", .point, nil), ("(5", .point, nil), ("5)", .point, nil),
            ("1,234", .either, nil), ("1.234", .either, nil), ("99999999999999999999", .point, nil), (".", .point, nil),
            (",", .either, nil), ("12.345", .point, nil), ("１２", .point, nil), ("12;50", .point, nil),
            ("1/2", .point, nil),
        ] as [(String, DecimalMark, Int64?)])
    func a_text_is_read_or_refused(_ text: String, _ mark: DecimalMark, _ expected: Int64?) {
        #expect((try? DecimalText.parse(text, mark: mark, scale: 2)) == expected)
    }

    @Test(arguments: [
        ("", "is empty"), ("NaN", "is not a number"), ("99999999999999999999", "is too large"),
        ("12.345", "has more than 2 decimals"), (String(repeating: "9", count: 400), "is too long for a number"),
    ])
    func a_refusal_says_why(_ text: String, _ reason: String) {
        #expect(throws: NumberProblem(reason: reason)) { try DecimalText.parse(text, mark: .point, scale: 2) }
    }

    @Test func an_ambiguous_separator_is_told_apart() {
        #expect(throws: NumberProblem.self) { try DecimalText.parse("1,125", mark: .either, scale: 3) }
        #expect((try? DecimalText.parse("1,125", mark: .comma, scale: 3)) == 1_125)
        #expect((try? DecimalText.parse("1,125", mark: .point, scale: 3)) == 1_125_000)
    }

    @Test func the_largest_numbers_fit_and_the_next_do_not() {
        #expect((try? DecimalText.parse("9223372036854775807", mark: .point, scale: 0)) == .max)
        #expect((try? DecimalText.parse("9223372036854775808", mark: .point, scale: 0)) == nil)
        #expect((try? DecimalText.parse("92233720368547758.07", mark: .point, scale: 2)) == .max)
        #expect((try? DecimalText.parse("92233720368547758.08", mark: .point, scale: 2)) == nil)
        #expect((try? DecimalText.parse("1", mark: .point, scale: 19)) == nil)
        #expect((try? DecimalText.parse("1", mark: .point, scale: -1)) == nil)
    }

    @Test func extra_digits_round_half_away_from_zero_on_request() throws {
        #expect(try DecimalText.parse("0.125", mark: .point, scale: 2, extraDigits: .round) == 13)
        #expect(try DecimalText.parse("-0.125", mark: .point, scale: 2, extraDigits: .round) == -13)
        #expect(try DecimalText.parse("4.199999999999999", mark: .point, scale: 3, extraDigits: .round) == 4_200)
        #expect(try DecimalText.parse("0.124", mark: .point, scale: 2, extraDigits: .round) == 12)
    }

    @Test func plain_text_is_read_back() throws {
        for value: Int64 in [0, 1, -1, 99, -100, 123_456, .max, -.max] {
            #expect(try DecimalText.parse(DecimalText.plain(value, scale: 2), mark: .point, scale: 2) == value)
        }
        #expect(DecimalText.plain(.min, scale: 0) == "-9223372036854775808")
    }

    @Test func money_uses_the_digits_of_its_currency() throws {
        #expect(try Money.read("€ 9.99", currency: .eur, mark: .point).minorUnits == 999)
        #expect(try Money.read("¥1,200", currency: .jpy, mark: .point).minorUnits == 1_200)
        #expect(throws: NumberProblem.self) { try Money.read("1.50", currency: .jpy, mark: .point) }
        #expect(Currency(code: "kwd")?.minorDigits == 3)
        #expect(Currency(code: "eur") == .eur)
        #expect(Currency(code: "XXX") == nil)
        #expect(Currency(code: "") == nil)
        #expect(Money(minorUnits: -5, currency: .eur).description == "-0.05 EUR")
    }
}
