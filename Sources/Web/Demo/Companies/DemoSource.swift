/// A place that publishes price lists. None of them exists.
package struct DemoSource: Sendable {
    /// Unique within its company.
    package let slug: String
    package let title: String
    /// The mapping its files are read with, in `DemoMappings`.
    package var mapping: String { "demo-\(slug)" }

    let naming: HouseNaming
    let layout: FileLayout
    let keys: ItemKeys
    let drinks: Set<DrinkClass>
    /// Price against wholesale, in percent.
    let margin: Int
    /// Shops it has; 0 for a wholesaler.
    let shops: Int
    /// Whether it deals in kegs.
    var kegs = false

    /// Whether it carries `product` at all.
    func couldCarry(_ product: DemoProduct) -> Bool {
        drinks.contains(product.drink) && (kegs || product.package.container != .keg)
    }
}
