/// What a place's row says about a product in every week.
struct FixedValues {
    let product: DemoProduct
    let key: String
    let name: String
    let mark: Character

    /// The text of a field, empty if the product has no such thing; nil for a field that changes from week to week.
    func text(of field: Field) -> String? {
        let package = product.package
        switch field {
        case .key: return key
        case .name: return name
        case .brand: return product.brand
        case .department: return product.drink.department
        case .drink: return product.drink.label
        case .country: return product.country
        case .gtin: return product.gtin ?? ""
        case .link: return "https://shop.example/p/" + key
        case .americanSize: return americanSize
        case .litres: return DrinkNumbers.decimal(package.millilitres, thousandths: true, mark: mark) + " l"
        case .millilitres: return String(package.millilitres)
        case .unitsPerCase: return String(package.unitsPerCase)
        case .proof: return product.drink.isWine ? "" : DrinkNumbers.proof(product.variant.strength)
        case .strength: return strength
        case .vintage: return product.vintage.map(String.init) ?? ""
        case .day, .price, .regularPrice, .casePrice, .regularCasePrice, .stock, .caseStock, .stores: return nil
        }
    }

    private var americanSize: String {
        let package = product.package
        if package.container == .can || package.perPack > 1 { return "\(DrinkNumbers.ounces(package.millilitres)) OZ" }
        guard package.millilitres >= 1000 else { return "\(package.millilitres) ML" }
        return DrinkNumbers.decimal(package.millilitres, thousandths: true) + " L"
    }

    private var strength: String {
        let text = DrinkNumbers.percent(product.variant.strength)
        return mark == "," ? String(text.map { $0 == "." ? "," : $0 }) : text
    }
}
