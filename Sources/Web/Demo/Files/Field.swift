/// A column of a price list.
enum Field: Sendable {
    // The same every week.
    case key, name, brand, department, drink, country, gtin, link
    /// "750 ML".
    case americanSize
    /// "0,75 l".
    case litres
    case millilitres
    case unitsPerCase
    case proof
    case strength
    case vintage

    // Different every week.
    case day
    /// Of one sales unit.
    case price, regularPrice
    /// Of a whole case.
    case casePrice, regularCasePrice
    case stock, caseStock, stores
}
