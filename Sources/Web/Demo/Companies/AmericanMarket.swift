/// What Harbor Lane's market sells: 600 products.
enum AmericanMarket {
    private static let spirit: [Package] = [.bottle(750, 12), .bottle(1750, 6), .bottle(375, 24)]
    private static let luxury: [Package] = [.bottle(750, 6), .bottle(375, 12)]
    private static let wine: [Package] = [.bottle(750, 12), .bottle(1500, 6)]

    static let spirits: [ProductLine] = [
        ProductLine(
            .bourbon, 72, .english, "US", price: 1400...4200, spirit,
            [
                Variant("", "Bourbon", 4300), Variant("Small Batch", "Bourbon", 4600, 125),
                Variant("Single Barrel", "Bourbon", 5000, 160), Variant("Bottled in Bond", "Bourbon", 5000, 130),
                Variant("Cask Strength", "Bourbon", 5840, 190), Variant("Wheated", "Bourbon", 4550, 120),
                Variant("Reserve", "Bourbon", 4700, 170, age: 8),
            ]),
        ProductLine(
            .rye, 22, .english, "US", price: 1700...3900, luxury,
            [
                Variant("", "Rye Whiskey", 4500), Variant("Bottled in Bond", "Rye Whiskey", 5000, 125),
                Variant("Single Barrel", "Rye Whiskey", 5250, 165),
            ]),
        ProductLine(
            .scotch, 32, .scottish, "GB", price: 2300...5600, luxury,
            [
                Variant("Single Malt", "Scotch", 4300, 130, age: 12),
                Variant("Single Malt", "Scotch", 4600, 240, age: 18),
                Variant("Peated Single Malt", "Scotch", 4800, 150, age: 10), Variant("Blended", "Scotch", 4000, 80),
            ]),
        ProductLine(
            .irish, 14, .irish, "IE", price: 1700...3300, luxury,
            [
                Variant("", "Irish Whiskey", 4000), Variant("Single Malt", "Irish Whiskey", 4300, 150, age: 10),
            ]),
        ProductLine(
            .vodka, 46, .english, "US", price: 800...2400, spirit,
            [
                Variant("", "Vodka", 4000), Variant("Cucumber", "Vodka", 3500, 104),
                Variant("Vanilla", "Vodka", 3500, 104),
                Variant("Grapefruit", "Vodka", 3500, 104), Variant("Raspberry", "Vodka", 3500, 104),
            ]),
        ProductLine(
            .gin, 34, .english, "GB", price: 1300...3100, spirit,
            [
                Variant("London Dry", "Gin", 4400), Variant("Navy Strength", "Gin", 5700, 125),
                Variant("Barrel Rested", "Gin", 4520, 135), Variant("Pink", "Gin", 3750, 105),
            ]),
        ProductLine(
            .rum, 34, .english, "BB", price: 1000...2900, spirit,
            [
                Variant("White", "Rum", 4000), Variant("Spiced", "Rum", 3500, 104), Variant("Coconut", "Rum", 2100, 95),
                Variant("Overproof", "Rum", 6300, 130), Variant("Reserve", "Rum", 4300, 170, age: 12),
            ]),
        ProductLine(
            .tequila, 62, .agave, "MX", price: 1600...4700, spirit,
            [
                Variant("Blanco", "Tequila", 4000), Variant("Reposado", "Tequila", 4000, 115),
                Variant("Añejo", "Tequila", 4000, 145), Variant("Extra Añejo", "Tequila", 4000, 260),
                Variant("Cristalino", "Tequila", 4000, 170),
            ]),
        ProductLine(
            .mezcal, 16, .agave, "MX", price: 2400...4600, luxury,
            [
                Variant("Espadín", "Mezcal", 4200), Variant("Tobalá", "Mezcal", 4600, 180),
                Variant("Ensamble", "Mezcal", 4700, 140),
            ]),
        ProductLine(
            .cognac, 16, .french, "FR", price: 2600...5200, luxury,
            [
                Variant("VS", "Cognac", 4000), Variant("VSOP", "Cognac", 4000, 150), Variant("XO", "Cognac", 4000, 330),
            ]),
        ProductLine(
            .liqueur, 34, .english, "US", price: 1100...2600, spirit,
            [
                Variant("Coffee", "Liqueur", 2000), Variant("Irish Cream", "Liqueur", 1700, 105),
                Variant("Orange", "Liqueur", 4000, 130), Variant("Honey", "Liqueur", 3500, 110),
                Variant("Elderflower", "Liqueur", 2000, 120),
            ]),
    ]

    static let wines: [ProductLine] = [
        ProductLine(
            .red, 50, .american, "US", price: 700...3200, wine,
            [
                Variant("Napa Valley", "Cabernet Sauvignon", 1450, 180),
                Variant("Columbia Valley", "Cabernet Sauvignon", 1400), Variant("Paso Robles", "Zinfandel", 1490),
                Variant("Willamette Valley", "Pinot Noir", 1350, 140), Variant("Sonoma Coast", "Pinot Noir", 1380, 150),
                Variant("Columbia Valley", "Merlot", 1390, 95),
            ]),
        ProductLine(
            .red, 14, .italian, "IT", price: 900...3600, wine,
            [
                Variant("Chianti Classico", "Sangiovese", 1350), Variant("Barolo", "Nebbiolo", 1400, 220),
            ]),
        ProductLine(
            .white, 42, .american, "US", price: 700...2400, wine,
            [
                Variant("Russian River Valley", "Chardonnay", 1420, 140),
                Variant("Columbia Valley", "Riesling", 1150, 85),
                Variant("Napa Valley", "Sauvignon Blanc", 1360, 120), Variant("", "Pinot Grigio", 1250, 80),
            ]),
        ProductLine(
            .rose, 12, .french, "FR", price: 900...1900, wine,
            [
                Variant("Côtes de Provence", "Rosé", 1300), Variant("Tavel", "Rosé", 1350, 120),
            ]),
        ProductLine(
            .sparkling, 20, .italian, "IT", price: 900...1700, [.bottle(750, 12), .bottle(187, 24)],
            [
                Variant("Brut", "Prosecco", 1100), Variant("Extra Dry", "Prosecco", 1100),
                Variant("Rosé", "Prosecco", 1100, 110),
            ]),
    ]

    static let packs: [ProductLine] = [
        ProductLine(
            .beer, 50, .brewers, "US", price: 95...210,
            [.cans(355, 24, by: 6), .cans(473, 24, by: 4), .bottles(355, 24, by: 6), .keg(19_558), .keg(58_674)],
            [
                Variant("Hazy", "IPA", 650, 125), Variant("", "Lager", 480), Variant("", "Pilsner", 510, 105),
                Variant("", "Pale Ale", 540, 108), Variant("Oatmeal", "Stout", 590, 115),
                Variant("", "Hefeweizen", 520, 108),
            ]),
        ProductLine(
            .seltzer, 16, .brewers, "US", price: 110...160, [.cans(355, 24, by: 12), .cans(355, 24, by: 8)],
            [
                Variant("Black Cherry", "Seltzer", 500), Variant("Mango", "Seltzer", 500),
                Variant("Grapefruit", "Seltzer", 500), Variant("Pineapple", "Seltzer", 500),
            ]),
        ProductLine(
            .cocktail, 14, .brewers, "US", price: 180...280, [.cans(355, 24, by: 4)],
            [
                Variant("Lime", "Margarita", 1000), Variant("Cucumber", "Gin & Tonic", 700),
                Variant("", "Old Fashioned", 1500, 130),
            ]),
    ]
}
