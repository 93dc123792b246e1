import Documents

/// A listing and a product of which the matcher cannot say whether they are the same.
package struct AmbiguousPair: Hashable, Sendable {
    package let key: PairKey
    package let listing: PairSide
    package let product: PairSide

    package init(_ key: PairKey, listing: PairSide, product: PairSide) {
        self.key = key
        self.listing = listing
        self.product = product
    }

    /// The pair as it is sent and kept.
    /// - Parameter id: stands for it in one request.
    func document(id: String) -> JSONValue {
        .members([("id", .string(id)), ("listing", listing.document), ("product", product.document)])
    }
}
