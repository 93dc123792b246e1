package import Postgres

/// A day is PostgreSQL's `date`.
extension CalendarDay: PostgresEncodable, PostgresDecodable {
    package static var postgresType: TypeOID { .date }
    package static var postgresArrayType: TypeOID { .dateArray }
    package func encode(into bytes: inout [UInt8]) { daysSince2000.encode(into: &bytes) }
    package static func accepts(_ type: TypeOID) -> Bool { type == .date }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> CalendarDay? {
        Int32.decode(bytes).map(CalendarDay.init(daysSince2000:))
    }
}
