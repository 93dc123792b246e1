package import Catalog
package import Foundation

extension String: JSONValue {
    package func write(to buffer: inout JSONBuffer) { buffer.append(self) }
}

extension Bool: JSONValue {
    package func write(to buffer: inout JSONBuffer) { buffer.append(self) }
}

extension Int: JSONValue {
    package func write(to buffer: inout JSONBuffer) { buffer.append(Int64(self)) }
}

extension Int64: JSONValue {
    package func write(to buffer: inout JSONBuffer) { buffer.append(self) }
}

extension Double: JSONValue {
    package func write(to buffer: inout JSONBuffer) { buffer.append(self) }
}

extension UUID: JSONValue {
    /// Lower case.
    package func write(to buffer: inout JSONBuffer) {
        buffer.append(UInt8(ascii: "\""))
        buffer.append(id: self)
        buffer.append(UInt8(ascii: "\""))
    }
}

extension CalendarDay: JSONValue {
    /// ISO 8601, `2024-07-13`.
    package func write(to buffer: inout JSONBuffer) {
        buffer.append(UInt8(ascii: "\""))
        buffer.append(day: self)
        buffer.append(UInt8(ascii: "\""))
    }
}

extension Date: JSONValue {
    /// ISO 8601 in UTC, whole seconds.
    package func write(to buffer: inout JSONBuffer) {
        buffer.append(UInt8(ascii: "\""))
        buffer.append(moment: self)
        buffer.append(UInt8(ascii: "\""))
    }
}
