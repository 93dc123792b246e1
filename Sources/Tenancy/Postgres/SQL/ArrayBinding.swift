/// Builds a one-dimensional PostgreSQL array in binary format, element by element, for `unnest($1, …)` batches.
///
/// COPY cannot write a table under row-level security, so bulk writes go through arrays.
package struct ArrayBinding<Element: PostgresEncodable>: Sendable {
    private var body: [UInt8] = []
    private var hasNull = false
    package private(set) var count: Int32 = 0

    package init(minimumCapacity: Int = 0) { body.reserveCapacity(minimumCapacity * 12) }

    package mutating func append(_ element: Element?) {
        count += 1
        guard let element else {
            hasNull = true
            Int32(-1).appendBigEndian(to: &body)
            return
        }
        let lengthAt = body.count
        Int32(0).appendBigEndian(to: &body)
        element.encode(into: &body)
        let length = Int32(body.count - lengthAt - 4)
        withUnsafeBytes(of: length.bigEndian) { source in
            for offset in 0..<4 { body[lengthAt + offset] = source[offset] }
        }
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
}

extension Array where Element: PostgresEncodable {
    /// The array as one parameter.
    package var binding: Binding {
        var array = ArrayBinding<Element>(minimumCapacity: count)
        for element in self { array.append(element) }
        return array.binding
    }
}
