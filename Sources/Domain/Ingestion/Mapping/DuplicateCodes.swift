import Catalog

/// Remembers the codes of a file, up to a bound, to tell which come twice in one shop.
struct DuplicateCodes {
    /// Codes remembered; about 24 MB.
    private static let capacity = 500_000
    /// Shops told apart; the codes of further ones are not compared.
    private static let shopCapacity = 60_000

    private var lines: [UInt64: Int32] = [:]
    private var shops: [String: UInt64] = [:]
    /// How often a code came again.
    private(set) var count = 0

    /// The first line of this shop with this code, when there is one before `line`.
    mutating func otherLine(with code: GTIN, shop: String?, line: Int) -> Int? {
        guard let number = number(of: shop) else { return nil }
        // Fourteen digits fit in 47 bits, which leaves 17 for the shop.
        let digits = code.text.utf8.reduce(UInt64(0)) { $0 &* 10 &+ UInt64($1 &- 0x30) }
        let key = number << 47 | digits
        if let first = lines[key] {
            count += 1
            return Int(first)
        }
        if lines.count < Self.capacity { lines[key] = Int32(clamping: line) }
        return nil
    }

    private mutating func number(of shop: String?) -> UInt64? {
        guard let shop else { return 0 }
        if let number = shops[shop] { return number }
        guard shops.count < Self.shopCapacity else { return nil }
        let number = UInt64(shops.count + 1)
        shops[shop] = number
        return number
    }
}
