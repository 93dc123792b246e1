/// One bound parameter: its PostgreSQL type and its value in binary format, `nil` for SQL NULL.
package struct Binding: Sendable, Hashable {
    package let type: TypeOID
    package let bytes: [UInt8]?

    package init(type: TypeOID, bytes: [UInt8]?) {
        self.type = type
        self.bytes = bytes
    }
}
