/// What Kestrel Market's market sells: 250 products.
enum EuropeanMarket {
    private static let spirit: [Package] = [.bottle(700, 6), .bottle(500, 12), .bottle(350, 12)]
    private static let wine: [Package] = [.bottle(750, 6), .bottle(1500, 3)]
    private static let cans: [Package] = [.cans(330, 24, by: 1), .cans(500, 24, by: 1)]

    static let spirits: [ProductLine] = [
        ProductLine(
            .vodka, 18, .finnish, "FI", price: 1100...2400, spirit,
            [
                Variant("", "Vodka", 4000), Variant("Barley", "Vodka", 4000, 130),
            ]),
        ProductLine(
            .gin, 22, .finnish, "FI", price: 1700...3300, spirit,
            [
                Variant("Dry", "Gin", 4300), Variant("Spruce", "Gin", 4500, 115), Variant("Sloe", "Gin", 2800, 105),
            ]),
        ProductLine(
            .scotch, 22, .scottish, "GB", price: 2500...5200, spirit,
            [
                Variant("Single Malt", "Scotch", 4300, 130, age: 12), Variant("Blended", "Scotch", 4000, 80),
                Variant("Peated Single Malt", "Scotch", 4600, 150, age: 10),
            ]),
        ProductLine(
            .rum, 14, .english, "BB", price: 1500...2900, spirit,
            [
                Variant("White", "Rum", 4000), Variant("Spiced", "Rum", 3500),
                Variant("Reserve", "Rum", 4200, 160, age: 12),
            ]),
        ProductLine(
            .cognac, 12, .french, "FR", price: 2400...4900, spirit,
            [
                Variant("VS", "Cognac", 4000), Variant("VSOP", "Cognac", 4000, 150),
            ]),
        ProductLine(
            .liqueur, 16, .finnish, "FI", price: 1200...2100, spirit,
            [
                Variant("Cloudberry", "Liqueur", 2100), Variant("Lingonberry", "Liqueur", 2100),
                Variant("Coffee", "Liqueur", 2000),
            ]),
    ]

    static let rest: [ProductLine] = [
        ProductLine(
            .red, 30, .spanish, "ES", price: 550...1900, wine,
            [
                Variant("Rioja Crianza", "Tempranillo", 1350), Variant("Ribera del Duero", "Tempranillo", 1400, 140),
                Variant("Rioja Reserva", "Tempranillo", 1400, 170),
            ]),
        ProductLine(
            .red, 20, .italian, "IT", price: 650...2600, wine,
            [
                Variant("Chianti", "Sangiovese", 1300), Variant("Barolo", "Nebbiolo", 1400, 230),
            ]),
        ProductLine(
            .white, 28, .german, "DE", price: 600...1700, wine,
            [
                Variant("Trocken", "Riesling", 1200), Variant("Kabinett", "Riesling", 950, 110),
                Variant("", "Grauburgunder", 1250, 105), Variant("", "Weissburgunder", 1250),
            ]),
        ProductLine(.rose, 10, .french, "FR", price: 700...1500, wine, [Variant("Côtes de Provence", "Rosé", 1300)]),
        ProductLine(
            .sparkling, 16, .spanish, "ES", price: 600...1400, [.bottle(750, 6)],
            [
                Variant("Brut", "Cava", 1150), Variant("Brut Nature", "Cava", 1150, 115),
                Variant("Rosé", "Cava", 1150, 108),
            ]),
        ProductLine(
            .beer, 30, .finnish, "FI", price: 85...230, cans,
            [
                Variant("", "Lager", 450), Variant("", "IPA", 590, 130), Variant("Rye", "Porter", 720, 160),
                Variant("", "Pale Ale", 520, 115),
            ]),
        ProductLine(
            .cocktail, 12, .finnish, "FI", price: 120...220, cans,
            [
                Variant("Grapefruit", "Long Drink", 550), Variant("Cranberry", "Long Drink", 550),
            ]),
    ]
}
