import Catalog
import Foundation
import Testing

@Suite struct NameFoldingTests {
    @Test(arguments: [
        ("Château d'Yquem", "chateau d yquem"), ("TITO'S  Handmade—Vodka", "titos handmade vodka"),
        ("Grüner Veltliner", "gruner veltliner"), ("Größe", "grosse"), ("Kværner Øl", "kvaerner ol"),
        ("Åland & Öland", "aland oland"), ("Cœur de Lion", "coeur de lion"), ("Añejo", "anejo"),
        ("Żubrówka", "zubrowka"),
        ("Łódź", "lodz"), ("Þorri ÐÐ", "thorri dd"), ("İstanbul ı", "istanbul i"), ("Đorđe", "dorde"),
        ("Jack Daniel’s™", "jack daniels"), ("  ..  ", ""), ("", ""), ("6×0,33 L", "6x0 33 l"), ("Nº 5", "no 5"),
        ("ПИВО Йод", "пиво иод"), ("Ἑλλάς", "ελλασ"), ("ＡＢＣ", "abc"), ("日本酒", "日本酒"), ("ẞ", "ss"), ("ﬁne", "fine"),
        ("L'Orange", "l orange"), ("rock'n'roll", "rocknroll"), ("O'Brien", "obrien"), ("Ǽ", "ae"),
        ("Việt Nam", "viet nam"),
    ])
    func names_fold_to_plain_words(_ name: String, _ folded: String) {
        #expect(NameFolding.fold(name) == folded)
    }

    @Test func composed_and_decomposed_letters_fold_alike_and_folding_twice_changes_nothing() throws {
        for value: UInt32 in 0x20..<0x3000 {
            guard let scalar = Unicode.Scalar(value) else { continue }
            let text = "a\(scalar)b"
            let folded = NameFolding.fold(text)
            #expect(NameFolding.fold(folded) == folded, "U+\(String(value, radix: 16))")
            let category = scalar.properties.generalCategory
            guard [.uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter].contains(category) else {
                continue
            }
            #expect(
                NameFolding.fold(text.decomposedStringWithCanonicalMapping) == folded, "U+\(String(value, radix: 16))")
        }
    }

    @Test func upper_and_lower_case_fold_alike() {
        for name in ["Château", "Åkesson", "Żywiec", "Weißbier", "Œuf", "Пиво"] {
            #expect(NameFolding.fold(name.uppercased()) == NameFolding.fold(name.lowercased()))
        }
    }

    @Test func tokens_are_the_words_of_the_fold() {
        #expect(NameFolding.tokens("  Côtes-du-Rhône, 2019!") == ["cotes", "du", "rhone", "2019"])
        #expect(NameFolding.tokens("—").isEmpty)
    }

    @Test func a_million_ascii_bytes_fold_in_one_pass() {
        let text = String(repeating: "Brand Name 750 ML. ", count: 50_000)
        #expect(NameFolding.fold(text).utf8.count == text.utf8.count - 50_000 - 1)
    }
}
