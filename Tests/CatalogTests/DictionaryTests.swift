import Testing

@testable import Catalog

/// The dictionaries are text; a line that does not parse would vanish without a word.
@Suite struct DictionaryTests {
    @Test func every_line_of_the_abbreviations_parses() {
        let texts = [
            Abbreviations.classes, Abbreviations.agave, Abbreviations.malts, Abbreviations.wines, Abbreviations.beers,
            Abbreviations.flavours,
        ]
        for line in texts.flatMap({ $0.split(separator: "\n") }) {
            #expect(AbbreviationRow(line) != nil, "\(line)")
        }
    }

    @Test func every_line_of_the_brands_parses() {
        for line in [KnownBrands.spirits, KnownBrands.wines, KnownBrands.beers].flatMap({ $0.split(separator: "\n") }) {
            #expect(KnownBrandRow(line) != nil, "\(line)")
        }
    }

    @Test func keys_are_folded_and_mean_one_thing() {
        var seen: [String: String] = [:]
        for row in Abbreviations.rows {
            for key in row.keys {
                #expect(NameFolding.fold(key.phrase) == key.phrase, "\(key.phrase)")
                #expect(seen.updateValue(row.term.text, forKey: key.phrase) == nil, "\(key.phrase) is listed twice")
            }
        }
        var brands: [String: String] = [:]
        for row in KnownBrands.rows {
            for key in row.spellings.map({ NameFolding.fold($0.phrase) }) {
                let other = brands.updateValue(row.brand.name, forKey: key)
                #expect(other == nil || other == row.brand.name, "\(key) is listed twice")
            }
        }
    }

    @Test func a_broken_line_is_seen() {
        #expect(AbbreviationRow("vod | Vodka | noun | vodkaa") == nil)
        #expect(AbbreviationRow("vod | Vodka | verb | vodka") == nil)
        #expect(AbbreviationRow("vod | Vodka") == nil)
        #expect(KnownBrandRow("X | x | perfume") == nil)
    }
}
