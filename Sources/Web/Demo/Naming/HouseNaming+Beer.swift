/// The style of beer wholesalers, D.
extension HouseNaming {
    func beerName(_ product: DemoProduct) -> String {
        let package = product.package
        let dictionary = Abbreviations.ridge
        let words = [product.brand, product.variant.qualifier, product.variant.noun]
            .map(dictionary.short).filter { !$0.isEmpty }.joined(separator: " ")
        let ounces = DrinkNumbers.ounces(package.millilitres)
        switch package.container {
        case .keg:
            return words + (package.millilitres > 30_000 ? " K 1/2BBL" : " 1/6 BBL")
        case .can:
            return "\(words) C\(package.unitsPerCase) \(ounces)OZ \(package.perPack)P"
        case .bottle:
            return "\(words) \(package.unitsPerCase / package.perPack)/\(package.perPack)/\(ounces) NR"
        }
    }
}
