extension DemoCompany {
    private static let cellar: Set<DrinkClass> = Set(DrinkClass.allCases).subtracting([.beer, .seltzer])

    /// Bottle shops on the American east coast: five wholesalers and two competing retailers.
    package static let harborLane = DemoCompany(
        slug: "harbor-lane", title: "Harbor Lane Bottle Shops", currency: "USD", timeZone: "America/New_York",
        sources: [
            DemoSource(
                slug: "ridgeway", title: "Ridgeway Wine & Spirits", naming: .clippedWithProof, layout: .ridgeway,
                keys: .padded, drinks: cellar, margin: 100, shops: 0),
            DemoSource(
                slug: "bluepoint", title: "Bluepoint Beverage", naming: .clippedWithPack, layout: .bluepoint,
                keys: .nines, drinks: Set(DrinkClass.allCases), margin: 101, shops: 0),
            DemoSource(
                slug: "cordell", title: "Cordell Distributing", naming: .clippedWithoutSize, layout: .cordell,
                keys: .eight, drinks: cellar.subtracting([.cocktail]), margin: 98, shops: 0),
            DemoSource(
                slug: "tallgrass", title: "Tallgrass Beer Company", naming: .beerHouse, layout: .tallgrass,
                keys: .five, drinks: [.beer, .seltzer, .cocktail], margin: 100, shops: 0, kegs: true),
            DemoSource(
                slug: "tri-county", title: "Tri-County Beverage Control", naming: .stateList, layout: .triCounty,
                keys: .five, drinks: Set(DrinkClass.allCases).subtracting([.beer]), margin: 131, shops: 62),
            DemoSource(
                slug: "corner-cask", title: "Corner & Cask", naming: .shop, layout: .cornerCask, keys: .slug,
                drinks: Set(DrinkClass.allCases), margin: 136, shops: 14),
            DemoSource(
                slug: "millpond", title: "Millpond Cellars", naming: .shop, layout: .millpond, keys: .eight,
                drinks: Set(DrinkClass.allCases), margin: 129, shops: 9),
        ],
        lines: AmericanMarket.spirits + AmericanMarket.wines + AmericanMarket.packs)
}
