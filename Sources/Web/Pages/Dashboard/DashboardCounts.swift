/// The numbers of the dashboard's tiles.
package struct DashboardCounts: Hashable, Sendable {
    package let products: Int
    package let listings: Int
    package let movedUp: Int
    package let movedDown: Int
    package let priceCuts: Int
    package let outOfStock: Int

    /// - Parameters:
    ///   - products: products tracked.
    ///   - listings: listings they rest on.
    ///   - movedUp: products whose tier rose since the day compared to.
    ///   - movedDown: products whose tier fell since then.
    ///   - priceCuts: listings whose price fell since then.
    ///   - outOfStock: listings without stock now.
    package init(products: Int, listings: Int, movedUp: Int, movedDown: Int, priceCuts: Int, outOfStock: Int) {
        self.products = products
        self.listings = listings
        self.movedUp = movedUp
        self.movedDown = movedDown
        self.priceCuts = priceCuts
        self.outOfStock = outOfStock
    }
}
