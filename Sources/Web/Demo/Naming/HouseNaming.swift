import Catalog

/// How a place writes product names. The letters are the house styles distributors are known by.
enum HouseNaming: Sendable {
    /// A: `BRAND CLASS VARIANT PROOF SIZE`, cut at 40 characters; a two-digit vintage for wine.
    case clippedWithProof
    /// B: `BRAND CLASS VARIANT 12B 750M`.
    case clippedWithPack
    /// C: `BRAND VARIANT 12PK 750`, the size often missing.
    case clippedWithoutSize
    /// D: `BRAND VARIANT C24 12OZ 6P`.
    case beerHouse
    /// E: `Producer Wine 2021 6/750ml`.
    case importer
    /// F: a title in sentence case; size and pack are columns of their own.
    case shop
    /// G: `NAME 80PF 750 12/CS`.
    case stateList
    /// H: `NOMBRE 12A 6X750ML 38%VOL`.
    case latin

    /// The name of `product` as this place writes it.
    func name(of product: DemoProduct, _ generator: inout SeededGenerator) -> String {
        switch self {
        case .clippedWithProof: proofName(product)
        case .clippedWithPack: packName(product)
        case .clippedWithoutSize: bareName(product, &generator)
        case .beerHouse: beerName(product)
        case .importer: importerName(product)
        case .shop: shopName(product, &generator)
        case .stateList: stateName(product, &generator)
        case .latin: latinName(product)
        }
    }
}
