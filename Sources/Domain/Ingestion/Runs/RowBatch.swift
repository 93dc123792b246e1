import Catalog
import Foundation
import Postgres

/// Rows on their way into the database, as one array per column.
struct RowBatch: Sendable {
    private(set) var count = 0
    private(set) var rejectCount = 0
    /// The one day all rows state, `nil` without rows.
    private(set) var day: CalendarDay?
    /// False when rows state several days, or moments within one.
    private(set) var isOneDay = true
    private(set) var raw = RawBatch()

    private(set) var lines = ArrayBinding<Int>()
    private(set) var itemKeys = ArrayBinding<String>()
    private(set) var shops = ArrayBinding<String>()
    private(set) var names = ArrayBinding<String>()
    private(set) var titles = ArrayBinding<String>()
    private(set) var brands = ArrayBinding<String>()
    private(set) var producers = ArrayBinding<String>()
    private(set) var categories = ArrayBinding<String>()
    private(set) var countries = ArrayBinding<String>()
    private(set) var volumes = ArrayBinding<Int>()
    private(set) var packUnits = ArrayBinding<Int>()
    private(set) var strengths = ArrayBinding<Int>()
    private(set) var vintages = ArrayBinding<Int>()
    private(set) var ages = ArrayBinding<Int>()
    private(set) var gtins = ArrayBinding<String>()
    /// Further codes, separated by spaces.
    private(set) var otherGTINs = ArrayBinding<String>()
    private(set) var containers = ArrayBinding<String>()
    private(set) var prices = ArrayBinding<Int>()
    private(set) var currencies = ArrayBinding<String>()
    private(set) var priceKinds = ArrayBinding<String>()
    private(set) var regularPrices = ArrayBinding<Int>()
    private(set) var stocks = ArrayBinding<Int>()
    private(set) var stores = ArrayBinding<Int>()
    private(set) var days = ArrayBinding<CalendarDay>()
    private(set) var moments = ArrayBinding<Date>()
    private(set) var urls = ArrayBinding<String>()
    private(set) var notes = ArrayBinding<String>()
    private(set) var digests = ArrayBinding<Int>()

    private(set) var rejectLines = ArrayBinding<Int>()
    private(set) var rejectColumns = ArrayBinding<String>()
    private(set) var rejectReasons = ArrayBinding<String>()

    /// - Parameters:
    ///   - ledger: finds the rows that repeat an item, which are then rejected.
    ///   - keepsRaw: whether the records themselves go along; those of sources lie in their answers.
    init(_ batch: PriceBookBatch, ledger: inout ItemLedger?, keepsRaw: Bool = true) {
        for row in batch.rows {
            if keepsRaw { raw.append(line: row.line, row.raw) }
            isOneDay = isOneDay && (day ?? row.observedOn) == row.observedOn && row.observedAtUTCSeconds == nil
            day = row.observedOn
            if let first = ledger?.earlierLine(of: row.itemKey, shop: row.shop, line: row.line) {
                reject(row.line, column: nil, "repeats item \(row.itemKey.prefix(80)) of line \(first)")
            } else {
                append(row)
            }
        }
        for reject in batch.rejects {
            if keepsRaw { raw.append(line: reject.line, reject.raw) }
            self.reject(reject.line, column: reject.column, reject.reason)
        }
    }

    private mutating func reject(_ line: Int, column: String?, _ reason: String) {
        rejectCount += 1
        rejectLines.append(line)
        rejectColumns.append(column)
        rejectReasons.append(reason)
    }

    private mutating func append(_ row: PriceBookRow) {
        count += 1
        lines.append(row.line)
        itemKeys.append(row.itemKey)
        shops.append(row.shop ?? "")
        days.append(row.observedOn)
        moments.append(row.observedAtUTCSeconds.map { Date(timeIntervalSince1970: Double($0)) })
        // One text per row: an array of arrays would need equal lengths.
        notes.append(row.notes.isEmpty ? nil : row.notes.map(\.text).joined(separator: "\n"))
        var digest = RowDigest()
        func add<Value>(_ value: Value?, to column: inout ArrayBinding<Value>) {
            column.append(value)
            column.withLast { digest.mix($0) }
        }
        add(row.name, to: &names)
        add(row.title, to: &titles)
        add(row.brand, to: &brands)
        add(row.producer, to: &producers)
        add(row.category?.rawValue, to: &categories)
        add(row.country, to: &countries)
        add(row.volume?.millilitres, to: &volumes)
        add(row.pack?.units ?? row.unitsPerCase, to: &packUnits)
        add(row.strength?.basisPoints, to: &strengths)
        add(row.vintage, to: &vintages)
        add(row.ageYears, to: &ages)
        add(row.gtin?.text, to: &gtins)
        let others = row.otherGTINs.isEmpty ? nil : row.otherGTINs.map(\.text).joined(separator: " ")
        add(others, to: &otherGTINs)
        add(row.container?.rawValue, to: &containers)
        add(row.price.map { Int($0.minorUnits) }, to: &prices)
        add(row.price?.currency.code ?? row.regularPrice?.currency.code, to: &currencies)
        add(row.priceKind.rawValue, to: &priceKinds)
        add(row.regularPrice.map { Int($0.minorUnits) }, to: &regularPrices)
        add(row.stockUnits, to: &stocks)
        add(row.storeCount, to: &stores)
        add(row.url, to: &urls)
        digests.append(digest.value)
    }

    /// The rows at these positions, which must ascend, without raw records and rejects.
    func selecting(_ positions: [Int]) -> RowBatch {
        if positions.count == count { return self }
        var part = self
        part.count = positions.count
        func keep<Value>(_ column: WritableKeyPath<RowBatch, ArrayBinding<Value>>) {
            part[keyPath: column] = self[keyPath: column].selecting(positions)
        }
        for column in [
            \RowBatch.itemKeys, \.shops, \.names, \.titles, \.brands, \.producers, \.categories, \.countries, \.gtins,
            \.otherGTINs, \.containers, \.currencies, \.priceKinds, \.urls, \.notes,
        ] { keep(column) }
        for column in [
            \RowBatch.lines, \.volumes, \.packUnits, \.strengths, \.vintages, \.ages, \.prices, \.regularPrices,
            \.stocks, \.stores, \.digests,
        ] { keep(column) }
        keep(\.days)
        keep(\.moments)
        return part
    }
}
