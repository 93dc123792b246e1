/// Lines of price lists and invoices that are not items.
enum NonProductFilter {
    /// Words that make a line a fee or a heading wherever they stand.
    private static let anywhere: Set<String> = [
        "deposit", "freight", "surcharge", "overpayment", "adjustment", "adjustments", "nsf", "refund", "chargeback",
        "subtotal", "invoice",
    ]

    /// Two words in a row.
    private static let pairs: Set<String> = [
        "empty keg", "empty kegs", "keg return", "delivery charge", "delivery fee", "fuel charge", "fuel surcharge",
        "service charge", "case fee", "bottle return", "summary level", "late fee", "credit memo", "price list",
    ]

    /// Words that are a line's whole content.
    private static let alone: Set<String> = [
        "crv", "misc", "miscellaneous", "display", "pos", "freight", "fuel", "delivery", "tax", "total", "empty",
        "empties", "pallet", "pallets", "discount", "shipping", "handling", "postage",
    ]

    static func matches(_ tokens: [NameToken]) -> Bool {
        let words = tokens.flatMap { $0.fold.split(separator: " ") }
        if words.isEmpty { return true }
        if words.count <= 2, words.allSatisfy({ alone.contains(String($0)) }) { return true }
        if words.contains(where: { anywhere.contains(String($0)) }) { return true }
        return zip(words, words.dropFirst()).contains { pairs.contains("\($0) \($1)") }
    }
}
