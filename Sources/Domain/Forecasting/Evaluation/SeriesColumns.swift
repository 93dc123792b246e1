/// Which columns of a file hold what; names are compared without regard to case.
package struct SeriesColumns: Sendable {
    /// Which series a row belongs to; nil to guess.
    package var id: String?
    /// When: an integer, or a date with or without an hour; nil to guess.
    package var time: String?
    /// How much; nil to guess.
    package var value: String?
    /// `train` or `test`; nil to guess, and none is needed.
    package var part: String?
    /// What a piece cost; nil to guess, and none is needed.
    package var price: String?

    package init(
        id: String? = nil, time: String? = nil, value: String? = nil, part: String? = nil, price: String? = nil
    ) {
        self.id = id
        self.time = time
        self.value = value
        self.part = part
        self.price = price
    }

    static let idNames = [
        "series_id", "unique_id", "id", "item_id", "item", "item_number", "sku", "product_id", "product", "series",
    ]
    static let timeNames = [
        "t", "date", "ds", "day", "timestamp", "datetime", "time", "week", "month", "period", "hour", "year",
    ]
    static let valueNames = [
        "y", "value", "sales", "bottles", "qty", "quantity", "units", "volume", "demand", "target", "count", "logmove",
    ]
    static let partNames = ["part", "split", "set"]
    static let priceNames = ["price", "unit_price", "price_actual", "retail"]

    /// The place of each column in a header.
    struct Places: Sendable {
        let id: Int
        let time: Int
        let value: Int
        let part: Int?
        let price: Int?
    }

    /// - Throws: `SeriesReadingProblem.noColumn` for one that is needed and neither named nor guessed.
    func places(in header: [String]) throws(SeriesReadingProblem) -> Places {
        let names = header.map { Self.plain($0) }
        func place(_ named: String?, _ guesses: [String]) -> Int? {
            if let named { return names.firstIndex(of: Self.plain(named)) }
            return guesses.lazy.compactMap { names.firstIndex(of: $0) }.first
        }
        guard let id = place(id, Self.idNames) else { throw .noColumn("series", found: header) }
        guard let time = place(time, Self.timeNames) else { throw .noColumn("time", found: header) }
        guard let value = place(value, Self.valueNames) else { throw .noColumn("value", found: header) }
        return Places(
            id: id, time: time, value: value, part: place(part, Self.partNames), price: place(price, Self.priceNames))
    }

    private static func plain(_ name: String) -> String {
        String(name.lowercased().filter { !"\"'".contains($0) }.map { $0 == " " ? "_" : $0 })
    }
}
