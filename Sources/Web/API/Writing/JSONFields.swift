/// Writes the members of one JSON object.
///
/// Exists only inside the closure that was given it: it cannot be copied out, and while a nested object or array is
/// being written the compiler refuses to use the outer one. Braces, commas and colons are therefore always right.
package struct JSONFields: ~Copyable {
    private let buffer: UnsafeMutablePointer<JSONBuffer>

    /// Writes a whole object.
    static func object(in buffer: UnsafeMutablePointer<JSONBuffer>, _ write: (inout JSONFields) -> Void) {
        buffer.pointee.append(UInt8(ascii: "{"))
        var fields = JSONFields(buffer: buffer)
        write(&fields)
        buffer.pointee.append(UInt8(ascii: "}"))
    }

    private init(buffer: UnsafeMutablePointer<JSONBuffer>) { self.buffer = buffer }

    /// A member with a value, or with `null`.
    /// - Parameter name: printable ASCII without `"` and `\`, once per object.
    @inline(__always)
    package mutating func field(_ name: StaticString, _ value: (some JSONValue)?) {
        put(name: name)
        if let value { value.write(to: &buffer.pointee) } else { buffer.pointee.appendNull() }
    }

    /// A member that is `null`.
    package mutating func null(_ name: StaticString) {
        put(name: name)
        buffer.pointee.appendNull()
    }

    /// A member that is an object.
    package mutating func object(_ name: StaticString, _ write: (inout JSONFields) -> Void) {
        put(name: name)
        Self.object(in: buffer, write)
    }

    /// A member that is an array.
    package mutating func array(_ name: StaticString, _ write: (inout JSONItems) -> Void) {
        put(name: name)
        JSONItems.array(in: buffer, write)
    }

    @inline(__always)
    private func put(name: StaticString) {
        name.withUTF8Buffer { name in
            assert(name.allSatisfy { $0 >= 0x20 && $0 < 0x7F && $0 != 0x22 && $0 != 0x5C })
            let isFirst = buffer.pointee.last == UInt8(ascii: "{")
            buffer.pointee.append(room: name.count + 4) { place in
                guard let source = name.baseAddress else { return 0 }
                var target = place
                if !isFirst {
                    target.pointee = UInt8(ascii: ",")
                    target += 1
                }
                target.pointee = UInt8(ascii: "\"")
                (target + 1).update(from: source, count: name.count)
                target += name.count + 1
                target[0] = UInt8(ascii: "\"")
                target[1] = UInt8(ascii: ":")
                return target + 2 - place
            }
        }
    }
}
