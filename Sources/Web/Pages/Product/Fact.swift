/// A name and a value in a list of facts.
struct Fact: PageValue {
    let label: String
    let value: String

    static let shape = Shape<Fact>([
        .text("label", \.label),
        .text("value", \.value),
    ])

    /// The facts that are known, in reading order.
    static func all(of product: ProductFacts, text: InterfaceText) -> [Fact] {
        let gtins = product.gtins.isEmpty ? nil : product.gtins.joined(separator: ", ")
        let values: [(TextKey, String?)] = [
            (.factBrand, product.brand),
            (.factCategory, product.category),
            (.factSize, text.size(millilitres: product.millilitres)),
            (.factStrength, text.strength(basisPoints: product.strengthBasisPoints)),
            (.factVintage, product.vintage.map { String($0) }),
            (.factCountry, product.country),
            (.factGTIN, gtins),
        ]
        return values.compactMap { key, value in
            value.map { Fact(label: text[key], value: $0) }
        }
    }
}
