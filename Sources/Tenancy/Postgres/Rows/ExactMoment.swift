package import Foundation

/// A moment as the database has it, to the microsecond and with its infinity: `Date` would lose the last digit, and a page
/// that goes on from a rounded moment repeats or hides rows.
package struct ExactMoment: RawRepresentable, Sendable, Hashable, Comparable {
    /// Microseconds since 2000-01-01 UTC.
    package let rawValue: Int64

    package init(rawValue: Int64) { self.rawValue = rawValue }

    /// Never.
    package static let infinity = ExactMoment(rawValue: .max)

    package static func < (left: ExactMoment, right: ExactMoment) -> Bool { left.rawValue < right.rawValue }

    /// `nil` for never.
    package var date: Date? {
        guard rawValue != .max, rawValue != .min else { return nil }
        return Date(timeIntervalSince1970: Double(rawValue) / 1_000_000 + 946_684_800)
    }
}

extension ExactMoment: PostgresEncodable, PostgresDecodable {
    package static var postgresType: TypeOID { Date.postgresType }
    package static var postgresArrayType: TypeOID { Date.postgresArrayType }
    package func encode(into bytes: inout [UInt8]) {
        withUnsafeBytes(of: rawValue.bigEndian) { bytes.append(contentsOf: $0) }
    }
    package static func accepts(_ type: TypeOID) -> Bool { Date.accepts(type) }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> ExactMoment? {
        Int64.decode(bytes).map(ExactMoment.init(rawValue:))
    }
}
