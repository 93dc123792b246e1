/// A small JSON parser (RFC 8259) with a bound on nesting.
package struct JSONParser {
    /// Deepest nesting that is read.
    package static let mostDepth = 64

    private let bytes: UnsafeBufferPointer<UInt8>
    private var index = 0

    private init(_ bytes: UnsafeBufferPointer<UInt8>) { self.bytes = bytes }

    /// The only value in `bytes`.
    package static func parse(_ bytes: UnsafeBufferPointer<UInt8>) throws(JSONProblem) -> JSONValue {
        var parser = JSONParser(bytes)
        let value = try parser.value(depth: 0)
        parser.skipSpace()
        guard parser.index == bytes.count else { throw parser.problem("there is text after the value") }
        return value
    }

    /// The only value in `bytes`, which may begin with a mark of the byte order.
    package static func parse(_ bytes: [UInt8]) throws(JSONProblem) -> JSONValue {
        try bytes.withUnsafeBufferPointer { bytes throws(JSONProblem) in
            let mark = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
            return try parse(UnsafeBufferPointer(rebasing: bytes[mark...]))
        }
    }

    private mutating func value(depth: Int) throws(JSONProblem) -> JSONValue {
        guard depth < Self.mostDepth else {
            throw problem("it is nested deeper than \(Self.mostDepth) levels")
        }
        skipSpace()
        guard index < bytes.count else { throw problem("it ends too early") }
        switch bytes[index] {
        case UInt8(ascii: "{"): return try object(depth: depth)
        case UInt8(ascii: "["): return try array(depth: depth)
        case UInt8(ascii: "\""): return .string(try string())
        case UInt8(ascii: "t"): return try word("true", .bool(true))
        case UInt8(ascii: "f"): return try word("false", .bool(false))
        case UInt8(ascii: "n"): return try word("null", .null)
        default: return try number()
        }
    }

    private mutating func object(depth: Int) throws(JSONProblem) -> JSONValue {
        index += 1
        var members: [JSONValue.Member] = []
        skipSpace()
        if take(UInt8(ascii: "}")) { return .object(members) }
        while true {
            skipSpace()
            guard index < bytes.count, bytes[index] == UInt8(ascii: "\"") else { throw problem("expected a name") }
            let key = try string()
            skipSpace()
            guard take(UInt8(ascii: ":")) else { throw problem("expected a colon") }
            members.append(JSONValue.Member(key: key, value: try value(depth: depth + 1)))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "}")) else { throw problem("expected a comma or the end of an object") }
            return .object(members)
        }
    }

    private mutating func array(depth: Int) throws(JSONProblem) -> JSONValue {
        index += 1
        var values: [JSONValue] = []
        skipSpace()
        if take(UInt8(ascii: "]")) { return .array(values) }
        while true {
            values.append(try value(depth: depth + 1))
            skipSpace()
            if take(UInt8(ascii: ",")) { continue }
            guard take(UInt8(ascii: "]")) else { throw problem("expected a comma or the end of a list") }
            return .array(values)
        }
    }

    private mutating func string() throws(JSONProblem) -> String {
        index += 1
        let start = index
        while index < bytes.count, bytes[index] != UInt8(ascii: "\""), bytes[index] != UInt8(ascii: "\\") { index += 1 }
        guard index < bytes.count else { throw problem("a text is never closed") }
        if bytes[index] == UInt8(ascii: "\"") {
            index += 1
            return String(decoding: bytes[start..<(index - 1)], as: UTF8.self)
        }
        var text = Array(bytes[start..<index])
        while index < bytes.count {
            let byte = bytes[index]
            index += 1
            if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
            if byte == UInt8(ascii: "\\") { try escape(into: &text) } else { text.append(byte) }
        }
        throw problem("a text is never closed")
    }

    private mutating func escape(into text: inout [UInt8]) throws(JSONProblem) {
        guard index < bytes.count else { throw problem("a text is never closed") }
        let byte = bytes[index]
        index += 1
        switch byte {
        case UInt8(ascii: "\""), UInt8(ascii: "\\"), UInt8(ascii: "/"): text.append(byte)
        case UInt8(ascii: "b"): text.append(0x08)
        case UInt8(ascii: "f"): text.append(0x0C)
        case UInt8(ascii: "n"): text.append(0x0A)
        case UInt8(ascii: "r"): text.append(0x0D)
        case UInt8(ascii: "t"): text.append(0x09)
        case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try unicodeEscape()).utf8))
        default: throw problem("a backslash is followed by something unknown")
        }
    }

    /// A lone surrogate becomes U+FFFD.
    private mutating func unicodeEscape() throws(JSONProblem) -> Character {
        let first = try hexUnit()
        var scalar = UInt32(first)
        if first & 0xFC00 == 0xD800, index + 1 < bytes.count, bytes[index] == UInt8(ascii: "\\"),
            bytes[index + 1] == UInt8(ascii: "u")
        {
            let before = index
            index += 2
            let second = try hexUnit()
            if second & 0xFC00 == 0xDC00 {
                scalar = 0x10000 + (UInt32(first & 0x3FF) << 10 | UInt32(second & 0x3FF))
            } else {
                index = before
            }
        }
        return Character(Unicode.Scalar(scalar) ?? "\u{FFFD}")
    }

    private mutating func hexUnit() throws(JSONProblem) -> UInt16 {
        guard index + 4 <= bytes.count,
            bytes[index..<(index + 4)].allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }),
            let unit = UInt16(String(decoding: bytes[index..<(index + 4)], as: UTF8.self), radix: 16)
        else { throw problem("expected four hexadecimal digits") }
        index += 4
        return unit
    }

    private mutating func word(_ text: StaticString, _ value: JSONValue) throws(JSONProblem) -> JSONValue {
        let length = text.utf8CodeUnitCount
        let hasRoom = index + length <= bytes.count
        let isThere = hasRoom && (0..<length).allSatisfy { bytes[index + $0] == text.utf8Start[$0] }
        guard isThere else { throw problem("expected a value") }
        index += length
        return value
    }

    private mutating func number() throws(JSONProblem) -> JSONValue {
        let start = index
        _ = take(UInt8(ascii: "-"))
        let digitsStart = index
        skipDigits()
        guard index > digitsStart else {
            index = start
            throw problem("expected a value")
        }
        if take(UInt8(ascii: ".")) { skipDigits() }
        if take(UInt8(ascii: "e")) || take(UInt8(ascii: "E")) {
            if !take(UInt8(ascii: "+")) { _ = take(UInt8(ascii: "-")) }
            skipDigits()
        }
        return .number(String(decoding: bytes[start..<index], as: UTF8.self))
    }

    private mutating func skipDigits() {
        while index < bytes.count, bytes[index] &- UInt8(ascii: "0") < 10 { index += 1 }
    }

    private mutating func skipSpace() {
        while index < bytes.count, [0x20, 0x0A, 0x0D, 0x09].contains(bytes[index]) { index += 1 }
    }

    private mutating func take(_ byte: UInt8) -> Bool {
        guard index < bytes.count, bytes[index] == byte else { return false }
        index += 1
        return true
    }

    private func problem(_ reason: String) -> JSONProblem { JSONProblem(offset: index, reason: reason) }
}
