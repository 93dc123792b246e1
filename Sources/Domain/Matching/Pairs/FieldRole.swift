/// What a column of things to compare says about them.
package enum FieldRole: String, Sendable, Hashable, CaseIterable {
    /// What it is called; every record has one.
    case name
    /// A longer text about it.
    case description
    /// Who makes it or whose name it bears.
    case brand
    case category
    case country
    /// An identifier that stands for it everywhere, such as a GTIN.
    case code
    case price
    /// As it is written, such as `0,75 l`.
    case size
    /// In millilitres.
    case volume
    /// Per cent of alcohol.
    case strength
    /// The year of harvest.
    case vintage

    /// Names of columns that mean it, in lower case.
    private var usual: [String] {
        switch self {
        case .name: ["name", "title", "product", "product_name", "item", "item_name", "label"]
        case .description: ["description", "long_description", "text", "details", "features"]
        case .brand: ["brand", "manufacturer", "producer", "maker", "vendor", "winery", "brewery"]
        case .category: ["category", "type", "class", "department", "style"]
        case .country: ["country", "origin", "country_of_origin"]
        case .code: ["gtin", "ean", "upc", "barcode", "code"]
        case .price: ["price", "retail_price", "list_price", "amount"]
        case .size: ["size", "bottle_size", "format", "pack_size"]
        case .volume: ["volume_ml", "volume", "ml"]
        case .strength: ["abv", "alcohol", "strength", "alc"]
        case .vintage: ["vintage", "year"]
        }
    }

    /// - Returns: what a column of this name says; nil for one that says nothing we compare.
    package init?(column: String) {
        let name = column.lowercased()
        guard let role = FieldRole.allCases.first(where: { $0.usual.contains(name) }) else { return nil }
        self = role
    }
}
