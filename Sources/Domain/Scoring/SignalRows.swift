import Catalog
import Foundation
import Postgres

/// A price of a listing on a day, and the raw record that said so.
struct PriceSignalRow: RowDecodable {
    let listing: UUID
    let day: CalendarDay
    let price: Int64
    let currency: String
    /// Nil when it was not asked for.
    let record: RawRecordKey?
    /// Whether another value has taken its place since.
    let isCorrected: Bool

    init(row: inout RowReader) throws {
        listing = try row.next()
        day = try row.next()
        price = try row.next()
        currency = try row.next()
        record = try RawRecordKey(optional: &row)
        let until: Int? = try row.nextOptional()
        isCorrected = until != nil
    }

    var observation: PriceObservation? {
        Currency(code: currency).map { PriceObservation(day: day, minorUnits: price, currency: $0) }
    }
}

/// The last stock count of a listing on a day, and the raw record that said so.
struct StockSignalRow: RowDecodable {
    let listing: UUID
    let day: CalendarDay
    let units: Int64?
    let stores: Int?
    /// Nil when it was not asked for.
    let record: RawRecordKey?
    /// Whether another value has taken its place since.
    let isCorrected: Bool

    init(row: inout RowReader) throws {
        listing = try row.next()
        day = try row.next()
        units = try row.nextOptional()
        stores = try row.nextOptional()
        record = try RawRecordKey(optional: &row)
        let until: Int? = try row.nextOptional()
        isCorrected = until != nil
    }

    var observation: StockObservation? {
        units.map { StockObservation(day: day, units: $0, stores: stores) }
    }
}

extension RawRecordKey {
    init?(optional row: inout RowReader) throws {
        let run: UUID? = try row.nextOptional()
        let line: Int? = try row.nextOptional()
        guard let run, let line else { return nil }
        self.init(run: run, line: line)
    }
}
