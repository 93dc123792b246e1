/// What a region's producers of one class offer: how many products, of which brands, in which expressions and sizes.
struct ProductLine: Sendable {
    let drink: DrinkClass
    /// Products of this line in the catalogue.
    let count: Int
    let brands: BrandWords
    /// ISO 3166-1 alpha-2.
    let country: String
    let variants: [Variant]
    /// The first is the usual one.
    let packages: [Package]
    /// Wholesale price of one ordinary bottle or can, minor units.
    let price: ClosedRange<Int>

    init(
        _ drink: DrinkClass, _ count: Int, _ brands: BrandWords, _ country: String, price: ClosedRange<Int>,
        _ packages: [Package], _ variants: [Variant]
    ) {
        self.drink = drink
        self.count = count
        self.brands = brands
        self.country = country
        self.variants = variants
        self.packages = packages
        self.price = price
    }
}
