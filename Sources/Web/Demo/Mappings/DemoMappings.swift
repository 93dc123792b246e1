/// The mapping files of the demonstration's places, in the schema of `docs/mapping-files.md`.
package enum DemoMappings {
    /// The names there are, those of `DemoFile.mapping`.
    package static var names: [String] {
        texts.keys.sorted()
    }

    /// The JSON text of a mapping, nil for a name the demonstration does not have.
    package static func text(named name: String) -> String? {
        texts[name]
    }

    private static let texts: [String: String] = {
        var texts: [String: String] = [:]
        for company in DemoCompany.all {
            for source in company.sources {
                guard let body = bodies[source.slug] else { continue }
                let file = "\(source.slug)-{yyyy}-{MM}-{dd}.\(source.layout.suffix)"
                texts[source.mapping] = """
                    {
                      "name": "\(source.mapping)",
                      "title": "\(source.title)",
                      "source": "\(source.slug)",
                      "currency": "\(company.currency)",
                      "time_zone": "\(company.timeZone)",
                      "date": {"from": "filename", "pattern": "\(file)"},
                      "tables": {"drinks": \(drinks)},
                    \(body)
                    }

                    """
            }
        }
        return texts
    }()

    private static let bodies = harborLane.merging(kestrelMarket) { first, _ in first }

    /// The words of `DrinkClass.label` as categories of the catalogue.
    private static let drinks = """
        {
            "Bourbon": "spirits.whisky.bourbon", "Rye Whiskey": "spirits.whisky.rye",
            "Scotch Whisky": "spirits.whisky", "Irish Whiskey": "spirits.whisky.irish", "Vodka": "spirits.vodka",
            "Gin": "spirits.gin", "Rum": "spirits.rum", "Tequila": "spirits.tequila", "Mezcal": "spirits.mezcal",
            "Brandy & Cognac": "spirits.brandy.cognac", "Liqueur": "spirits.liqueur", "Red Wine": "wine.red",
            "White Wine": "wine.white", "Rosé Wine": "wine.rose", "Sparkling Wine": "wine.sparkling", "Beer": "beer",
            "Hard Seltzer": "rtd.hard_seltzer", "Canned Cocktail": "rtd.cocktail"
          }
        """
}
