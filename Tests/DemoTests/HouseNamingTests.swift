import Catalog
import Testing

@testable import Demo

@Suite struct HouseNamingTests {
    private func product(
        _ drink: DrinkClass, _ brand: String, _ variant: Variant, _ package: Package, vintage: Int? = nil
    ) -> DemoProduct {
        DemoProduct(
            number: 1, drink: drink, brand: brand, variant: variant, package: package, vintage: vintage, country: "US",
            gtin: nil, price: 1000, story: .steady, popularity: 50)
    }

    private func name(_ naming: HouseNaming, _ product: DemoProduct) -> String {
        var generator = SeededGenerator(seed: 3)
        return naming.name(of: product, &generator)
    }

    private var bourbon: DemoProduct {
        product(.bourbon, "Thornwick", Variant("Small Batch", "Bourbon", 4520, age: 8), .bottle(750, 12))
    }

    @Test func wholesalers_shorten_spirits_each_in_their_way() {
        #expect(name(.clippedWithProof, bourbon) == "THORNWICK BBN SM BTCH 8YR 90.4 750ML")
        #expect(name(.clippedWithPack, bourbon) == "THORNWICK BRBN SMBTCH 8Y 12B 750M")
        #expect(name(.clippedWithoutSize, bourbon).hasPrefix("THORNWICK SM BTCH BBN 8YR 12PK"))
        #expect(name(.stateList, bourbon) == "THORNWICK SMALL BATCH BOURBON 8 YR 90.4PF 750 12/CS")
        #expect(name(.latin, bourbon) == "THORNWICK BOURBON SMALL BATCH 8A 12X750ML 45.2%VOL")
    }

    @Test func wines_carry_their_vintage() {
        let wine = product(
            .red, "Château Bréval", Variant("Napa Valley", "Cabernet Sauvignon", 1450), .bottle(1500, 3),
            vintage: 2021)
        #expect(name(.clippedWithProof, wine) == "CHT BREVAL CAB SAUV NAPA 21 1.5L")
        #expect(name(.importer, wine) == "Château Bréval Cabernet Sauvignon Napa Valley 2021 3/1.5L")
        #expect(name(.stateList, wine) == "CHATEAU BREVAL NAPA VALLEY CABERNET SAUVIGNON 2021 1500 3/CS")
        #expect(name(.shop, wine).hasPrefix("Château Bréval Cabernet Sauvignon Napa Valley 2021"))
    }

    @Test func beers_carry_their_packing() {
        func beer(_ naming: HouseNaming, _ package: Package) -> String {
            name(naming, product(.beer, "Tin Kettle", Variant("Hazy", "IPA", 650), package))
        }
        #expect(beer(.beerHouse, .cans(355, 24, by: 6)) == "TIN KETTLE HZY IPA C24 12OZ 6P")
        #expect(beer(.beerHouse, .bottles(355, 24, by: 6)) == "TIN KETTLE HZY IPA 4/6/12 NR")
        #expect(beer(.beerHouse, .keg(58_674)) == "TIN KETTLE HZY IPA K 1/2BBL")
        #expect(beer(.clippedWithPack, .cans(473, 24, by: 4)) == "TIN KETTLE IPA HZY 6/4PK 16Z CN")
        #expect(beer(.shop, .cans(355, 24, by: 6)) == "Tin Kettle Hazy IPA 6pk 12oz Cans")
        #expect(beer(.shop, .cans(500, 24, by: 1)).hasPrefix("Tin Kettle Hazy IPA"))
    }

    @Test func names_of_40_characters_keep_their_end() {
        let long = product(
            .scotch, "Strathquarrie", Variant("Peated Single Malt", "Scotch", 4800, age: 10), .bottle(750, 6))
        let name = name(.clippedWithProof, long)
        #expect(name.count <= 40)
        #expect(name.hasSuffix("96 750ML"))
    }
}
