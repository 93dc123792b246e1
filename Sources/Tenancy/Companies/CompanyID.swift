package import Foundation
package import Postgres

/// A company's id. Random, so it tells nothing; knowing it gives no access.
package struct CompanyID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }

    /// The platform's own company, whose public rows every company may read. The same in every installation because
    /// the row-level policies name it.
    package static let house = CompanyID(
        rawValue: UUID(uuid: (0, 0, 0, 0, 0, 0, 0x40, 0, 0x80, 0, 0, 0, 0, 0, 0, 1)))

    package var description: String { rawValue.uuidString.lowercased() }
}

extension CompanyID: PostgresEncodable, PostgresDecodable {
    package static var postgresType: TypeOID { UUID.postgresType }
    package static var postgresArrayType: TypeOID { UUID.postgresArrayType }
    package func encode(into bytes: inout [UInt8]) { rawValue.encode(into: &bytes) }
    package static func accepts(_ type: TypeOID) -> Bool { UUID.accepts(type) }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> CompanyID? {
        UUID.decode(bytes).map(CompanyID.init(rawValue:))
    }
}
