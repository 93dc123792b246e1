import Catalog
import Companies
import Foundation
import Matching

/// The names of all products, by the first word of their brand. Keeps numbers of words rather than words: about 150 bytes a product.
package struct NameIndex: Sendable {
    private(set) var numbers: [String: Int32] = [:]
    private(set) var brands: [NamedBrand] = []
    /// Brands by their first word, those with more words first.
    private(set) var starting: [Int32: [Int32]] = [:]
    /// Words of which a name has one: what is a rye is no bourbon.
    private(set) var drinks: Set<Int32> = []
    /// Words by which a text is about drinks.
    private(set) var signs: Set<Int32> = []
    /// Products that cannot be looked for, as no brand of theirs is known.
    package private(set) var withoutBrand = 0
    /// Of everything that is looked for, the same on every machine for the same names in the same order.
    package private(set) var digest = NameIndex.version

    /// Raised with every change of the rules, so that everything is read again.
    private static let version: Int64 = 1

    private struct BrandKey: Hashable {
        let words: [Int32]
        let isShortened: Bool
    }

    private struct ItemKey: Hashable {
        let brand: Int32
        let required: [Int32]
        let kinds: [Int32]
    }

    /// - Parameter names: in a fixed order; a product may come several times, under other names.
    package init(_ names: some Sequence<NamedProduct>) {
        var places: [BrandKey: Int32] = [:]
        var items: [ItemKey: Int] = [:]
        for drink in Self.drinkWords.sorted() {
            drinks.insert(number(of: SpokenWord.stem(WordTable.entry(for: drink).word)))
        }
        signs = drinks.union(Self.signWords.map { number(of: SpokenWord.stem(WordTable.entry(for: $0).word)) })
        signs.subtract(Self.vagueWords.map { number(of: SpokenWord.stem(WordTable.entry(for: $0).word)) })
        for name in names { add(name, &places, &items) }
        for (place, brand) in brands.enumerated() {
            starting[brand.words[0], default: []].append(Int32(place))
        }
        for first in starting.keys {
            starting[first]?.sort { (-brands[Int($0)].words.count, $0) < (-brands[Int($1)].words.count, $1) }
        }
    }

    private mutating func add(
        _ name: NamedProduct, _ places: inout [BrandKey: Int32], _ items: inout [ItemKey: Int]
    ) {
        note(name)
        let brand = Self.brandWords(name)
        guard !brand.words.isEmpty else {
            withoutBrand += 1
            return
        }
        let brandKey = BrandKey(
            words: brand.words.map { number(of: $0.text) }, isShortened: brand.isShortened)
        let place =
            places[brandKey]
            ?? {
                let place = Int32(brands.count)
                brands.append(
                    NamedBrand(
                        words: brandKey.words, standing: BrandStanding(brand.words), isShortened: brand.isShortened))
                places[brandKey] = place
                return place
            }()
        var facts = name.facts
        // An age is part of how people call it.
        facts.ageYears = nil
        var own = Set(brand.words.map(\.text))
        own.formUnion(NameFolding.tokens(name.brand ?? "").map { SpokenWord.stem(WordTable.entry(for: $0).word) })
        var (required, kinds): (Set<Int32>, Set<Int32>) = ([], [])
        var telling: Set<Int32> = []
        let reading = NameReading(NamedSize.removed(from: name.name), facts: facts)
        for word in reading.words {
            let text = SpokenWord.stem(word.word)
            if own.contains(text) { continue }
            switch word.kind {
            case .noise, .house: continue
            case .category: kinds.insert(number(of: text))
            case .plain, .grape, .place, .colour, .variant, .number:
                let id = number(of: text)
                required.insert(id)
                if word.kind == .plain, !EverydayWords.contains(text) { telling.insert(id) }
            }
        }
        let key = ItemKey(brand: place, required: required.sorted(), kinds: kinds.sorted())
        let entry = NamedItem.Entry(
            product: name.product, nameOwner: name.nameOwner, vintage: name.facts.vintage ?? reading.vintage)
        if let item = items[key] {
            brands[Int(place)].items[item].entries.append(entry)
            return
        }
        items[key] = brands[Int(place)].items.count
        brands[Int(place)].vocabulary.formUnion(required)
        brands[Int(place)].items.append(
            NamedItem(required: key.required, kinds: key.kinds, telling: telling.count, entries: [entry]))
    }

    private mutating func number(of word: String) -> Int32 {
        if let known = numbers[word] { return known }
        let number = Int32(numbers.count)
        numbers[word] = number
        return number
    }

    /// FNV-1a over everything that decides what is found.
    private mutating func note(_ name: NamedProduct) {
        var hash = UInt64(bitPattern: digest)
        func add(_ text: String) {
            for byte in text.utf8 { hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3 }
            hash = (hash ^ 0xFF) &* 0x100_0000_01B3
        }
        add(name.product.owner.description + name.product.id.uuidString + name.nameOwner.description)
        add(name.brand ?? "")
        add(name.name)
        add("\(name.facts.vintage ?? 0) \(name.facts.millilitres ?? 0) \(name.facts.strengthBasisPoints ?? 0)")
        add("\(name.facts.unitsPerCase ?? 0)")
        digest = Int64(bitPattern: hash)
    }

    /// Longest brand that is looked for, in words.
    private static let longestBrand = 6

    /// The words of a product's brand: that of its maker's list, else one that everybody knows at the start of the name. Articles and
    /// the makers' words at the end ("Distillery") are left out, as people leave them out.
    private static func brandWords(_ name: NamedProduct) -> (
        words: [(text: String, kind: WordKind)], isShortened: Bool
    ) {
        var brand = name.brand
        if brand == nil {
            let reading = BeverageName.read(name.name, style: nil, currentYear: 2049)
            if reading.brandIsKnown { brand = reading.brand }
        }
        guard let brand else { return ([], false) }
        var words = NameFolding.tokens(brand).filter { !SpokenWord.conjunctions.contains($0) }.map { token in
            let entry = WordTable.entry(for: token)
            return (text: SpokenWord.stem(entry.word), kind: entry.kind, written: token)
        }
        while words.count > 1, let first = words.first, articles.contains(first.written) { words.removeFirst() }
        let full = words.count
        while words.count > 1, let last = words.last, last.kind == .house || companies.contains(last.written) {
            words.removeLast()
        }
        guard words.count <= longestBrand, !words.allSatisfy({ $0.text.isEmpty }) else { return ([], false) }
        return (words.map { ($0.text, $0.kind) }, words.count < full)
    }

    /// Every malt is something else besides.
    private static let drinkWords = SpiritKind.exactWords.subtracting(["malt"]).union([
        "absinthe", "vermouth", "lager", "ale", "stout", "porter", "ipa", "pilsner", "cider", "sake", "soju", "port",
        "sherry",
        "champagne", "prosecco", "cava", "liqueur",
    ])
    private static let signWords = [
        "whisky", "beer", "wine", "cocktail", "liquor", "distillery", "brewery", "winery", "malt", "distiller",
        "brewer", "winemaker",
    ]
    /// Names of drinks that are also something else.
    private static let vagueWords = ["port", "irish", "canadian", "porter", "stout", "cava", "ale"]
    private static let articles: Set<String> = ["the", "a", "an"]
    private static let companies: Set<String> = [
        "inc", "llc", "ltd", "co", "company", "corp", "spa", "srl", "gmbh", "ag", "oy", "ab", "bv", "sas", "sa",
    ]
}
