import Catalog
import Testing

/// Lines unlike the examples, one rule each.
@Suite struct NameGrammarTests {
    private func read(_ raw: String, _ style: HouseStyle?) -> BeverageName {
        BeverageName.read(raw, style: style, currentYear: 2026)
    }

    @Test(arguments: [
        ("SVEDKA VOD CITRON 70 1.75L", HouseStyle.a, "vodka_flavored"), ("BULLEIT RYE 90 750ML", .a, "rye"),
        ("LAPHROAIG SCO 10YR 86 750ML", .a, "scotch_single_malt"), ("HAZELWOOD SCO 12YR 80 750ML", .a, "scotch"),
        ("JIM BEAM BBN APPLE 70 750ML", .a, "whiskey_flavored"), ("BARCELO RUM ANEJO 80 750ML", .a, "rum_aged"),
        ("BACARDI RUM SLVR 80 1.0L", .a, "rum_white"), ("CAMARENA TEQ X-ANEJO 80 750ML", .a, "tequila_extra_anejo"),
        ("KIM CRAWFORD SAUV BL 23 750ML", .a, "wine_white"), ("DAOU CAB SAUV PASO 22 750ML", .a, "wine_red"),
        ("SEAGRAMS ESCAPES WINE CLR 11.2Z", .a, "wine_cooler"), ("CAN WSKY 80 1.75L", .a, "whiskey_canadian"),
        ("Vin de France Rosé 2023 12/750ml", .e, "wine_rose"),
        ("Kir-Yianni Xinomavro Barolo 2019 6/750ml", .e, "wine_red"),
        ("ANCHOR PORTER 4/6/12 NR", .d, "beer"),
    ])
    func classes_follow_terms_and_brands(_ raw: String, _ style: HouseStyle, _ cls: String) {
        #expect(read(raw, style).beverageClass?.rawValue == cls)
    }

    @Test func unknown_names_stay_unknown() {
        let name = read("ZORBLAX QUUX 750ML", .b)
        #expect(name.beverageClass == nil && name.category == nil && name.strength == nil && name.vintage == nil)
        #expect(name.brand == "Zorblax Quux" && !name.brandIsKnown)
        let bare = read("ZORBLAX 21 750ML", .a)
        #expect(bare.strength == nil && bare.vintage == nil && bare.ambiguous == [.strength, .vintage])
    }

    @Test(
        arguments: [
            ("X VODKA 40% 750ML", 4_000), ("X VODKA 40 % VOL 750ML", 4_000), ("X VODKA 40ABV 750ML", 4_000),
            ("X VODKA 80 PROOF 750ML", 4_000), ("X VODKA 80° 750ML", 4_000), ("X VODKA 86.6PR 750ML", 4_330),
            ("X TEQUILA 100% AGAVE 750ML", nil), ("X VODKA 750ML", nil), ("X VODKA 250 750ML", nil),
        ] as [(String, Int?)])
    func strengths_say_what_they_are(_ raw: String, _ basisPoints: Int?) {
        #expect(read(raw, .g).strength?.basisPoints == basisPoints)
    }

    @Test func two_strengths_that_disagree_are_flagged() {
        #expect(read("X VODKA 80PF 42% 750ML", .g).flags.contains(.strengthConflict))
        #expect(!read("X VODKA 80PF 40% 750ML", .g).flags.contains(.strengthConflict))
    }

    @Test(
        arguments: [
            ("X CHARD 99 750ML", HouseStyle.a, Vintage.year(1999)), ("X CHARD 05 750ML", .a, .year(2005)),
            ("X CHARD 2021 750ML", .a, .year(2021)), ("X CHARD NV 750ML", .a, .nonVintage),
            ("X CHARD 30 750ML", .a, nil),
            ("X CHARD 2031 750ML", .a, nil), ("X CHARD 21 12PK 750", .c, nil),
            ("DON JULIO TEQ ANEJO 1942 80 750ML", .a, nil),
            ("Château X 2018 Pauillac", nil, .year(2018)), ("Rare Rum 1909 700 ml", nil, nil),
        ] as [(String, HouseStyle?, Vintage?)])
    func vintages_are_plausible_years(_ raw: String, _ style: HouseStyle?, _ vintage: Vintage?) {
        #expect(read(raw, style).vintage == vintage)
    }

    @Test(
        arguments: [
            ("X LGR 4/6/12 NR", HouseStyle.d, Pack(units: 24, perPack: 6, packs: 4)),
            ("X LGR C24 16OZ", .d, Pack(units: 24, perPack: 1, packs: 24)), ("X LGR 24PK 12OZ CN", .d, Pack(units: 24)),
            ("X LGR 36PK 12OZ CN", .d, Pack(units: 36, perPack: 36, packs: 1)),
            ("X VOD 120PK 50ML", .b, Pack(units: 120)),
            ("X VOD 12CS 750ML", .g, Pack(units: 12, perPack: 1, packs: 12)),
            ("X VOD CS/6 1.75L", .g, Pack(units: 6, perPack: 1, packs: 6)),
            ("X RON 4X6X330ML", .h, Pack(units: 24, perPack: 6, packs: 4)),
            ("X GIN 6 X 700 ML", nil, Pack(units: 6, perPack: 1, packs: 6)),
            ("X LGR 24/12 OZ", .d, Pack(units: 24, perPack: 1, packs: 24)), ("X VOD 750ML", .a, Pack()),
            ("X VOD 9999/9999PK 50ML", .b, Pack()), ("X LGR 6/4PK 12/CS 12OZ", .d, Pack()),
        ] as [(String, HouseStyle?, Pack)])
    func packs_are_settled_only_where_they_are_certain(_ raw: String, _ style: HouseStyle?, _ pack: Pack) {
        #expect(read(raw, style).pack == pack)
    }

