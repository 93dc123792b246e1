import Catalog

/// The words of all known products, numbered, and how many products have each.
struct WordBook: Sendable {
    private var numbers: [String: Int32] = [:]
    private(set) var products: [Int32] = []
    private(set) var productCount = 0

    func word(_ entry: WordTable.Entry) -> Word {
        Word(id: numbers[entry.word] ?? -1, text: entry.word, kind: entry.kind)
    }

    mutating func addedWord(_ entry: WordTable.Entry) -> Word {
        if let id = numbers[entry.word] { return Word(id: id, text: entry.word, kind: entry.kind) }
        let id = Int32(products.count)
        numbers[entry.word] = id
        products.append(0)
        return Word(id: id, text: entry.word, kind: entry.kind)
    }

    mutating func countProduct(_ ids: Set<Int32>, by change: Int32) {
        for id in ids { products[Int(id)] += change }
        productCount += Int(change)
    }

    /// How rare a word is among the products, 0.1–1: 1 for a word of no or one product, falling with the logarithm of
    /// the number of products that have it.
    func rarity(_ word: Word) -> Double {
        let having = word.id < 0 ? 0 : Double(products[Int(word.id)])
        let all = Double(productCount) + 20
        return min(1, max(0.1, Logarithm.of(all / (having + 1)) / Logarithm.of(all)))
    }

    /// What a word counts for in a comparison.
    func weight(_ word: Word) -> Double { rarity(word) * word.kind.factor }
}
