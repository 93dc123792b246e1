import Catalog

/// The styles people read with pleasure: importers (E), shops (F), and the Spanish-speaking trade (H).
extension HouseNaming {
    func importerName(_ product: DemoProduct) -> String {
        let package = product.package
        let size =
            package.millilitres >= 1000
            ? DrinkNumbers.decimal(package.millilitres, thousandths: true) + "L" : "\(package.millilitres)ml"
        return [title(product), vintage(product), "\(package.unitsPerCase)/\(size)"]
            .filter { !$0.isEmpty }.joined(separator: " ")
    }

    func latinName(_ product: DemoProduct) -> String {
        let variant = product.variant
        let parts = [
            product.brand, variant.noun, variant.qualifier, variant.age.map { "\($0)A" } ?? "",
            product.vintage.map(String.init) ?? "", "\(product.package.unitsPerCase)X\(product.package.millilitres)ML",
            DrinkNumbers.percent(variant.strength) + "%VOL",
        ]
        return Abbreviations.upper(parts.filter { !$0.isEmpty }.joined(separator: " "))
    }

    func shopName(_ product: DemoProduct, _ generator: inout SeededGenerator) -> String {
        let package = product.package
        var parts = [title(product)]
        if product.drink != .sparkling { parts.append(vintage(product)) }
        if package.perPack > 1 {
            let container = package.container == .can ? "Cans" : "Bottles"
            parts.append("\(package.perPack)pk \(DrinkNumbers.ounces(package.millilitres))oz \(container)")
        } else if generator.chance(60) {
            parts.append("\(package.container == .can ? "Can" : "Bottle") (\(package.millilitres) ml)")
        }
        return parts.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// The label in full: brand, variant, class, age.
    private func title(_ product: DemoProduct) -> String {
        let variant = product.variant
        let parts =
            [product.brand]
            + (product.drink.isWine
                ? [variant.noun, variant.qualifier] : [variant.qualifier, variant.noun])
        return (parts + [variant.age.map { "\($0) Year" } ?? ""]).filter { !$0.isEmpty }.joined(separator: " ")
    }

    private func vintage(_ product: DemoProduct) -> String {
        product.vintage.map(String.init) ?? (product.drink == .sparkling ? "NV" : "")
    }
}
