package import struct Foundation.Date
package import struct Foundation.UUID

/// A value readable from PostgreSQL's binary format.
@usableFromInline package protocol PostgresDecodable: Sendable {
    static func accepts(_ type: TypeOID) -> Bool
    /// The value, or `nil` when the bytes are not one.
    static func decode(_ bytes: UnsafeRawBufferPointer) -> Self?
}

extension FixedWidthInteger {
    @inlinable
    static func bigEndian(_ bytes: UnsafeRawBufferPointer, at offset: Int = 0) -> Self? {
        guard bytes.count >= offset + MemoryLayout<Self>.size else { return nil }
        return Self(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Self.self))
    }
}

extension Bool: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .bool }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Bool? { bytes.first.map { $0 != 0 } }
}

extension Int16: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .int2 }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Int16? {
        bytes.count == 2 ? Int16.bigEndian(bytes) : nil
    }
}

extension Int32: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .int4 }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Int32? {
        bytes.count == 4 ? Int32.bigEndian(bytes) : nil
    }
}

extension Int64: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .int8 }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Int64? {
        bytes.count == 8 ? Int64.bigEndian(bytes) : nil
    }
}

/// A Swift `Int` reads any integer type.
extension Int: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .int8 || type == .int4 || type == .int2 }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Int? {
        switch bytes.count {
        case 8: Int64.bigEndian(bytes).map { Int($0) }
        case 4: Int32.bigEndian(bytes).map { Int($0) }
        case 2: Int16.bigEndian(bytes).map { Int($0) }
        default: nil
        }
    }
}

extension Double: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .float8 }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Double? {
        bytes.count == 8 ? UInt64.bigEndian(bytes).map { Double(bitPattern: $0) } : nil
    }
}

extension String: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool {
        type == .text || type == .varchar || type == .bpchar || type == .name || type == .json
    }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> String? {
        String(decoding: bytes, as: UTF8.self)
    }
}

/// The sixteen bytes of a UUID, as Foundation wants them.
private typealias UUIDBytes = (
    UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8, UInt8
)

extension UUID: PostgresDecodable {
    package static func accepts(_ type: TypeOID) -> Bool { type == .uuid }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> UUID? {
        guard bytes.count == 16 else { return nil }
        return UUID(uuid: bytes.loadUnaligned(as: UUIDBytes.self))
    }
}

extension Date: PostgresDecodable {
    package static func accepts(_ type: TypeOID) -> Bool { type == .timestamptz }
    package static func decode(_ bytes: UnsafeRawBufferPointer) -> Date? {
        guard bytes.count == 8, let microseconds = Int64.bigEndian(bytes) else { return nil }
        return Date(timeIntervalSince1970: Double(microseconds) / 1_000_000 + Date.postgresEpoch)
    }
}

extension Blob: PostgresDecodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == .bytea }
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> Blob? { Blob(Array(bytes)) }
}

extension Array: PostgresDecodable where Element: PostgresDecodable & PostgresEncodable {
    @inlinable package static func accepts(_ type: TypeOID) -> Bool { type == Element.postgresArrayType }

    /// One-dimensional arrays without NULLs.
    @inlinable package static func decode(_ bytes: UnsafeRawBufferPointer) -> [Element]? {
        guard let dimensions = Int32.bigEndian(bytes) else { return nil }
        guard dimensions != 0 else { return [] }
        guard dimensions == 1, let count = Int32.bigEndian(bytes, at: 12), count >= 0 else { return nil }
        var elements: [Element] = []
        elements.reserveCapacity(Int(count))
        var offset = 20
        for _ in 0..<count {
            guard let length = Int32.bigEndian(bytes, at: offset), length >= 0 else { return nil }
            let start = offset + 4
            let end = start + Int(length)
            guard end <= bytes.count else { return nil }
            guard let element = Element.decode(UnsafeRawBufferPointer(rebasing: bytes[start..<end])) else { return nil }
            elements.append(element)
            offset = end
        }
        return elements
    }
}
