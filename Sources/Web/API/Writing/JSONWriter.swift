/// Makes JSON documents: UTF-8 without spaces, members in the order they are written.
///
/// There is no reflection and no intermediate tree; an answer says field by field what it consists of.
package enum JSONWriter {
    /// The bytes of an object.
    /// - Parameter capacity: a guess of its size in bytes; a wrong one costs a copy.
    package static func object(capacity: Int = 512, _ write: (inout JSONFields) -> Void) -> [UInt8] {
        var buffer = JSONBuffer(capacity: capacity)
        withUnsafeMutablePointer(to: &buffer) { JSONFields.object(in: $0, write) }
        return buffer.bytes
    }

    /// The bytes of an array.
    package static func array(capacity: Int = 512, _ write: (inout JSONItems) -> Void) -> [UInt8] {
        var buffer = JSONBuffer(capacity: capacity)
        withUnsafeMutablePointer(to: &buffer) { JSONItems.array(in: $0, write) }
        return buffer.bytes
    }
}
