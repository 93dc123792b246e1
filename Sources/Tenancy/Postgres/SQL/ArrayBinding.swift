import Glibc

/// Builds a one-dimensional PostgreSQL array in binary format, element by element, for batches of rows.
///
/// COPY cannot write a table under row-level security, so bulk writes go through arrays.
package struct ArrayBinding<Element: PostgresEncodable>: Sendable {
    private var body: [UInt8] = []
    /// Bytes of the first element with its length.
    private var firstLength = 0
    private var lastStart = 0
    package private(set) var hasNull = false
    /// Whether all elements are equal (NULL equals NULL); such a column can travel as one value.
    package private(set) var isUniform = true
    package private(set) var count: Int32 = 0

    /// Whether there is no value in it, only NULLs or nothing.
    package var isEmpty: Bool { count == 0 || isUniform && hasNull }

    package init(minimumCapacity: Int = 0) { body.reserveCapacity(minimumCapacity * 12) }

    package mutating func append(_ element: Element?) {
        let start = body.count
        if let element {
            Int32(0).appendBigEndian(to: &body)
            element.encode(into: &body)
            let length = Int32(body.count - start - 4).bigEndian
            body.withUnsafeMutableBytes { $0.storeBytes(of: length, toByteOffset: start, as: Int32.self) }
        } else {
            hasNull = true
            Int32(-1).appendBigEndian(to: &body)
        }
        note(from: start)
    }

    /// Counts the element whose bytes begin at `start`.
    private mutating func note(from start: Int) {
        count += 1
        lastStart = start
        if count == 1 {
            firstLength = body.count
        } else if isUniform {
            let length = body.count - start
            isUniform =
                length == firstLength
                && body.withUnsafeBytes { bytes in
                    guard let base = bytes.baseAddress else { return true }
                    return memcmp(base, base + start, length) == 0
                }
        }
    }

    /// The newest element as it will be sent, its length (-1 for NULL) before it.
    package func withLast<Result>(_ body: (UnsafeRawBufferPointer) -> Result) -> Result {
        self.body.withUnsafeBytes { body(UnsafeRawBufferPointer(rebasing: $0[lastStart...])) }
    }

    /// The elements at these positions, which must ascend.
    package func selecting(_ positions: [Int]) -> ArrayBinding {
        if positions.count == Int(count) { return self }
        var result = ArrayBinding(minimumCapacity: positions.count)
        body.withUnsafeBytes { bytes in
            var offset = 0
            var at = 0
            for position in positions {
                while at < position, offset < bytes.count {
                    offset += Self.size(of: bytes, at: offset)
                    at += 1
                }
                guard offset < bytes.count else { return }
                let size = Self.size(of: bytes, at: offset)
                let start = result.body.count
                result.body.append(contentsOf: UnsafeRawBufferPointer(rebasing: bytes[offset..<(offset + size)]))
                if size == 4, bytes[offset] == 0xFF { result.hasNull = true }
                result.note(from: start)
            }
        }
        return result
    }

    /// Bytes of the element at `offset`, its length included.
    private static func size(of bytes: UnsafeRawBufferPointer, at offset: Int) -> Int {
        4 + max(0, Int(Int32(bigEndian: bytes.loadUnaligned(fromByteOffset: offset, as: Int32.self))))
    }

    /// The whole array as one parameter.
    package var binding: Binding {
        var bytes: [UInt8] = []
        bytes.reserveCapacity(body.count + 20)
        Int32(count == 0 ? 0 : 1).appendBigEndian(to: &bytes)
        Int32(hasNull ? 1 : 0).appendBigEndian(to: &bytes)
        Element.postgresType.rawValue.appendBigEndian(to: &bytes)
        if count > 0 {
            count.appendBigEndian(to: &bytes)
            Int32(1).appendBigEndian(to: &bytes)
            bytes.append(contentsOf: body)
        }
        return Binding(type: Element.postgresArrayType, bytes: bytes)
    }

    /// The one value of a column whose elements are all equal.
    private var uniformBinding: Binding {
        Binding(type: Element.postgresType, bytes: hasNull || count == 0 ? nil : Array(body[4..<firstLength]))
    }

    /// The column as an expression of a target list that unnests others beside it: the one value all rows share, which
    /// costs the server nothing per row, or the array unnested.
    package var spread: SQL {
        isUniform && count > 0 ? "\(binding: uniformBinding)" : "unnest(\(binding: binding))"
    }
}

extension Array where Element: PostgresEncodable {
    /// The array as one parameter.
    package var binding: Binding {
        var array = ArrayBinding<Element>(minimumCapacity: count)
        for element in self { array.append(element) }
        return array.binding
    }
}
