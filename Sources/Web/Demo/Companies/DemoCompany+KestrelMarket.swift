extension DemoCompany {
    /// A shop chain in Finland: two importers and a competing retailer.
    package static let kestrelMarket = DemoCompany(
        slug: "kestrel-market", title: "Kestrel Market", currency: "EUR", timeZone: "Europe/Helsinki",
        sources: [
            DemoSource(
                slug: "lumikivi", title: "Lumikivi Tukku", naming: .importer, layout: .lumikivi, keys: .five,
                drinks: Set(DrinkClass.allCases), margin: 100, shops: 0),
            DemoSource(
                slug: "puertaluna", title: "Puertaluna Import", naming: .latin, layout: .puertaluna, keys: .eight,
                drinks: Set(DrinkClass.allCases).subtracting([.beer, .seltzer, .cocktail]), margin: 99, shops: 0),
            DemoSource(
                slug: "torikulma", title: "Torikulma", naming: .shop, layout: .torikulma, keys: .slug,
                drinks: Set(DrinkClass.allCases), margin: 138, shops: 21),
        ],
        lines: EuropeanMarket.spirits + EuropeanMarket.rest)
}
