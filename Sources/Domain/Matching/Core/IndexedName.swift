/// A name of a product or listing with its words numbered.
struct IndexedName: Sendable {
    let words: [Word]
    let vintage: Int?
    /// A number of two digits at the end, where some lists write the vintage.
    let shortVintage: Int?

    init(words: [Word], vintage: Int?, shortVintage: Int? = nil) {
        self.words = words
        self.vintage = vintage
        self.shortVintage = shortVintage
    }

    /// Whether it is more than the bottle.
    var isGift: Bool { words.contains { Self.gifts.contains($0.text) } }

    private static let gifts: Set<String> = ["gift", "set", "combo"]

    /// Whether the name ends as the name of another vintage does. Vintages of one wine that are on shelves at once are a few years apart;
    /// other numbers at the end are names.
    func endsWithOther(than vintage: Int) -> Bool {
        guard let shortVintage, vintage >= 2_000 else { return false }
        return shortVintage != vintage % 100 && abs(shortVintage - vintage % 100) <= 8
    }
}
