import Catalog

/// The upper-case styles of wholesalers: A, B, C and G.
extension HouseNaming {
    func proofName(_ product: DemoProduct) -> String {
        var middle = words(Abbreviations.ridge, product, classFirst: true)
        let number = product.drink.isWine ? twoDigitVintage(product) : DrinkNumbers.proof(product.variant.strength)
        let end = [number, DrinkNumbers.americanSize(product.package, millilitres: "ML", ounces: "Z")]
            .filter { !$0.isEmpty }.joined(separator: " ")
        // The field has 40 characters and the end must stay readable, so words of the variant go first.
        while middle.count > 2, (middle + [end]).joined(separator: " ").count > 40 {
            middle.removeLast()
        }
        return (middle + [end]).joined(separator: " ")
    }

    func packName(_ product: DemoProduct) -> String {
        let package = product.package
        let pack =
            package.perPack > 1
            ? "\(package.unitsPerCase / package.perPack)/\(package.perPack)PK" : "\(package.unitsPerCase)B"
        var middle = words(Abbreviations.point, product, classFirst: true)
        if product.vintage != nil { middle.append(twoDigitVintage(product)) }
        let size = DrinkNumbers.americanSize(package, millilitres: "M", ounces: "Z")
        return (middle + [pack, size] + (package.container == .can ? ["CN"] : [])).joined(separator: " ")
    }

    func bareName(_ product: DemoProduct, _ generator: inout SeededGenerator) -> String {
        let package = product.package
        var parts = words(Abbreviations.ridge, product, classFirst: false)
        if product.vintage != nil { parts.append("'" + twoDigitVintage(product)) }
        if generator.chance(8) { parts.append(generator.chance(50) ? "NL" : "NUPC") }
        parts.append(
            package.perPack > 1
                ? "\(package.unitsPerCase / package.perPack)/\(package.perPack)PK" : "\(package.unitsPerCase)PK")
        if generator.chance(75) || package.millilitres != 750 {
            parts.append(DrinkNumbers.americanSize(package, millilitres: "", ounces: "OZ"))
        }
        return parts.joined(separator: " ")
    }

    func stateName(_ product: DemoProduct, _ generator: inout SeededGenerator) -> String {
        let package = product.package
        var parts = words(Abbreviations.plain, product, classFirst: false)
        if let vintage = product.vintage {
            parts.append(String(vintage))
        } else if !product.drink.isWine, !product.drink.isPacked {
            parts.append(DrinkNumbers.proof(product.variant.strength) + "PF")
        }
        parts.append(
            package.container == .can
                ? DrinkNumbers.americanSize(package, millilitres: "", ounces: "OZ") : String(package.millilitres))
        if package.millilitres == 1750, generator.chance(30) { parts.append("PL") }
        parts.append("\(package.unitsPerCase)/CS")
        return parts.joined(separator: " ")
    }

    /// Brand, class and variant in upper case without accents, abbreviated.
    private func words(_ dictionary: Abbreviations, _ product: DemoProduct, classFirst: Bool) -> [String] {
        let variant = product.variant
        let noun = dictionary.short(variant.noun)
        let qualifier = dictionary.short(variant.qualifier)
        let age = variant.age.map { "\($0)\(dictionary.year)" } ?? ""
        let rest = classFirst ? [noun, qualifier, age] : [qualifier, noun, age]
        return [dictionary.short(product.brand)] + rest.filter { !$0.isEmpty }
    }

    private func twoDigitVintage(_ product: DemoProduct) -> String {
        guard let vintage = product.vintage else { return product.drink == .sparkling ? "NV" : "" }
        return String(String(vintage).suffix(2))
    }
}
