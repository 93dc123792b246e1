/// The layouts of the demonstration's places: as different from each other as real ones.
extension FileLayout {
    private static let comma = Format.table(separator: UInt8(ascii: ","))

    static let ridgeway = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("ITEM NO", .key), ("DESCRIPTION", .name), ("BRAND", .brand), ("CLASS", .drink), ("SIZE", .americanSize),
            ("CASE PACK", .unitsPerCase), ("UPC", .gtin), ("FRONTLINE BTL", .regularPrice), ("NET BTL", .price),
            ("NET CASE", .casePrice), ("ON HAND", .stock),
        ])

    static let bluepoint = FileLayout(
        format: .table(separator: UInt8(ascii: "\t")), suffix: "tsv",
        columns: [
            ("Item", .key), ("Product", .name), ("Category", .department), ("Type", .drink), ("Bottle", .price),
            ("Regular Bottle", .regularPrice), ("Case", .casePrice), ("GTIN", .gtin), ("Qty Avail", .stock),
        ])

    static let cordell = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("SKU", .key), ("Item Description", .name), ("Segment", .drink), ("Size", .americanSize),
            ("Pack", .unitsPerCase), ("Bottle List Price", .regularPrice), ("Bottle Net Price", .price),
        ])

    static let tallgrass = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("CODE", .key), ("PACKAGE", .name), ("BREWERY", .brand), ("CLASS", .drink), ("UNITS", .unitsPerCase),
            ("CASE PRICE", .casePrice), ("REG CASE", .regularCasePrice), ("CASES ON HAND", .caseStock),
        ])

    static let triCounty = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("CODE", .key), ("NAME", .name), ("TYPE", .drink), ("PROOF", .proof), ("UPC", .gtin),
            ("SHELF PRICE", .price), ("STORES", .stores),
        ])

    static let cornerCask = FileLayout(
        format: .json, suffix: "json",
        columns: [
            ("sku", .key), ("title", .name), ("brand", .brand), ("department", .drink), ("volume_ml", .millilitres),
            ("abv", .strength), ("gtin", .gtin), ("price.now", .price), ("price.was", .regularPrice),
            ("stock.units", .stock), ("stock.stores", .stores), ("url", .link),
        ])

    static let millpond = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("SKU", .key), ("Product", .name), ("Producer", .brand), ("Category", .drink), ("Size", .americanSize),
            ("ABV", .strength), ("Vintage", .vintage), ("EAN", .gtin), ("Price", .regularPrice), ("Our Price", .price),
            ("In Stock", .stock), ("Shops", .stores), ("As Of", .day),
        ])

    static let lumikivi = FileLayout(
        format: .table(separator: UInt8(ascii: ";")), suffix: "csv", latin1: true, mark: ",",
        columns: [
            ("Tuotenumero", .key), ("Nimi", .name), ("Tuottaja", .brand), ("Tyyppi", .drink), ("Maa", .country),
            ("Pullokoko", .litres), ("Laatikossa", .unitsPerCase), ("Alkoholi-%", .strength), ("Vuosikerta", .vintage),
            ("EAN", .gtin), ("Hinta", .price), ("Normaalihinta", .regularPrice), ("Varastossa", .stock),
        ])

    static let puertaluna = FileLayout(
        format: comma, suffix: "csv",
        columns: [
            ("Ref", .key), ("Descripción", .name), ("Familia", .drink), ("EAN", .gtin), ("Precio", .price),
            ("Existencias", .stock),
        ])

    static let torikulma = FileLayout(
        format: .json, suffix: "json",
        columns: [
            ("id", .key), ("name", .name), ("producer", .brand), ("category", .drink), ("country", .country),
            ("size_ml", .millilitres), ("abv", .strength), ("vintage", .vintage), ("ean", .gtin), ("price.now", .price),
            ("price.normal", .regularPrice), ("availability.units", .stock), ("availability.stores", .stores),
        ])
}
