import Testing

@testable import Matching

/// Texts of shops are read alike however they are written.
@Suite struct TermReaderTests {
    private func normal(_ text: String) -> String { CleanText.normal(CleanText.folded(text)) }

    @Test(arguments: [
        ("Château d'Aiguilhe 2010", "chateau d aiguilhe 2010"), ("LG 24'' LED", "lg 24in led"),
        ("Maker's Mark", "makers mark"),
        ("14.5 % & more, 1,5 l", "14.5 % and more 1.5 l"), ("\"Canon EF-S\"@en-US null", "canon ef s"),
        ("straße_Œuvre×2", "strasse oeuvrex2"),
        ("nullify", "nullify"), ("", ""), ("...", ""), ("(Rosé)", "rose"),
    ])
    func words_stand_apart_in_small_letters(text: String, expected: String) {
        #expect(normal(text) == expected)
    }

    @Test(arguments: [
        ("16 GB DDR3 module", ["16gb", "ddr3", "module"]), ("16gb", ["16gb"]),
        ("Office 7.0 Pro", ["office", "7", "pro"]),
        ("0,75 l", ["0.75", "l"]), ("0,75l", ["0.75l"]), ("24 pack", ["24pk"]), ("f/3.5-5.6", ["f", "3.5", "5.6"]),
        ("C++ 100%", ["c", "+", "+", "100pct"]),
    ])
    func numbers_and_units_are_one_term(text: String, expected: [String]) {
        #expect(TermReader.terms(of: normal(text)) == expected)
    }

    @Test func measures_are_compared_in_one_unit() {
        #expect(TermReader.measures(of: normal("1 TB, 3,2 GHz")) == ["gb": [1_000], "mhz": [3_200]])
        #expect(TermReader.measures(of: normal("75 cl")) == ["ml": [750]])
        #expect(TermReader.measures(of: normal("0.75l bottle")) == ["ml": [750]])
        #expect(TermReader.measures(of: "plain").isEmpty)
    }

    @Test(arguments: [
        ("lds4821ww dishwasher", ["lds4821ww"]), ("EF-S 10-22mm", []), ("637414-B21 kit", ["637414b21"]),
        ("16gb 1080p usb3 802.11n", []),
        ("SD1GB-C230 230", ["sd1gbc230"]), ("part 12345", ["12345"]), ("12 old", []),
    ])
    func codes_are_told_from_measures(text: String, expected: [String]) {
        let found = TermReader.codes(of: CleanText.folded(text))
        #expect(found == expected)
    }

    @Test(arguments: [
        ("7.0", "7"), ("1,000", "1000"), ("1,5", "1.5"), ("007", "7"), ("0", "0"), ("1.2.3", "123"),
        ("1,234.50", "1234.5"), ("0.50", "0.5"),
    ])
    func equal_numbers_are_spelled_alike(text: String, expected: String) {
        #expect(WrittenNumber.normal(text) == expected)
    }

    @Test func what_is_no_number_is_none() {
        for text in [nil, "", "n/a", "1e999", "nan", "inf"] { #expect(WrittenNumber.value(text).isNaN) }
        #expect(WrittenNumber.value("$1,299.00") == 1_299)
    }

    /// Whatever stands in a file is read without a trap.
    @Test func odd_texts_are_read() {
        for text in [
            "@", "\"@e", "'", "''", "1'", "1''", "\"", "-", "9", "9 ", "x9", String(repeating: "9", count: 5_000),
            "日本酒 720ml", "\u{0}\u{301}",
        ] {
            let record = PreparedRecord(
                PairRecord([.name: text, .description: text, .price: text, .vintage: text, .size: text]))
            #expect(record.terms.count <= 5_000)
        }
    }
}
