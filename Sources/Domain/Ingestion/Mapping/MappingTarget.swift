/// What a mapping can say where to find. The raw values are the names in mapping files.
enum MappingTarget: String, Hashable, Sendable, CaseIterable {
    case itemKey = "item_key"
    case name, brand, producer, category, country, region, volume
    case unitsPerCase = "units_per_case"
    case unitsPerPack = "units_per_pack"
    case container, strength, vintage, age, gtin
    case otherGTINs = "other_gtins"
    case price
    case regularPrice = "regular_price"
    /// What the present reduction takes off: the regular price is price plus saving.
    case saving
    case stock, stores, url

    /// The reading used when the rule names none; `nil` for plain text.
    var defaultReading: CellReading? {
        switch self {
        case .itemKey, .name, .brand, .producer, .category, .country, .region, .url, .container, .gtin, .otherGTINs:
            nil
        case .volume: .size(nil)
        case .unitsPerCase, .unitsPerPack, .age, .stock, .stores, .vintage: .integer
        case .strength: .percent
        case .price, .regularPrice, .saving: .money
        }
    }

    /// Whether a rule of this target may end in `reading`.
    func accepts(_ reading: CellReading) -> Bool {
        switch (self, reading) {
        case (.volume, .size): true
        case (.strength, .percent), (.strength, .fraction), (.strength, .proof), (.strength, .percentOrUnderProof): true
        case (.price, .money), (.regularPrice, .money), (.saving, .money): true
        case (.vintage, .vintageFromName): true
        case (.unitsPerCase, .integer), (.unitsPerPack, .integer), (.age, .integer), (.stock, .integer),
            (.stores, .integer), (.vintage, .integer):
            true
        case (.unitsPerCase, .integerFromDecimal), (.unitsPerPack, .integerFromDecimal), (.age, .integerFromDecimal),
            (.stock, .integerFromDecimal), (.stores, .integerFromDecimal), (.vintage, .integerFromDecimal):
            true
        default: false
        }
    }
}
