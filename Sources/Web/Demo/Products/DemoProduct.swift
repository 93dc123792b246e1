/// A product that does not exist, of a brand that does not exist.
struct DemoProduct: Sendable {
    let number: Int
    let drink: DrinkClass
    let brand: String
    let variant: Variant
    let package: Package
    /// The harvest year of a wine, nil for wine without one and for everything else.
    let vintage: Int?
    let country: String
    /// GTIN-13 of the range GS1 keeps for demonstrations (952), or nil: some producers have none.
    let gtin: String?
    /// Wholesale price of one bottle, can or keg at the start, in minor units.
    let price: Int
    let story: Story
    /// 1…100: how many places carry it and how fast it sells.
    let popularity: Int
}
