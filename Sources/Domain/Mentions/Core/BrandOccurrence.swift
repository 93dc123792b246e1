/// A brand in a sentence.
struct BrandOccurrence: Sendable {
    let brand: Int
    /// Places of its words.
    let places: Range<Int>
}
