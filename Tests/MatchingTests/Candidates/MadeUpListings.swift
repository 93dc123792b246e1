import TestSupport

@testable import Matching

/// Listings of made-up drinks by a seed: several of each thing, written differently, some with a slip of the pen.
struct MadeUpListings {
    struct Listing {
        let name: String
        let source: Int32
        /// Which thing it is.
        let thing: Int
        let code: String?
    }

    private static let firsts = [
        "Thorn", "Vesper", "Marrow", "Quill", "Saddle", "Ember", "Fallow", "Hollow", "Brindle", "Cinder", "Sable",
        "Yarrow",
    ]
    private static let seconds = ["wick", "gate", "haven", "quist", "combe", "stead", "thwaite", "barrow"]
    private static let kinds = [
        "Small Batch Bourbon", "London Dry Gin", "Spiced Rum", "Merlot", "Pinot Noir Reserve", "Reposado Tequila",
        "Amber Ale",
    ]
    private static let sizes = [375, 750, 1_750]

    private(set) var listings: [Listing] = []

    /// - Parameters:
    ///   - things: how many different ones.
    ///   - sources: each lists about two of three things, and none twice.
    init(_ things: Int, sources: Int32, _ random: inout SeededRandom) {
        var taken: Set<String> = []
        while taken.count < things {
            let brands = (0..<2).map { _ in
                Self.firsts[random.below(Self.firsts.count)] + Self.seconds[random.below(Self.seconds.count)]
            }
            let title = brands.joined(separator: " ") + " " + Self.kinds[random.below(Self.kinds.count)]
            let size = Self.sizes[random.below(Self.sizes.count)]
            guard taken.insert("\(title) \(size)").inserted else { continue }
            for source in 0..<sources where random.chance(0.67) {
                let text = random.chance(0.1) ? Self.misspelt(title, &random) : title
                let name = source % 2 == 0 ? "\(text) (\(size) ml)" : "\(text.uppercased()) \(size)ML 12/CS"
                let code = random.chance(0.2) ? Self.gtin(taken.count) : nil
                listings.append(Listing(name: name, source: source, thing: taken.count, code: code))
            }
        }
    }

    static func reading(_ listing: Listing) -> ListingReading {
        ListingReading(PairRecord([.name: listing.name, .code: listing.code ?? ""]))
    }

    /// All of them, numbered in their order.
    var index: ListingIndex {
        var index = ListingIndex()
        for (number, listing) in listings.enumerated() {
            index.put(Int32(number), Self.reading(listing), source: listing.source)
        }
        return index
    }

    /// One letter is missing, twice there or another one, or two words are run together.
    private static func misspelt(_ text: String, _ random: inout SeededRandom) -> String {
        var letters = Array(text)
        let place = 1 + random.below(6)
        switch random.below(4) {
        case 0: letters.remove(at: place)
        case 1: letters.insert(letters[place], at: place)
        case 2: letters[place] = "y"
        default: if let space = letters.firstIndex(of: " ") { letters.remove(at: space) }
        }
        return String(letters)
    }

    private static func gtin(_ number: Int) -> String {
        let body = "640" + String(1_000_000_000 + number).dropFirst()
        var sum = 0
        for (place, digit) in body.utf8.enumerated() { sum += Int(digit - 48) * (place % 2 == 0 ? 1 : 3) }
        return "\(body)\((10 - sum % 10) % 10)"
    }
}
