/// How a place numbers its items.
enum ItemKeys: Sendable {
    /// Nine digits with leading zeros.
    case padded
    /// Seven digits beginning with 9.
    case nines
    /// Eight digits.
    case eight
    /// Five digits.
    case five
    /// A word made of the brand, and a number.
    case slug

    /// The place's key of a product: unique in the place, the same every week.
    /// - Parameter salt: 0…999, different for places that number alike.
    func key(of product: DemoProduct, salt: Int) -> String {
        // Multiplying by a number without common factor with the modulus scatters the keys and keeps them apart.
        func scattered(_ factor: Int, modulus: Int) -> Int { (product.number + 17 + salt * 31) * factor % modulus }
        switch self {
        case .padded:
            let digits = String(40_000 + scattered(7919, modulus: 900_000))
            return String(repeating: "0", count: 9 - digits.count) + digits
        case .nines: return String(9_000_000 + scattered(104_729, modulus: 1_000_000))
        case .eight: return String(10_000_000 + scattered(1_299_709, modulus: 90_000_000))
        case .five: return String(10_000 + scattered(7919, modulus: 90_000))
        case .slug:
            let word = Abbreviations.upper(product.brand).lowercased().map { $0.isLetter ? $0 : "-" }
            return String(word) + "-\(1000 + salt + product.number)"
        }
    }
}
