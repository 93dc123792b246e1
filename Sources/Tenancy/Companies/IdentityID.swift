package import Foundation
package import Postgres

/// A person's id, the same in every company the person belongs to.
package struct IdentityID: RawRepresentable, Hashable, Sendable, CustomStringConvertible {
    package let rawValue: UUID

    package init(rawValue: UUID) { self.rawValue = rawValue }

    package var description: String { rawValue.uuidString.lowercased() }
}

extension IdentityID: PostgresEncodable, PostgresDecodable {
    package static var postgresType: TypeOID { UUID.postgresType }
    package static var postgresArrayType: TypeOID { UUID.postgresArrayType }
    package func encode(into bytes: inout [UInt8]) { rawValue.encode(into: &bytes) }
    package static func accepts(_ type: TypeOID) -> Bool { UUID.accepts(type) }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> IdentityID? {
        UUID.decode(bytes).map(IdentityID.init(rawValue:))
    }
}
