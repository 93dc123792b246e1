import Catalog

/// A product that shares a listing's GTIN and cannot be the same item.
struct BlockedCode<ID> {
    let gtin: GTIN
    let blocker: HardBlocker
    let product: ID
    let place: Int32
}
