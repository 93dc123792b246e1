import Catalog

/// Fills what a row's columns left out from the name itself, for books that put size, pack, proof and vintage into it
/// by the conventions of a house style. What a column says always wins; what the name leaves open stays unknown.
struct NameCompletion {
    private let style: HouseStyle
    private let currentYear: Int

    /// `nil` for a book without a house style.
    init?(_ mapping: Mapping, today: CalendarDay) {
        guard let style = mapping.homeStyle else { return nil }
        self.style = style
        currentYear = today.year
    }

    /// The completed row, or `nil` for a line that is no product (a deposit, freight, an adjustment).
    func complete(_ row: PriceBookRow) -> PriceBookRow? {
        guard let text = row.name else { return row }
        let name = BeverageName.read(text, style: style, currentYear: currentYear)
        guard name.kind != .nonProduct else { return nil }
        var row = row
        row.title = Self.title(of: name)
        if row.volume == nil, !name.ambiguous.contains(.size) { row.volume = name.volume }
        if row.unitsPerCase == nil, row.pack == nil { row.unitsPerCase = name.pack.units }
        if row.strength == nil, !name.ambiguous.contains(.strength) { row.strength = name.strength }
        row.container = row.container ?? name.container
        if row.ageYears == nil { row.ageYears = name.ageYears }
        if row.brand == nil, name.brandIsKnown { row.brand = name.brand }
        if row.category == nil { row.category = name.category }
        if row.vintage == nil, !name.ambiguous.contains(.vintage), case .year(let year) = name.vintage {
            row.vintage = year
        }
        return row
    }

    /// "Woodford Reserve Double Oaked Bourbon": the name written out for people.
    private static func title(of name: BeverageName) -> String? {
        let words = [name.brand, name.product].compactMap(\.self).filter { !$0.isEmpty }
        return words.isEmpty ? nil : words.joined(separator: " ")
    }
}
