/// A name of a product or listing with its words numbered.
struct IndexedName: Sendable {
    let words: [Word]
    let vintage: Int?
}
