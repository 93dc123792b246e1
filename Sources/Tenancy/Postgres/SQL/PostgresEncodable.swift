import Glibc

package import struct Foundation.Date
package import struct Foundation.UUID

/// A value that can be bound to a statement. The encoding is PostgreSQL's binary format, big-endian.
@usableFromInline package protocol PostgresEncodable: Sendable {
    static var postgresType: TypeOID { get }
    static var postgresArrayType: TypeOID { get }
    /// Appends the value's binary form, without a length prefix.
    func encode(into bytes: inout [UInt8])
}

extension PostgresEncodable {
    /// The value as a parameter.
    package var binding: Binding {
        var bytes: [UInt8] = []
        encode(into: &bytes)
        return Binding(type: Self.postgresType, bytes: bytes)
    }
}

extension FixedWidthInteger {
    @inlinable func appendBigEndian(to bytes: inout [UInt8]) {
        withUnsafeBytes(of: self.bigEndian) { bytes.append(contentsOf: $0) }
    }
}

extension Bool: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .bool }
    @inlinable package static var postgresArrayType: TypeOID { .boolArray }
    @inlinable package func encode(into bytes: inout [UInt8]) { bytes.append(self ? 1 : 0) }
}

extension Int16: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .int2 }
    @inlinable package static var postgresArrayType: TypeOID { .int2Array }
    @inlinable package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
}

extension Int32: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .int4 }
    @inlinable package static var postgresArrayType: TypeOID { .int4Array }
    @inlinable package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
}

extension Int64: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .int8 }
    @inlinable package static var postgresArrayType: TypeOID { .int8Array }
    @inlinable package func encode(into bytes: inout [UInt8]) { appendBigEndian(to: &bytes) }
}

/// A Swift `Int` is a `bigint`.
extension Int: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .int8 }
    @inlinable package static var postgresArrayType: TypeOID { .int8Array }
    @inlinable package func encode(into bytes: inout [UInt8]) { Int64(self).appendBigEndian(to: &bytes) }
}

extension Double: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .float8 }
    @inlinable package static var postgresArrayType: TypeOID { .float8Array }
    @inlinable package func encode(into bytes: inout [UInt8]) { bitPattern.appendBigEndian(to: &bytes) }
}

/// Text is UTF-8. PostgreSQL cannot store a NUL character, so NULs are dropped here rather than failing a whole batch.
extension String: PostgresEncodable {
    @inlinable package static var postgresType: TypeOID { .text }
    @inlinable package static var postgresArrayType: TypeOID { .textArray }
    @usableFromInline package func encode(into bytes: inout [UInt8]) {
        var text = self
        text.withUTF8 { utf8 in
            if let start = utf8.baseAddress, memchr(start, 0, utf8.count) != nil {
                bytes.append(contentsOf: utf8.lazy.filter { $0 != 0 })
            } else {
                bytes.append(contentsOf: utf8)
            }
        }
    }
}

extension UUID: PostgresEncodable {
    package static var postgresType: TypeOID { .uuid }
    package static var postgresArrayType: TypeOID { .uuidArray }
    package func encode(into bytes: inout [UInt8]) {
        withUnsafeBytes(of: uuid) { bytes.append(contentsOf: $0) }
    }
}

/// Moments are `timestamptz`, to the microsecond.
extension Date: PostgresEncodable {
    package static var postgresType: TypeOID { .timestamptz }
    package static var postgresArrayType: TypeOID { .timestamptzArray }
    /// Seconds between 1970-01-01 and PostgreSQL's epoch 2000-01-01.
    static var postgresEpoch: Double { 946_684_800 }
    package func encode(into bytes: inout [UInt8]) {
        let microseconds = ((timeIntervalSince1970 - Self.postgresEpoch) * 1_000_000).rounded()
        (Int64(exactly: microseconds) ?? (microseconds < 0 ? .min : .max)).appendBigEndian(to: &bytes)
    }
}

/// Bytes, distinguished from an array of numbers.
@usableFromInline package struct Blob: PostgresEncodable, Hashable {
    @usableFromInline package let bytes: [UInt8]
    @inlinable package init(_ bytes: [UInt8]) { self.bytes = bytes }
    @inlinable package static var postgresType: TypeOID { .bytea }
    @inlinable package static var postgresArrayType: TypeOID { .byteaArray }
    @inlinable package func encode(into bytes: inout [UInt8]) { bytes.append(contentsOf: self.bytes) }
}
