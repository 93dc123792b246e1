/// Writes the items of one JSON array. The same guarantees as ``JSONFields``.
package struct JSONItems: ~Copyable {
    private let buffer: UnsafeMutablePointer<JSONBuffer>

    /// Writes a whole array.
    static func array(in buffer: UnsafeMutablePointer<JSONBuffer>, _ write: (inout JSONItems) -> Void) {
        buffer.pointee.append(UInt8(ascii: "["))
        var items = JSONItems(buffer: buffer)
        write(&items)
        buffer.pointee.append(UInt8(ascii: "]"))
    }

    private init(buffer: UnsafeMutablePointer<JSONBuffer>) { self.buffer = buffer }

    /// A value, or `null`.
    @inline(__always)
    package mutating func item(_ value: (some JSONValue)?) {
        separate()
        if let value { value.write(to: &buffer.pointee) } else { buffer.pointee.appendNull() }
    }

    /// `null`.
    package mutating func null() {
        separate()
        buffer.pointee.appendNull()
    }

    /// An object.
    package mutating func object(_ write: (inout JSONFields) -> Void) {
        separate()
        JSONFields.object(in: buffer, write)
    }

    /// An array.
    package mutating func array(_ write: (inout JSONItems) -> Void) {
        separate()
        Self.array(in: buffer, write)
    }

    @inline(__always)
    private func separate() {
        buffer.pointee.separate(after: UInt8(ascii: "["))
    }
}
