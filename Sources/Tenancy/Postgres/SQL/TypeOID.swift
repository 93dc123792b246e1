/// The object id of a PostgreSQL type, as in `pg_type.dat`. Only built-in types, whose ids never change.
package struct TypeOID: RawRepresentable, Sendable, Hashable {
    package let rawValue: UInt32

    package init(rawValue: UInt32) { self.rawValue = rawValue }

    package static let bool = TypeOID(rawValue: 16)
    package static let bytea = TypeOID(rawValue: 17)
    package static let int8 = TypeOID(rawValue: 20)
    package static let int2 = TypeOID(rawValue: 21)
    package static let int4 = TypeOID(rawValue: 23)
    package static let text = TypeOID(rawValue: 25)
    package static let oid = TypeOID(rawValue: 26)
    package static let json = TypeOID(rawValue: 114)
    package static let float4 = TypeOID(rawValue: 700)
    package static let float8 = TypeOID(rawValue: 701)
    package static let bpchar = TypeOID(rawValue: 1042)
    package static let varchar = TypeOID(rawValue: 1043)
    package static let name = TypeOID(rawValue: 19)
    package static let date = TypeOID(rawValue: 1082)
    package static let timestamptz = TypeOID(rawValue: 1184)
    package static let uuid = TypeOID(rawValue: 2950)
    package static let void = TypeOID(rawValue: 2278)

    package static let boolArray = TypeOID(rawValue: 1000)
    package static let byteaArray = TypeOID(rawValue: 1001)
    package static let int2Array = TypeOID(rawValue: 1005)
    package static let int4Array = TypeOID(rawValue: 1007)
    package static let textArray = TypeOID(rawValue: 1009)
    package static let int8Array = TypeOID(rawValue: 1016)
    package static let float8Array = TypeOID(rawValue: 1022)
    package static let dateArray = TypeOID(rawValue: 1182)
    package static let timestamptzArray = TypeOID(rawValue: 1185)
    package static let uuidArray = TypeOID(rawValue: 2951)
}
