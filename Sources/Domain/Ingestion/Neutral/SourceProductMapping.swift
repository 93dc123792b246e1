import Catalog
import Connectors
import Foundation

/// What a source says of something it offers, as a row of a list. Pure. What cannot be understood is left out and noted; nothing is guessed.
struct SourceProductMapping {
    /// The shop within the source, such as a region; `nil` for a source that is one.
    let shop: String?
    /// The day of the run, in UTC.
    let day: CalendarDay
    let kind: SourceProfile.Kind

    /// Characters of a key or a name at most; a longer one is no key and no name.
    private static let longestKey = 200
    private static let longestName = 1_000

    /// - Parameter line: where the record is kept: its raw record and its place there.
    func row(_ product: SourceProduct, line: Int) -> Result<PriceBookRow, UnusableRecord> {
        let name = product.name.trimmingCharacters(in: .whitespacesAndNewlines)
        guard !product.externalID.isEmpty, product.externalID.count <= Self.longestKey,
            !product.externalID.unicodeScalars.contains("\0")
        else {
            return .failure(UnusableRecord("its id is empty or longer than \(Self.longestKey) characters"))
        }
        guard !name.isEmpty, name.count <= Self.longestName, !name.unicodeScalars.contains("\0") else {
            return .failure(UnusableRecord("its name is empty or longer than \(Self.longestName) characters"))
        }
        var row = PriceBookRow(
            line: line, raw: [], itemKey: product.externalID, shop: shop, name: name, nonVintage: false, otherGTINs: [],
            priceKind: .unknown, observedOn: day, notes: [])
        row.brand = Self.text(product.brand)
        row.sourceCategory = product.category.isEmpty ? nil : product.category.joined(separator: " / ")
        row.category = CategoryWords.category(of: product.category)
        row.url = Self.text(product.url)
        if let size = product.size {
            row.volume = Volume.read(size, bareUnit: .millilitres, mark: .point)
            if row.volume == nil { note(.size, "the size \(CellValues.quoted(size)) is not understood", &row) }
        }
        row.strength = product.alcohol.flatMap(Self.strength)
        code(product.code, &row)
        prices(product, &row)
        // Not to be had is none; how many there are of what can be had is often not said.
        row.stockUnits = product.stock ?? (product.isAvailable == false ? 0 : nil)
        complete(&row)
        return .success(row)
    }

    private func prices(_ product: SourceProduct, _ row: inout PriceBookRow) {
        guard let price = product.price else { return }
        guard let currency = Currency(code: price.currency), let money = Self.money(price.amount, currency) else {
            note(.price, "the price \(price.amount) \(price.currency) cannot be kept", &row)
            return
        }
        row.price = money
        row.priceKind = priceKind(of: price.unit)
        if case .measure(let amount, let unit) = price.unit {
            note(.price, "the price is for \(amount) \(unit)", &row)
        }
        if let list = product.listPrice, list.currency == price.currency, list.unit == price.unit,
            let regular = Self.money(list.amount, currency), regular != money
        {
            row.regularPrice = regular
        }
    }

    private func priceKind(of unit: SourcePrice.Unit) -> PriceKind {
        switch (kind, unit) {
        case (.retailer, .piece), (.retailer, .bottle): .retail
        case (.distributor, .bottle), (.distributor, .piece): .wholesaleBottle
        case (.distributor, .case): .wholesaleCase
        case (_, .measure), (_, .unknown), (.medium, _), (.community, _), (.search, _), (.retailer, .case): .unknown
        }
    }

    private func code(_ text: String?, _ row: inout PriceBookRow) {
        guard let text else { return }
        switch GTIN.read(text) {
        case .absent: return
        case .valid(let gtin): row.gtin = gtin
        case .repaired(_, let note), .rejected(let note):
            self.note(.gtin, "the code \(CellValues.quoted(text)) \(note)", &row)
        }
    }

    /// What a portal leaves to the name.
    private func complete(_ row: inout PriceBookRow) {
        guard kind == .distributor, let text = row.name else { return }
        let name = BeverageName.read(text, style: .f, currentYear: day.year)
        guard name.kind != .nonProduct else { return }
        if row.volume == nil, !name.ambiguous.contains(.size) { row.volume = name.volume }
        if row.unitsPerCase == nil, row.pack == nil { row.unitsPerCase = name.pack.units }
        row.container = row.container ?? name.container
        if row.ageYears == nil { row.ageYears = name.ageYears }
        if row.category == nil { row.category = name.category }
        if row.vintage == nil, !name.ambiguous.contains(.vintage), case .year(let year) = name.vintage {
            row.vintage = year
        }
    }

    private func note(_ kind: RowNote.Kind, _ text: String, _ row: inout PriceBookRow) {
        row.notes.append(RowNote(kind: kind, column: nil, text: text))
    }

    private static func text(_ text: String?) -> String? {
        guard let text = text?.trimmingCharacters(in: .whitespacesAndNewlines), !text.isEmpty,
            text.count <= longestName, !text.unicodeScalars.contains("\0")
        else { return nil }
        return text
    }

    /// - Returns: nil for an amount that is no whole number of minor units, or too large.
    private static func money(_ amount: Decimal, _ currency: Currency) -> Money? {
        var scaled = amount
        for _ in 0..<currency.minorDigits { scaled *= 10 }
        var whole = Decimal()
        NSDecimalRound(&whole, &scaled, 0, .plain)
        // A hundredth of a cent is a fault of their arithmetic, more is another unit.
        guard abs(whole - scaled) <= Decimal(string: "0.01") ?? 0, whole > 0, whole <= 1_000_000_000_00 else {
            return nil
        }
        return Money(minorUnits: NSDecimalNumber(decimal: whole).int64Value, currency: currency)
    }

    private static func strength(_ percent: Decimal) -> Strength? {
        guard percent > 0, percent <= 100 else { return nil }
        return Strength(basisPoints: NSDecimalNumber(decimal: percent * 100).intValue)
    }
}
