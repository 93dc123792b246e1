import Foundation

/// A path of this site: a pattern with its ids.
struct PathValue: JSONValue {
    let pattern: PathPattern
    let first: UUID
    let second: UUID?

    init(_ pattern: PathPattern, _ first: UUID, _ second: UUID? = nil) {
        self.pattern = pattern
        self.first = first
        self.second = second
    }

    func write(to buffer: inout JSONBuffer) {
        buffer.append(UInt8(ascii: "\""))
        pattern.write(first, second, to: &buffer)
        buffer.append(UInt8(ascii: "\""))
    }
}