    @Test(
        arguments: [
            ("X VOD 70CL", 700), ("X GIN 6.7Z", 198), ("X RUM 1.75L", 1_750), ("X LGR 16 FL OZ", 473),
            ("X LGR 1/4 BBL", 29_337),
            ("X LGR 50L KEG", 50_000), ("X VOD HANDLE", 1_750), ("X VOD 0,7L", 700), ("X VOD 2026", nil),
            ("X VOD 99999999L", nil),
        ] as [(String, Int?)])
    func sizes_are_read_with_their_units(_ raw: String, _ millilitres: Int?) {
        #expect(read(raw, .a).volume?.millilitres == millilitres)
    }

    @Test(arguments: [
        "FREIGHT", "FUEL SURCHARGE", "KEG DEPOSIT 30.00", "NSF FEE", "----", "", "   ", "MISC", "CRV",
        "Delivery charge June",
        "OVERPAYMENT 2024", "POS DISPLAY",
    ])
    func lines_that_are_no_items_are_dropped(_ raw: String) {
        #expect(read(raw, nil).kind == .nonProduct)
    }

    @Test(arguments: [
        ("JIM BEAM 80PF 1750 PL", HouseStyle.g, 1_750), ("KENDALL JACK CHARD 12PK 750 SCRW CP", .c, 750),
        ("TWISTED TEA 12/24 CN", .d, 710), ("CORONA EXT LSE 24/7OZ NR", .d, 207),
    ])
    func sizes_without_a_unit_follow_the_style(_ raw: String, _ style: HouseStyle, _ millilitres: Int) {
        #expect(read(raw, style).volume?.millilitres == millilitres)
    }

    @Test(arguments: [
        ("TEQ 1800 SLVR 80 750ML", HouseStyle.a, "1800"), ("RON BARCELO ANEJO 8A 6X750ML 40%VOL", .h, "Ron Barcelo"),
        ("Château Margaux 2015 6/750ml", .e, "Château Margaux"), ("The Macallan 12 Year Old", .f, "Macallan"),
        ("RED ROOSTER SYRAH 20 750ML", .a, "Red Rooster"),
    ])
    func brands_are_found_around_the_words_of_the_drink(_ raw: String, _ style: HouseStyle, _ brand: String) {
        #expect(read(raw, style).brand == brand)
    }

    @Test func bundles_are_never_products() {
        #expect(read("X VODKA 750ML W/2 50ML", .a).kind == .bundle)
        #expect(read("X VODKA 750ML W/50ML", .a).kind == .bundle)
        #expect(read("X VODKA 750ML W/2 GLS", .a).kind == .product)
        #expect(read("X VAP 750ML", .a).kind == .bundle)
    }

    @Test func ages_are_not_vintages() {
        for text in [
            "X SCOTCH 18YR 750ML", "X Scotch 18 Year Old", "X SCOTCH 18YO 700ML", "X Scotch 18 years old 70 cl",
        ] {
            #expect(read(text, nil).ageYears == 18, "\(text)")
        }
        #expect(read("X SCOTCH 218YR", nil).ageYears == nil)
    }

    @Test func a_bond_and_a_box_are_told_apart_by_class() {
        #expect(read("X BBN BIB 100 750ML", .a).flags.contains(.bottledInBond))
        #expect(read("X CHARD BIB 3L", .a).container == .bagInBox)
        #expect(read("X BIB 3L", .a).container == nil)
    }

    @Test func trailing_codes_and_years_are_told_apart() {
        #expect(read("North Pier Lager 12 oz - 20981", .f).flags == [.trailingItemCode("20981")])
        let wine = read("Villa X Chianti - 2019", .f)
        #expect(wine.vintage == .year(2019) && wine.flags.isEmpty)
    }

    @Test func standards_of_fill_are_known_by_class() {
        #expect(LegalSizes.isStandard(Volume(millilitres: 700), for: .vodka) == true)
        #expect(LegalSizes.isStandard(Volume(millilitres: 640), for: .vodka) == false)
        #expect(LegalSizes.isStandard(Volume(millilitres: 5_000), for: .wineRed) == true)
        #expect(LegalSizes.isStandard(Volume(millilitres: 640), for: .beer) == nil)
        #expect(LegalSizes.isStandard(Volume(millilitres: 640), for: nil) == nil)
    }
}
