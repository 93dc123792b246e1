import Catalog

/// The known products, arranged so that a listing's likely products are found without looking at all of them.
///
/// A decision depends only on which products are in the index, never on the order in which they came: between equals
/// the product with the smaller id is taken. The caller sees to it that listings are decided in a stated order, since
/// every new product may be the match of a later listing.
package struct CandidateIndex<ID: Hashable & Comparable & Sendable>: Sendable {
    /// A word within a bucket of sizes.
    struct PostingKey: Hashable, Sendable {
        let word: Int32
        let size: Int32
    }

    /// Names beyond this many are not compared: aliases repeat themselves.
    static var comparedNames: Int { 8 }

    var book = WordBook()
    // One product is one place in each of these; apart, so that reading one field copies one field.
    private var ids: [ID] = []
    private(set) var items: [IndexedItem] = []
    private(set) var products: [ProductIdentity<ID>] = []
    private var places: [ID: Int32] = [:]
    private var codes: [GTIN: [Int32]] = [:]
    /// By the code of the unit that is sold: a case's code has that in it, and says no more than that the two may belong together.
    private var unitCodes: [GTIN: [Int32]] = [:]
    private var postings: [PostingKey: [Int32]] = [:]

    package init() {}

    /// How many products are known.
    package var count: Int { products.count }

    /// What is known about a product.
    package func product(_ id: ID) -> ProductIdentity<ID>? {
        places[id].map { products[Int($0)] }
    }

    /// Adds a product, or replaces what is known about it.
    package mutating func put(_ product: ProductIdentity<ID>) {
        let place: Int32
        if let known = places[product.id] {
            place = known
            unlink(place)
            products[Int(place)] = product
            items[Int(place)] = add(product)
        } else {
            place = Int32(clamping: products.count)
            places[product.id] = place
            ids.append(product.id)
            products.append(product)
            items.append(add(product))
        }
        link(place)
    }

    /// Takes a matched listing into its product: alias, makers, codes, unknown facts and carrier. Nothing happens if
    /// the product is not known.
    package mutating func attach(_ listing: ListingIdentity<ID>, to product: ID) {
        guard var known = self.product(product) else { return }
        known.absorb(listing)
        put(known)
    }

    func id(_ place: Int32) -> ID { ids[Int(place)] }

    func place(of product: ID) -> Int32? { places[product] }

    /// Places of the products with a code.
    func places(of gtin: GTIN) -> [Int32] { codes[gtin] ?? [] }

    /// Places of the products of which a code is of the same unit: its own, or that of a case of it.
    func places(relatedTo gtin: GTIN) -> [Int32] { unitCodes[gtin.salesUnit] ?? [] }

    /// Places of the products of about a size that have a word.
    func places(word: Int32, size: Int32) -> [Int32] { postings[PostingKey(word: word, size: size)] ?? [] }

    private mutating func add(_ product: ProductIdentity<ID>) -> IndexedItem {
        var facts = product.facts
        let readings = product.names.prefix(Self.comparedNames).map { NameReading($0, facts: product.facts) }
        facts.vintage = facts.vintage ?? readings.lazy.compactMap(\.vintage).first
        facts.container = facts.container ?? readings.lazy.compactMap(\.container).first
        let makers = product.makers.map { maker in
            NameReading(maker, facts: product.facts).words.map { book.addedWord($0) }
        }
        let names = readings.map { reading in
            IndexedName(
                words: reading.words.map { book.addedWord($0) }, vintage: reading.vintage,
                shortVintage: reading.shortVintage)
        }
        return IndexedItem(names: names, makers: makers, facts: facts)
    }

    private func words(of place: Int32) -> Set<Int32> {
        let item = items[Int(place)]
        return Set(item.names.flatMap(\.words).map(\.id)).union(item.makers.joined().map(\.id))
    }

    private mutating func link(_ place: Int32) {
        let words = words(of: place)
        book.countProduct(words, by: 1)
        let gtins = Set(products[Int(place)].gtins)
        for gtin in gtins { codes[gtin, default: []].append(place) }
        for unit in Set(gtins.map(\.salesUnit)) { unitCodes[unit, default: []].append(place) }
        guard let size = items[Int(place)].facts.millilitres.flatMap(SizeBucket.bucket) else { return }
        for word in words { postings[PostingKey(word: word, size: size), default: []].append(place) }
    }

    private mutating func unlink(_ place: Int32) {
        let words = words(of: place)
        book.countProduct(words, by: -1)
        let gtins = Set(products[Int(place)].gtins)
        for gtin in gtins { codes[gtin]?.removeAll { $0 == place } }
        for unit in Set(gtins.map(\.salesUnit)) { unitCodes[unit]?.removeAll { $0 == place } }
        guard let size = items[Int(place)].facts.millilitres.flatMap(SizeBucket.bucket) else { return }
        for word in words { postings[PostingKey(word: word, size: size)]?.removeAll { $0 == place } }
    }
}
