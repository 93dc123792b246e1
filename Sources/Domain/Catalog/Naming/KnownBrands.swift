/// Finds the brand at the start of a name, so that the numbers in it are left alone.
enum KnownBrands {
    private static let longestPhrase = 4

    /// Words that may stand before a brand.
    private static let leading: Set<String> = ["the"]

    static func mark(_ draft: inout NameDraft) {
        let brands = draft.isClipped ? clipped : plain
        if let (brand, length) = longest(draft, 0, brands) {
            settle(brand, 0..<length, &draft)
        } else if let head = draft.tokens.first?.fold, let (brand, length) = longest(draft, 1, brands) {
            // "The …", or a line that begins with the class: TEQ 1800.
            if leading.contains(head) {
                settle(brand, 0..<1 + length, &draft)
            } else if Abbreviations.isDrink(head, isClipped: draft.isClipped) {
                settle(brand, 1..<1 + length, &draft)
            }
        }
        protectNumbers(&draft)
    }

    private static func settle(_ brand: KnownBrand, _ range: Range<Int>, _ draft: inout NameDraft) {
        draft.knownBrand = brand
        for index in range { draft.tokens[index].role = .brand }
    }

    private static func longest(_ draft: NameDraft, _ start: Int, _ brands: [String: KnownBrand]) -> (KnownBrand, Int)?
    {
        var phrase = ""
        var best: (KnownBrand, Int)?
        for length in 1...longestPhrase where start + length <= draft.tokens.count {
            let fold = draft.tokens[start + length - 1].fold
            if fold.isEmpty { continue }
            if !phrase.isEmpty { phrase += " " }
            phrase += fold
            if let brand = brands[phrase] { best = (brand, length) }
        }
        return best
    }

    /// Numbers that are names: `1942` of Don Julio, `No. 10`, `#1`.
    private static func protectNumbers(_ draft: inout NameDraft) {
        for index in draft.tokens.indices where draft.tokens[index].isOpen {
            let fold = draft.tokens[index].fold
            if let brand = draft.knownBrand, numbers[brand.name]?.contains(fold) == true {
                protect(draft.tokens[index].text, index, 1, &draft)
            } else if draft.tokens[index].text.hasPrefix("#"), Int(fold) != nil {
                protect("No. \(fold)", index, 1, &draft)
            } else if fold == "no", let number = Int(draft.upper(index + 1)), draft.tokens[index + 1].isOpen {
                protect("No. \(number)", index, 2, &draft)
            } else if fold.hasPrefix("no"), let number = Int(fold.drop { !$0.isNumber }), fold.utf8.count <= 5,
                draft.tokens[index].text.contains(".")
            {
                protect("No. \(number)", index, 1, &draft)
            }
        }
    }

    private static func protect(_ text: String, _ index: Int, _ length: Int, _ draft: inout NameDraft) {
        draft.consume(index..<index + length)
        draft.tokens[index].role = .term(draft.terms.count)
        draft.terms.append(NameTerm(text: text, rank: .other, signals: []))
    }

    private static let plain = table { !$0 }
    private static let clipped = table { _ in true }

    private static func table(_ includes: (Bool) -> Bool) -> [String: KnownBrand] {
        var table: [String: KnownBrand] = [:]
        for row in rows {
            for key in row.spellings where includes(key.isClipped) { table[key.phrase] = row.brand }
        }
        return table
    }

    static let rows: [KnownBrandRow] = [spirits, wines, beers]
        .flatMap { $0.split(separator: "\n") }
        .compactMap(KnownBrandRow.init)

    /// Numbers inside the names of a brand's products.
    private static let numbers: [String: Set<String>] = [
        "Don Julio": ["1942", "70"], "Bacardi": ["151", "8"], "Tanqueray": ["10", "ten"], "Jack Daniel's": ["7"],
        "Herradura": ["1870"], "Old Forester": ["1870", "1897", "1910", "1920"], "Pimm's": ["1"], "Appleton": ["21"],
        "Jose Cuervo": ["1800"], "Michter's": ["1", "10"], "Bundaberg": ["5"], "Smirnoff": ["21", "57"],
        "Bud Light": ["55"], "Miller": ["64"], "Penfolds": ["28", "389", "407", "707"], "Chateau Ste. Michelle": ["14"],
    ]
}
