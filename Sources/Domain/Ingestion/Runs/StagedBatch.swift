import Catalog
import Foundation
import Postgres

/// Rows on their way into the database, as one array per column.
struct StagedBatch: Sendable {
    private(set) var count = 0
    private(set) var rejectCount = 0
    private(set) var newestDay: CalendarDay?

    var lines = ArrayBinding<Int>()
    var payloads = ArrayBinding<Blob>()
    var itemKeys = ArrayBinding<String>()
    var shops = ArrayBinding<String>()
    var names = ArrayBinding<String>()
    var titles = ArrayBinding<String>()
    var brands = ArrayBinding<String>()
    var producers = ArrayBinding<String>()
    var categories = ArrayBinding<String>()
    var countries = ArrayBinding<String>()
    var volumes = ArrayBinding<Int>()
    var packUnits = ArrayBinding<Int>()
    var strengths = ArrayBinding<Int>()
    var vintages = ArrayBinding<Int>()
    var ages = ArrayBinding<Int>()
    var gtins = ArrayBinding<String>()
    var prices = ArrayBinding<Int>()
    var currencies = ArrayBinding<String>()
    var priceKinds = ArrayBinding<String>()
    var regularPrices = ArrayBinding<Int>()
    var stocks = ArrayBinding<Int>()
    var stores = ArrayBinding<Int>()
    var days = ArrayBinding<CalendarDay>()
    var moments = ArrayBinding<Date>()
    var urls = ArrayBinding<String>()
    var notes = ArrayBinding<String>()

    var rejectLines = ArrayBinding<Int>()
    var rejectPayloads = ArrayBinding<Blob>()
    var rejectColumns = ArrayBinding<String>()
    var rejectReasons = ArrayBinding<String>()

    init(_ batch: PriceBookBatch) {
        for row in batch.rows { append(row) }
        for reject in batch.rejects {
            rejectCount += 1
            rejectLines.append(reject.line)
            rejectPayloads.append(Blob(reject.raw))
            rejectColumns.append(reject.column)
            rejectReasons.append(reject.reason)
        }
    }

    private mutating func append(_ row: PriceBookRow) {
        count += 1
        newestDay = max(newestDay ?? row.observedOn, row.observedOn)
        lines.append(row.line)
        payloads.append(Blob(row.raw))
        itemKeys.append(row.itemKey)
        shops.append(row.shop ?? "")
        names.append(row.name)
        titles.append(row.title)
        brands.append(row.brand)
        producers.append(row.producer)
        categories.append(row.category?.rawValue)
        countries.append(row.country)
        volumes.append(row.volume?.millilitres)
        packUnits.append(row.pack?.units ?? row.unitsPerCase)
        strengths.append(row.strength?.basisPoints)
        vintages.append(row.vintage)
        ages.append(row.ageYears)
        gtins.append(row.gtin?.text)
        prices.append(row.price.map { Int($0.minorUnits) })
        currencies.append(row.price?.currency.code ?? row.regularPrice?.currency.code)
        priceKinds.append(row.priceKind.rawValue)
        regularPrices.append(row.regularPrice.map { Int($0.minorUnits) })
        stocks.append(row.stockUnits)
        stores.append(row.storeCount)
        days.append(row.observedOn)
        moments.append(row.observedAtUTCSeconds.map { Date(timeIntervalSince1970: Double($0)) })
        urls.append(row.url)
        // One text per row: an array of arrays would need equal lengths.
        notes.append(row.notes.isEmpty ? nil : row.notes.map(\.text).joined(separator: "\n"))
    }
}
