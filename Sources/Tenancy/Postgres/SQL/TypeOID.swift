/// The object id of a PostgreSQL type, as in `pg_type.dat`. Only built-in types, whose ids never change.
@usableFromInline package struct TypeOID: RawRepresentable, Sendable, Hashable {
    @usableFromInline package let rawValue: UInt32

    @inlinable package init(rawValue: UInt32) { self.rawValue = rawValue }

    @inlinable package static var bool: TypeOID { TypeOID(rawValue: 16) }
    @inlinable package static var bytea: TypeOID { TypeOID(rawValue: 17) }
    @inlinable package static var int8: TypeOID { TypeOID(rawValue: 20) }
    @inlinable package static var int2: TypeOID { TypeOID(rawValue: 21) }
    @inlinable package static var int4: TypeOID { TypeOID(rawValue: 23) }
    @inlinable package static var text: TypeOID { TypeOID(rawValue: 25) }
    @inlinable package static var oid: TypeOID { TypeOID(rawValue: 26) }
    @inlinable package static var json: TypeOID { TypeOID(rawValue: 114) }
    @inlinable package static var float4: TypeOID { TypeOID(rawValue: 700) }
    @inlinable package static var float8: TypeOID { TypeOID(rawValue: 701) }
    @inlinable package static var bpchar: TypeOID { TypeOID(rawValue: 1042) }
    @inlinable package static var varchar: TypeOID { TypeOID(rawValue: 1043) }
    @inlinable package static var name: TypeOID { TypeOID(rawValue: 19) }
    @inlinable package static var date: TypeOID { TypeOID(rawValue: 1082) }
    @inlinable package static var timestamptz: TypeOID { TypeOID(rawValue: 1184) }
    @inlinable package static var uuid: TypeOID { TypeOID(rawValue: 2950) }
    @inlinable package static var void: TypeOID { TypeOID(rawValue: 2278) }

    @inlinable package static var boolArray: TypeOID { TypeOID(rawValue: 1000) }
    @inlinable package static var byteaArray: TypeOID { TypeOID(rawValue: 1001) }
    @inlinable package static var int2Array: TypeOID { TypeOID(rawValue: 1005) }
    @inlinable package static var int4Array: TypeOID { TypeOID(rawValue: 1007) }
    @inlinable package static var textArray: TypeOID { TypeOID(rawValue: 1009) }
    @inlinable package static var int8Array: TypeOID { TypeOID(rawValue: 1016) }
    @inlinable package static var float8Array: TypeOID { TypeOID(rawValue: 1022) }
    @inlinable package static var dateArray: TypeOID { TypeOID(rawValue: 1182) }
    @inlinable package static var timestamptzArray: TypeOID { TypeOID(rawValue: 1185) }
    @inlinable package static var uuidArray: TypeOID { TypeOID(rawValue: 2951) }
}
